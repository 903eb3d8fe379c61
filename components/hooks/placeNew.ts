import type { ElementId } from '../../lib/base/ids'
import type { Editor } from '../../lib/editor/editor'
import { findFreeSpot, roomForLinks } from '../../lib/geometry/freeSpot'
import { centreOf, inflate, rectAround, unite, type Point } from '../../lib/geometry/rect'
import { computeScene } from '../../lib/geometry/scene'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'
import type { CameraPort } from './workspace'

const typicalSize = { width: 170, height: 40 }

/**
 * Where something new goes when nobody pointed at a place: a free spot in what the person sees,
 * nearest to its middle; beside the map if nothing is seen.
 */
export function findPlaceForNew(editor: Editor, camera: CameraPort | undefined, size = typicalSize): Point {
  const laidOut = computeScene(editor.view.get(), boardView)
  // Where badges stand the canvas knows, also of what is hidden by how somebody looks at the map.
  const scene = { ...laidOut, badges: camera?.badges?.() ?? laidOut.badges }
  const seen = camera?.visible()
  if (seen === undefined) return findFreeSpot(scene, scene.bounds ? centreOf(scene.bounds) : { x: 0, y: 0 }, size)
  return findFreeSpot(scene, centreOf(seen), size, { within: inflate(seen, -24), margin: roomForLinks })
}

/** About what room an action takes that connects two by their names. */
const sizeOfConnection = { width: 240, height: 60 }

/** Where something goes that is to stand between two: the free spot nearest to the middle of them. */
export function findPlaceBetween(view: MapView, [one, other]: readonly [ElementId, ElementId]): Point {
  const scene = computeScene(view, boardView)
  const ends = [one, other].flatMap((id) => scene.elements.get(id)?.rect ?? [])
  const around = unite(ends.map((rect) => rectAround(centreOf(rect), { width: 0, height: 0 })))
  const middle = around ?? scene.bounds
  return findFreeSpot(scene, middle ? centreOf(middle) : { x: 0, y: 0 }, sizeOfConnection)
}
