import type { Editor } from '../../lib/editor/editor'
import { findFreeSpot, roomForLinks } from '../../lib/geometry/freeSpot'
import { centreOf, inflate, type Point } from '../../lib/geometry/rect'
import { computeScene } from '../../lib/geometry/scene'
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
