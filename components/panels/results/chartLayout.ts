import type { ResultMeasure } from '../../../lib/analysis/results'
import { daysBetween } from '../../../lib/base/calendarDate'
import type { Result } from '../../../lib/analysis/results'
import type { Point, Size } from '../../../lib/geometry/rect'

/** First and last day of a chart. */
export interface DaySpan {
  readonly first: string
  readonly last: string
}

export interface ResultChartLayout {
  /** The readings that count, by day: the line goes through them. */
  readonly line: readonly Point[]
  /** Readings that are kept and count for nothing. */
  readonly aside: readonly Point[]
  /** How high the baseline stands, and where it is from. */
  readonly baseline: Point | undefined
  readonly target: Point | undefined
}

/** So that dots at the rim are whole. */
const margin = 8

/** The days that results speak of, of all of them together: side by side they have one axis. Undefined without a day. */
export function spanOf(
  results: readonly { readonly result: Result; readonly measure: Pick<ResultMeasure, 'readings'> }[],
): DaySpan | undefined {
  const days = results.flatMap(({ result: { baseline, target }, measure: { readings } }) => [
    ...readings.map(({ on }) => on),
    ...(baseline?.on === undefined ? [] : [baseline.on]),
    ...(target?.on === undefined ? [] : [target.on]),
  ])
  const [one] = days
  if (one === undefined) return undefined
  return days.reduce<DaySpan>(
    ({ first, last }, day) => ({ first: day < first ? day : first, last: day > last ? day : last }),
    { first: one, last: one },
  )
}

/** The lowest and the highest amount of a result's chart. */
export function amountsOf(
  { baseline, target }: Pick<Result, 'baseline' | 'target'>,
  { readings }: Pick<ResultMeasure, 'readings'>,
): { readonly least: number; readonly most: number } {
  const amounts = [...readings, baseline, target].flatMap((one) => one?.value ?? [])
  return { least: Math.min(...amounts), most: Math.max(...amounts) }
}

/**
 * Places a result's figures in a box: days to the right, amounts upwards. Where all days or all amounts are one, they
 * stand in the middle. A baseline without a day is from the first one, a target without a day is for the last.
 */
export function layoutResultChart(
  { baseline, target }: Pick<Result, 'baseline' | 'target'>,
  { readings, series }: Pick<ResultMeasure, 'readings' | 'series'>,
  { first, last }: DaySpan,
  { width, height }: Size,
): ResultChartLayout {
  const { least, most } = amountsOf({ baseline, target }, { readings })
  const days = daysBetween(first, last)
  const x = (day: string): number => margin + (width - 2 * margin) * (days === 0 ? 0.5 : daysBetween(first, day) / days)
  const y = (amount: number): number =>
    margin + (height - 2 * margin) * (most === least ? 0.5 : (most - amount) / (most - least))
  const counted = new Set(series.map(({ key }) => key))
  const at = ({ on, value }: { readonly on: string; readonly value: number }): Point => ({ x: x(on), y: y(value) })
  return {
    line: series.map(at),
    aside: readings.filter(({ key }) => !counted.has(key)).map(at),
    baseline: baseline === undefined ? undefined : { x: x(baseline.on ?? first), y: y(baseline.value) },
    target: target === undefined ? undefined : { x: x(target.on ?? last), y: y(target.value) },
  }
}
