import type { ElementId, LinkId } from '../base/ids'
import { boundsOfElement, type ElementShape } from '../geometry/elementShape'
import { frameMembers } from '../geometry/frameMembers'
import type { LinkShape } from '../geometry/linkShape'
import { unite } from '../geometry/rect'
import type { Scene } from '../geometry/scene'

/** Which part of a map a picture shows. */
export type PictureScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'frame'; readonly id: ElementId }
  | { readonly kind: 'elements'; readonly ids: readonly ElementId[] }

/**
 * The part of a scene within a scope: its elements, the links whose both ends are among them, and
 * the badges of loops all of whose variables are.
 * Bounds are those of the part; of a frame, the frame's own, so that what hangs over is not cut off.
 */
export function narrowScene(scene: Scene, scope: PictureScope): Scene {
  if (scope.kind === 'all') return scene
  const wanted = new Set<ElementId>(scope.kind === 'frame' ? [scope.id, ...frameMembers(scene, scope.id)] : scope.ids)
  const elements = new Map<ElementId, ElementShape>()
  for (const [id, shape] of scene.elements) if (wanted.has(id)) elements.set(id, shape)
  const links = new Map<LinkId, LinkShape>()
  for (const [id, shape] of scene.links) {
    if (elements.has(shape.from) && elements.has(shape.to)) links.set(id, shape)
  }
  const badges = new Map([...scene.badges].filter(([, { loop }]) => loop.variables.every((id) => elements.has(id))))
  const rects = [...elements.values()].map(boundsOfElement)
  for (const shape of links.values()) rects.push(shape.bounds)
  for (const badge of badges.values()) rects.push(badge.bounds)
  return { elements, links, badges, bounds: unite(rects) }
}
