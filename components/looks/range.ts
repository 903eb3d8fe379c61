import { readNumber } from '../../lib/base/readNumber'
import { readShare } from '../views/table/cells'

/** Least and most that is meant. */
export type NumberRange = readonly [from: number, to: number]

const boundsOf = (isShare: boolean): NumberRange => (isShare ? [0, 1] : [-Number.MAX_VALUE, Number.MAX_VALUE])

/** What the two fields of a range show: shares in percent, nothing where there is no bound. */
export function shownRange(range: NumberRange | undefined, isShare: boolean): readonly [from: string, to: string] {
  const bounds = boundsOf(isShare)
  const shown = (end: 0 | 1): string => {
    const value = range?.[end]
    if (value === undefined || value === bounds[end]) return ''
    return String(Math.round(value * (isShare ? 100 : 1) * 100) / 100)
  }
  return [shown(0), shown(1)]
}

/**
 * A range with one of its ends written anew: empty, or what is no number, is no bound. Shares are read as in the table:
 * `70%`, `0.7` or `70`. Ends that are the wrong way round change places. Undefined where nothing is bounded.
 */
export function changeRange(
  range: NumberRange | undefined,
  end: 0 | 1,
  text: string,
  isShare: boolean,
): NumberRange | undefined {
  const bounds = boundsOf(isShare)
  const read = isShare ? readShare(text) : readNumber(text)
  const next: [number, number] = [range?.[0] ?? bounds[0], range?.[1] ?? bounds[1]]
  next[end] = Math.min(bounds[1], Math.max(bounds[0], read ?? bounds[end]))
  const [from, to] = next[0] <= next[1] ? next : [next[1], next[0]]
  return from === bounds[0] && to === bounds[1] ? undefined : [from, to]
}
