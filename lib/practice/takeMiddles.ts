import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { RoundOutcome } from './round'

/** What one stakeholder's fields become. */
export interface TakenMiddle {
  readonly id: ElementId
  readonly fields: { readonly interest: number; readonly power: number }
}

/** To hundredths: finer than anybody points. */
const toShare = (median: number): number => Math.round(median * 100) / 100

/**
 * The middles (medians) of a round that placed stakeholders by interest (across) and power (up), as the command `setRows` takes them:
 * those that somebody placed and that are still on the map.
 */
export function takeMiddles(
  { rows }: Extract<RoundOutcome, { kind: 'point' }>,
  elements: ReadonlyMap<ElementId, MapElement>,
): readonly TakenMiddle[] {
  const byText: ReadonlyMap<string, MapElement> = elements
  return rows.flatMap(({ target, across, up }) => {
    const element = byText.get(target)
    if (element?.kind !== 'stakeholder' || across.median === undefined || up.median === undefined) return []
    return [{ id: element.id, fields: { interest: toShare(across.median), power: toShare(up.median) } }]
  })
}
