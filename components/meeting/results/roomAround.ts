import type { ElementId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'

/** Canvas units from the middle of an element to beyond its edge, with some air. */
const reach = { x: 160, y: 90 }
/** Of a few of them what is around them is shown, too, and not each as large as a poster. */
const least = { width: 900, height: 600 }

/** The part of the map that some elements stand in: x, y, width, height. Undefined where none of them has a place. */
export function roomAround(
  { positions }: Pick<MapView, 'positions'>,
  ids: readonly ElementId[],
): [number, number, number, number] | undefined {
  const places = ids.flatMap((id) => positions.get(boardView)?.get(id) ?? [])
  if (places.length === 0) return undefined
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const [left, right] = widen(Math.min(...xs) - reach.x, Math.max(...xs) + reach.x, least.width)
  const [top, bottom] = widen(Math.min(...ys) - reach.y, Math.max(...ys) + reach.y, least.height)
  return [left, top, right - left, bottom - top]
}

function widen(from: number, to: number, least: number): readonly [number, number] {
  const more = Math.max(0, least - (to - from)) / 2
  return [from - more, to + more]
}
