import { measuredLabels, measureResult } from '../analysis/results'
import { compareNames } from '../base/textOrder'
import type { MapView } from '../model/mapView'
import { listPractices } from '../model/practice/practices'
import { resultLevels } from '../model/practice/result'
import type { ReportPart } from './report'

/**
 * What people want to see change and what was read, from the person to the system; those of which nobody said the level
 * come last. Who read is told only with names. Cost: n log n in the readings.
 * @param today `2026-03-01`: what was to be reached before and is not is overdue
 */
export function listResults(view: MapView, today: string, names: boolean): ReportPart<'results'> {
  const depth = (level: (typeof resultLevels)[number] | undefined): number =>
    level === undefined ? resultLevels.length : resultLevels.indexOf(level)
  return listPractices(view, 'result')
    .toSorted((one, other) => depth(one.level) - depth(other.level))
    .map((result) => {
      const { id, name, indicator, unit, level, who, where, baseline, target } = result
      const { latest, change, share, standing, aim, start, needed, isOverdue, readings } = measureResult(result, today)
      return {
        ...{ id, name, standing, overdue: isOverdue },
        ...known({ indicator, unit, level, who, where, aim, change, share, needed }),
        ...known({ baseline: dated(baseline), target: dated(target), latest: dated(latest) }),
        fromBaseline: start?.isBaseline ?? false,
        readings: readings.map(({ value, on, note, by }) => ({
          ...{ value, on, note: note ?? '' },
          ...(names && by !== undefined ? { by } : {}),
        })),
        measures: measuredLabels(view, result).toSorted(compareNames),
      }
    })
}

function dated(mark: { readonly value: number; readonly on?: string | undefined } | undefined) {
  return mark === undefined ? undefined : { value: mark.value, ...known({ on: mark.on }) }
}

function known<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
