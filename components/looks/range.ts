import { isCalendarDate } from '../../lib/base/calendarDate'
import { readNumber } from '../../lib/base/readNumber'
import { dayOf } from '../../lib/look/lookValue'
import { readShare } from '../views/table/cells'

/** Least and most that is meant. */
export type NumberRange = readonly [from: number, to: number]

/** What a range is of: a number, a share that is shown in percent, or a date in whole days from 1970. */
export type RangeUnit = 'number' | 'share' | 'date'

const boundsOf = (unit: RangeUnit): NumberRange => (unit === 'share' ? [0, 1] : [-Number.MAX_VALUE, Number.MAX_VALUE])

/** What the two fields of a range show: shares in percent, dates as a calendar has them, nothing where there is no bound. */
export function shownRange(range: NumberRange | undefined, unit: RangeUnit): readonly [from: string, to: string] {
  const bounds = boundsOf(unit)
  const shown = (end: 0 | 1): string => {
    const value = range?.[end]
    if (value === undefined || value === bounds[end]) return ''
    if (unit === 'date') return showDay(value)
    return String(Math.round(value * (unit === 'share' ? 100 : 1) * 100) / 100)
  }
  return [shown(0), shown(1)]
}

function showDay(day: number): string {
  const date = new Date(day * 86_400_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/**
 * A range with one of its ends written anew: empty, or what cannot be read, is no bound. Shares are read as in the table:
 * `70%`, `0.7` or `70`. Ends that are the wrong way round change places. Undefined where nothing is bounded.
 */
export function changeRange(
  range: NumberRange | undefined,
  end: 0 | 1,
  text: string,
  unit: RangeUnit,
): NumberRange | undefined {
  const bounds = boundsOf(unit)
  const next: [number, number] = [range?.[0] ?? bounds[0], range?.[1] ?? bounds[1]]
  next[end] = Math.min(bounds[1], Math.max(bounds[0], read(text, unit) ?? bounds[end]))
  const [from, to] = next[0] <= next[1] ? next : [next[1], next[0]]
  return from === bounds[0] && to === bounds[1] ? undefined : [from, to]
}

function read(text: string, unit: RangeUnit): number | undefined {
  if (unit === 'date') return isCalendarDate(text) ? dayOf(text) : undefined
  return unit === 'share' ? readShare(text) : readNumber(text)
}
