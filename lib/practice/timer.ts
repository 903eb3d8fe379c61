import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../base/result'

const minute = 60_000

/** The most minutes that a timer runs. */
export const mostTimerMinutes = 240

/** What there is to choose from, minutes. */
export const timerPresets = [1, 3, 5, 10] as const

/** The step of the agenda that it was started for. */
const stepField = z.optional(z.string().check(z.minLength(1), z.maxLength(64)))

/** What is left of a timer is counted from its end, so that whoever comes late sees the same. */
export const timerSchema = z.discriminatedUnion('state', [
  /** `endsAt`: milliseconds since the Unix epoch, by the server's clock; over once that has passed. */
  z.object({ state: z.literal('running'), length: z.int(), endsAt: z.int(), step: stepField }),
  /** `left`: milliseconds. */
  z.object({ state: z.literal('paused'), length: z.int(), left: z.int(), step: stepField }),
])
export type Timer = z.output<typeof timerSchema>

export const timerActSchema = z.discriminatedUnion('act', [
  /** In place of one that runs. */
  z.object({ act: z.literal('start'), minutes: z.int().check(z.gte(1), z.lte(mostTimerMinutes)), step: stepField }),
  /** Minutes more, or fewer; never past the end. */
  z.object({ act: z.literal('add'), minutes: z.int().check(z.gte(-60), z.lte(60)) }),
  z.object({ act: z.literal('pause') }),
  z.object({ act: z.literal('go-on') }),
  z.object({ act: z.literal('stop') }),
])
export type TimerAct = z.output<typeof timerActSchema>

/** What the agenda does with a timer, and nobody by hand: one that is over, or of another step than the next, goes. */
export interface LeaveStep {
  readonly act: 'leave-step'
  /** Where the meeting goes. */
  readonly to: string | undefined
}

/** Milliseconds that are left, never below 0. @param now by the clock that the timer's end is told in */
export function timeLeft(timer: Timer, now: number): number {
  return timer.state === 'paused' ? timer.left : Math.max(0, timer.endsAt - now)
}

/**
 * The timer after an act; undefined: none any more. Pausing what is paused, going on with what runs and pausing
 * what is over change nothing: two facilitators may press at the same moment.
 */
export function actOnTimer(
  timer: Timer | undefined,
  act: TimerAct | LeaveStep,
  now: number,
): Result<Timer | undefined, 'no-such-timer'> {
  if (act.act === 'start') {
    const length = act.minutes * minute
    return succeed({ state: 'running', length, endsAt: now + length, ...ofStep(act) })
  }
  const isStop = act.act === 'stop' || act.act === 'leave-step'
  if (timer === undefined) return isStop ? succeed(undefined) : fail('no-such-timer')
  const left = timeLeft(timer, now)
  switch (act.act) {
    case 'stop':
      return succeed(undefined)
    case 'leave-step':
      return succeed(left === 0 || (timer.step !== undefined && timer.step !== act.to) ? undefined : timer)
    case 'add': {
      const next = Math.min(Math.max(0, left + act.minutes * minute), mostTimerMinutes * minute)
      const length = Math.max(next, timer.length + next - left)
      return succeed(
        timer.state === 'paused'
          ? { state: 'paused', length, left: next, ...ofStep(timer) }
          : { state: 'running', length, endsAt: now + next, ...ofStep(timer) },
      )
    }
    case 'pause':
      return succeed(
        timer.state === 'paused' || left === 0
          ? timer
          : { state: 'paused', length: timer.length, left, ...ofStep(timer) },
      )
    case 'go-on':
      return succeed(
        timer.state === 'running'
          ? timer
          : { state: 'running', length: timer.length, endsAt: now + left, ...ofStep(timer) },
      )
  }
}

function ofStep({ step }: { readonly step?: string | undefined }): { readonly step?: string } {
  return step === undefined ? {} : { step }
}

/** What is worth saying of a timer between two looks at what is left of it, in milliseconds. */
export function passedMark(before: number, after: number): 'minute' | 'end' | undefined {
  if (before > 0 && after <= 0) return 'end'
  return before > minute && after <= minute && after > 0 ? 'minute' : undefined
}

/** "4:07": whole seconds that have begun, so that it reads 0:00 only when it is over. */
export function formatLeft(left: number): string {
  const seconds = Math.ceil(left / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
