import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { RoundOutcome } from './round'

/**
 * What the elements are called now that people's reasons are tied to, of a set of questions; those that are not on the
 * map, or not in what is seen of it, are left out. O(reasons).
 */
export function labelReasons(
  { elements }: Pick<MapView, 'elements'>,
  outcome: RoundOutcome | undefined,
): Readonly<Record<string, string>> {
  if (outcome?.kind !== 'survey') return {}
  return Object.fromEntries(
    outcome.said.flatMap(({ about }) => {
      const element = about === undefined ? undefined : elements.get(about as ElementId)
      return element === undefined ? [] : [[element.id, element.label]]
    }),
  )
}
