import type { ElementId } from '../base/ids'
import { linkMetrics } from '../geometry/linkShape'
import type { MapView } from '../model/mapView'
import type { Box, Edge } from './box'

/**
 * Links by the indices of the boxes at their ends, each direction between two boxes once, as bent as people bent them.
 * @param boxFor the box that stands for an element: itself, or the frame it is in; none if it is not placed
 */
export function collectEdges(
  view: Pick<MapView, 'links'>,
  boxes: readonly Box[],
  boxFor: (id: ElementId) => ElementId | undefined,
): readonly Edge[] {
  const indexById = new Map<ElementId | undefined, number>(boxes.map((box, index) => [box.id, index]))
  const edges = new Map<string, Edge>()
  for (const { from, to, kind, curvature } of view.links.values()) {
    const [a, b] = [indexById.get(boxFor(from)), indexById.get(boxFor(to))]
    if (a === undefined || b === undefined || a === b) continue
    const usual = kind === 'causal' ? linkMetrics.bow.share : linkMetrics.straightBow.share
    edges.set(`${a} ${b}`, [a, b, curvature ?? usual])
  }
  return [...edges.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}
