import { mostTimerMinutes } from '../../lib/practice/timer'

/** The minutes that a field holds: nothing typed is none, `wrong` is what is no whole number from `least` to the most that a timer runs. */
export function readMinutes(typed: string, least: number): number | undefined | 'wrong' {
  if (typed.trim() === '') return undefined
  const minutes = Number(typed)
  return Number.isInteger(minutes) && minutes >= least && minutes <= mostTimerMinutes ? minutes : 'wrong'
}
