import type { ElementId } from '../../lib/base/ids'
import { frameOf } from '../../lib/geometry/frameMembers'
import { readingOrder } from '../../lib/geometry/neighbours'
import { computeScene } from '../../lib/geometry/scene'
import type { ElementOfKind, MapElement } from '../../lib/model/element'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'

/** What lies in one frame, or outside all frames. */
export interface OutlineGroup {
  readonly frame: ElementOfKind<'frame'> | undefined
  readonly elements: readonly MapElement[]
}

/**
 * The map as text: frames in reading order, each with what lies in it, last what lies in none. An
 * element in nested frames stands under the innermost. Elements without a place come at the end.
 */
export function outlineTree(view: MapView): readonly OutlineGroup[] {
  const scene = computeScene(view, boardView)
  const order = readingOrder(scene)
  const seen = new Set(order)
  const all = [...order, ...[...view.elements.keys()].filter((id) => !seen.has(id))]
  const members = new Map<ElementId | undefined, MapElement[]>()
  const frames: ElementOfKind<'frame'>[] = []
  for (const id of all) {
    const element = view.elements.get(id)
    if (element === undefined) continue
    if (element.kind === 'frame') {
      frames.push(element)
      continue
    }
    const frame = frameOf(scene, id)
    const group = members.get(frame) ?? []
    group.push(element)
    members.set(frame, group)
  }
  const groups: OutlineGroup[] = frames.map((frame) => ({ frame, elements: members.get(frame.id) ?? [] }))
  const loose = members.get(undefined) ?? []
  return loose.length > 0 || groups.length === 0 ? [...groups, { frame: undefined, elements: loose }] : groups
}
