import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { listPractices, type Practice } from '../model/practice/practices'
import type { Aim, ResultStanding } from '../model/practice/result'
import { daysBetween } from '../base/calendarDate'
import { differenceOf, roundLike } from './resultFigures'

export type { ResultStanding } from '../model/practice/result'

export type Result = Practice<'result'>

/** What was read on a day, with the key under which its record keeps it. */
export type DatedReading = (Result['readings'] extends ReadonlyMap<string, infer One> ? One : never) & {
  readonly key: string
}

/** The word for a standing: what is to hold does, or does not; what is on the way may be slower than needed. */
export function standingWord({
  standing,
  aim,
  needed,
}: {
  readonly standing: ResultStanding
  readonly aim: Aim | undefined
  readonly needed?: number | undefined
}): ResultStanding | 'holds' | 'left' | 'slow' {
  if (standing === 'on-the-way' && needed !== undefined) return 'slow'
  if (aim !== 'hold') return standing
  return standing === 'reached' ? 'holds' : standing === 'against' ? 'left' : standing
}

/** What can be said of a result by its figures. What is not defined is undefined. */
export interface ResultMeasure {
  /** All of them, by day; of one day in the order in which they were written down. */
  readonly readings: readonly DatedReading[]
  /** One a day, that which was written down last, from the day of the baseline on. */
  readonly series: readonly DatedReading[]
  readonly latest: DatedReading | undefined
  /** What changes are told from: the baseline, or without one the first reading. */
  readonly start: { readonly value: number; readonly on?: string | undefined; readonly isBaseline: boolean } | undefined
  /** From the start to the latest reading. */
  readonly change: number | undefined
  /** Of the way from the baseline to the target: 0 at the one, 1 at the other, below and beyond as well. */
  readonly share: number | undefined
  /** Where the latest reading lies beside the one of the day before it, or beside the baseline. */
  readonly move: 'up' | 'down' | 'same' | undefined
  /** As people said it, or as baseline and target say it. */
  readonly aim: Aim | undefined
  readonly standing: ResultStanding
  /**
   * Of one that is on the way, not overdue, and slower than needed: the amount at which it would have to be on the day of
   * the latest reading, were it to come to its target by its day along a straight line.
   */
  readonly needed: number | undefined
  /** The day of the target is past, and it is not reached. */
  readonly isOverdue: boolean
}

