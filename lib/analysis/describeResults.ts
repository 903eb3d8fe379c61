import type { MapView } from '../model/mapView'
import { listPractices } from '../model/practice/practices'
import type { Aim, ResultLevel } from '../model/practice/result'
import { measuredLabels, measureResult, type Result, type ResultStanding } from './results'

interface DatedAmount {
  readonly value: number
  /** `2026-03-01`; null where nobody said it. */
  readonly on: string | null
}

/** What the API says of results, in the order in which they were written down. Null: nobody said it, or it is not defined. */
export type ResultsAnalysis = readonly {
  readonly id: string
  readonly name: string
  readonly indicator: string | null
  readonly unit: string | null
  readonly level: ResultLevel | null
  readonly who: string | null
  readonly where: string | null
  /** As it was said, or as baseline and target say it. */
  readonly aim: Aim | null
  readonly baseline: DatedAmount | null
  readonly target: DatedAmount | null
  readonly latest: DatedAmount | null
  /** From the baseline, or without one from the first reading, to the latest. */
  readonly change: number | null
  /** Of the way from baseline to target. */
  readonly share: number | null
  readonly standing: ResultStanding
  /** Of one that is on the way, and slower than needed: where it would have to be on the day of the latest reading. */
  readonly needed: number | null
  /** Null where the day of today is not known. */
  readonly overdue: boolean | null
  /** All of them, by day. */
  readonly readings: readonly { readonly value: number; readonly on: string; readonly note: string | null }[]
  /** Labels of the variables that it measures. */
  readonly measures: readonly string[]
}[]

/**
 * Results as plain JSON. Undefined for a map without any. Cost: n log n in the readings.
 * @param today `2026-03-01`; without it nothing is told of what is overdue
 */
export function describeResults(
  view: Partial<Pick<MapView, 'practices'>> & Pick<MapView, 'elements'>,
  today?: string,
): ResultsAnalysis | undefined {
  const { practices } = view
  const all = practices === undefined ? [] : listPractices({ practices }, 'result')
  if (all.length === 0) return undefined
  return all.map((result) => {
    const { latest, change, share, standing, aim, needed, isOverdue, readings } = measureResult(result, today ?? '')
    return {
      ...{ id: result.id, name: result.name, indicator: result.indicator ?? null, unit: result.unit ?? null },
      ...{ level: result.level ?? null, who: result.who ?? null, where: result.where ?? null, aim: aim ?? null },
      ...{ baseline: dated(result.baseline), target: dated(result.target), latest: dated(latest) },
      ...{ change: change ?? null, share: share ?? null, standing, needed: needed ?? null },
      overdue: today === undefined ? null : isOverdue,
      readings: readings.map(({ value, on, note }) => ({ value, on, note: note ?? null })),
      measures: measuredLabels(view, result),
    }
  })
}

function dated(mark: Result['baseline']): DatedAmount | null {
  return mark === undefined ? null : { value: mark.value, on: mark.on ?? null }
}
