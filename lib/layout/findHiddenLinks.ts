import { sampled } from '../geometry/linkCover'
import { computeScene } from '../geometry/scene'
import { containsPoint, overlaps } from '../geometry/rect'
import type { LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'

/**
 * Links of the board that run behind an element that is not one of their ends, as they are drawn: frames
 * and strokes of the pen lie under links and hide none.
 * Cost: that of a scene, and one look at every element for each link.
 */
export function findHiddenLinks(view: MapView): readonly LinkId[] {
  const scene = computeScene(view, boardView)
  const shapes = [...scene.elements.values()].filter(({ element: { kind } }) => kind !== 'frame' && kind !== 'ink')
  return [...scene.links.values()].flatMap((link) => {
    const isHidden = shapes.some(
      ({ id, rect }) =>
        id !== link.from &&
        id !== link.to &&
        overlaps(rect, link.bounds) &&
        sampled(link).some((point) => containsPoint(rect, point)),
    )
    return isHidden ? [link.id] : []
  })
}
