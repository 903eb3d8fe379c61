import type { ElementId } from '../base/ids'
import type { Point } from '../geometry/rect'
import type { Scene } from '../geometry/scene'
import { focusEnd } from './focusWalk'

/**
 * Where one begins to look at a map that cannot be seen as a whole: at what most links lead to and from, of
 * several the first as one reads; without links at the beginning. Undefined if there is nothing.
 */
export function openingStart(scene: Scene): Point | undefined {
  const counts = new Map<ElementId, number>()
  for (const { from, to } of scene.links.values()) {
    for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  const busiest = [...counts].filter(([, count]) => count === most).map(([id]) => scene.elements.get(id)?.centre)
  const [first] = busiest.filter((centre) => centre !== undefined).toSorted((a, b) => a.y - b.y || a.x - b.x)
  if (first !== undefined) return first
  const beginning = focusEnd(scene, 'first')
  return beginning.kind === 'element' ? scene.elements.get(beginning.id)?.centre : undefined
}
