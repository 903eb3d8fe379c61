import type { ElementId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'

/** Canvas units from the middle of an element to beyond its edge, with some air. */
const reach = { x: 160, y: 90 }

/** The part of the map that some elements stand in: x, y, width, height. Undefined where none of them has a place. */
export function roomAround(
  { positions }: Pick<MapView, 'positions'>,
  ids: readonly ElementId[],
): [number, number, number, number] | undefined {
  const places = ids.flatMap((id) => positions.get(boardView)?.get(id) ?? [])
  if (places.length === 0) return undefined
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - reach.x, Math.min(...ys) - reach.y]
  return [left, top, Math.max(...xs) + reach.x - left, Math.max(...ys) + reach.y - top]
}
