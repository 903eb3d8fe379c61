import type { ElementId } from '../../../../lib/base/ids'
import type { MapView } from '../../../../lib/model/mapView'
import type { Scenario } from '../../../../lib/model/scenario'
import { questionOf } from './questionOf'

/** A variable that is held, and by which of the scenarios, at what value. */
export interface HeldRow {
  readonly variable: ElementId
  readonly by: readonly { readonly place: number; readonly value: number }[]
}

/**
 * What the scenarios hold, in the order in which they name it: it is no result of theirs, and a chart of results
 * leaves it out.
 * @param elements variables that are gone are not told
 */
export function heldRows(
  scenarios: readonly { readonly place: number; readonly scenario: Scenario }[],
  elements: Pick<MapView['elements'], 'has'>,
): readonly HeldRow[] {
  const held = new Map<ElementId, { place: number; value: number }[]>()
  for (const { place, scenario } of scenarios) {
    for (const [id, value] of questionOf('', scenario).whatIf.clamps) {
      if (elements.has(id)) held.set(id, [...(held.get(id) ?? []), { place, value }])
    }
  }
  return [...held].map(([variable, by]) => ({ variable, by }))
}
