import type { ElementId } from '../base/ids'
import { frameMembers } from '../geometry/frameMembers'
import { elementsInRect, hitElement } from '../geometry/hit'
import { curvatureThrough } from '../geometry/linkCurve'
import type { Point, Rect } from '../geometry/rect'
import type { Scene } from '../geometry/scene'
import { snapMove } from '../geometry/snap'
import { isLinkable } from '../model/element'
import type { GestureContext } from './gestureContext'
import { isResizable } from './hitSurface'

/** What the screen knows besides the scene. */
export type SceneSurroundings = Pick<GestureContext, 'tool' | 'mayEdit' | 'marked' | 'linkingFrom'> & {
  readonly zoom: number
  readonly visible: Rect
}

/**
 * Answers gestures from a scene.
 * @param scene the map as it is stored, without the drag in flight: things snap to where others rest
 */
export function createSceneContext(scene: Scene, surroundings: SceneSurroundings): GestureContext {
  const { zoom, visible, ...rest } = surroundings
  return {
    ...rest,
    find: (id) => {
      const shape = scene.elements.get(id)
      if (shape === undefined) return undefined
      return {
        id,
        rect: shape.rect,
        locked: shape.element.locked === true,
        linkable: isLinkable(shape.element),
        resizable: isResizable(shape),
      }
    },
    membersOf: (ids) => [...new Set(ids.flatMap((id) => frameMembers(scene, id)))],
    touching: (rect) =>
      elementsInRect(scene, rect).filter((id) => {
        const element = scene.elements.get(id)?.element
        return element?.locked !== true && element?.paint?.faded !== true
      }),
    linkableAt: (point) => findLinkable(scene, point),
    endsOf: (id) => {
      const shape = scene.links.get(id)
      return shape === undefined ? undefined : { from: shape.from, to: shape.to }
    },
    curvatureThrough: (id, point) => {
      const shape = scene.links.get(id)
      const from = shape === undefined ? undefined : scene.elements.get(shape.from)
      const to = shape === undefined ? undefined : scene.elements.get(shape.to)
      return from === undefined || to === undefined ? 0 : curvatureThrough(from, to, point)
    },
    badge: (loop) => scene.badges.get(loop),
    snap: (ids, offset) => {
      const { delta, lines } = snapMove(scene, ids, offset, { zoom, within: visible })
      return { offset: delta, lines }
    },
  }
}

function findLinkable(scene: Scene, point: Point): ElementId | undefined {
  const id = hitElement(scene, point)
  const element = id === undefined ? undefined : scene.elements.get(id)?.element
  return element !== undefined && isLinkable(element) ? element.id : undefined
}