/** Readings of one day stand in the order in which they were written down; keys decide between equals. Cost: n log n. */
export function listReadings({ readings }: Pick<Result, 'readings'>): readonly DatedReading[] {
  return Array.from(readings, ([key, reading]) => ({ ...reading, key })).sort(
    (one, other) => compare(one.on, other.on) || (one.at ?? 0) - (other.at ?? 0) || compare(one.key, other.key),
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * How a result stands. Of readings of one day the one that was written down last counts; those from before the day of
 * the baseline are kept and count for nothing. Cost: n log n in its readings.
 * @param today `2026-03-01`
 */
export function measureResult(result: Result, today: string): ResultMeasure {
  const { baseline, target } = result
  const readings = listReadings(result)
  const byDay = new Map(
    readings.filter(({ on }) => baseline?.on === undefined || on >= baseline.on).map((one) => [one.on, one]),
  )
  const series = [...byDay.values()]
  const latest = series.at(-1)
  const first = series[0]
  const start =
    baseline !== undefined
      ? { value: baseline.value, on: baseline.on, isBaseline: true }
      : first === undefined
        ? undefined
        : { value: first.value, on: first.on, isBaseline: false }
  const before = series.at(-2)?.value ?? baseline?.value
  const aim = result.aim ?? impliedAim(result)
  const standing = stand(result, aim, start, latest, series.length)
  const isOverdue = target?.on !== undefined && target.on < today && standing !== 'reached'
  return {
    ...{ readings, series, latest, start, aim, standing, isOverdue },
    needed: standing === 'on-the-way' && !isOverdue ? neededBy(result, latest) : undefined,
    change:
      latest === undefined || start === undefined || (!start.isBaseline && series.length < 2)
        ? undefined
        : differenceOf(latest.value, start.value),
    share:
      latest === undefined ||
      baseline === undefined ||
      target === undefined ||
      baseline.value === target.value ||
      aim === 'hold' ||
      standing === 'disagree'
        ? undefined
        : (latest.value - baseline.value) / (target.value - baseline.value),
    move: latest === undefined || before === undefined ? undefined : wayOf(latest.value - before),
  }
}

/** What a straight line from baseline to target has on the day of a reading that falls short of it. */
function neededBy({ baseline, target }: Result, latest: DatedReading | undefined): number | undefined {
  if (baseline?.on === undefined || target?.on === undefined || latest === undefined) return undefined
  const days = daysBetween(baseline.on, target.on)
  if (days <= 0) return undefined
  const way = target.value - baseline.value
  const gone = Math.min(1, daysBetween(baseline.on, latest.on) / days)
  const line = roundLike(baseline.value + way * gone, baseline.value, target.value, latest.value)
  return (line - latest.value) * way > 0 ? line : undefined
}

function wayOf(difference: number): 'up' | 'down' | 'same' {
  return difference > 0 ? 'up' : difference < 0 ? 'down' : 'same'
}

/** Where nobody said what is wanted, the way from the baseline to the target says it. */
function impliedAim({ baseline, target }: Result): Aim | undefined {
  if (baseline === undefined || target === undefined) return undefined
  const way = wayOf(target.value - baseline.value)
  return way === 'up' ? 'rise' : way === 'down' ? 'fall' : 'hold'
}

function stand(
  { baseline, target }: Result,
  aim: Aim | undefined,
  start: ResultMeasure['start'],
  latest: DatedReading | undefined,
  days: number,
): ResultStanding {
  if (aim === undefined) return latest === undefined ? 'no-reading' : 'no-aim'
  const wanted = aim === 'fall' ? -1 : 1
  if (aim !== 'hold' && baseline !== undefined && target !== undefined) {
    if ((target.value - baseline.value) * wanted < 0) return 'disagree'
  }
  if (latest === undefined || start === undefined) return 'no-reading'
  if (aim === 'hold') {
    // What is to hold may lie anywhere between the two, where there are two.
    const ends = [start.value, target?.value ?? start.value]
    if (!start.isBaseline && target === undefined && days < 2) return 'first-reading'
    if (!start.isBaseline && target !== undefined) return latest.value === target.value ? 'reached' : 'against'
    return latest.value >= Math.min(...ends) && latest.value <= Math.max(...ends) ? 'reached' : 'against'
  }
  if (target !== undefined && (latest.value - target.value) * wanted >= 0) return 'reached'
  if (!start.isBaseline && days < 2) return 'first-reading'
  const gone = (latest.value - start.value) * wanted
  return gone > 0 ? 'on-the-way' : gone === 0 ? 'same' : 'against'
}

/** What a result measures, as far as it is there. */
export function measuredLabels(
  { elements }: Pick<MapView, 'elements'>,
  { measures }: Pick<Result, 'measures'>,
): string[] {
  return (measures ?? []).flatMap((id) => elements.get(id)?.label.trim() ?? [])
}

/** The results of a map that are a measure of this element, in their order. Cost: the results. */
export function resultsOf(view: Pick<MapView, 'practices'>, id: ElementId): readonly Result[] {
  return listPractices(view, 'result').filter(({ measures }) => measures?.includes(id) === true)
}

/** What a variable's mark says of the results that measure it: that which was read last speaks. */
export interface ResultMark {
  readonly result: Result
  readonly measure: ResultMeasure
  /** Results that measure it and do not speak. */
  readonly others: number
}

/** The mark of each element that a result with a reading measures. Cost: all readings, sorted. */
export function markResults(view: Pick<MapView, 'practices'>, today: string): ReadonlyMap<ElementId, ResultMark> {
  const marks = new Map<ElementId, ResultMark>()
  for (const result of listPractices(view, 'result')) {
    const measure = measureResult(result, today)
    for (const id of new Set(result.measures as readonly ElementId[] | undefined)) {
      const before = marks.get(id)
      const others = before === undefined ? 0 : before.others + 1
      const isLater =
        measure.latest !== undefined &&
        (before?.measure.latest === undefined || measure.latest.on > before.measure.latest.on)
      marks.set(id, before === undefined || isLater ? { result, measure, others } : { ...before, others })
    }
  }
  for (const [id, { measure }] of marks) if (measure.latest === undefined) marks.delete(id)
  return marks
}
