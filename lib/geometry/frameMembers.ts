import type { ElementId } from '../base/ids'
import type { ElementShape } from './elementShape'
import { containsPoint } from './rect'
import type { Scene } from './scene'

/**
 * What a frame carries when it moves: every element whose centre lies in it and in no smaller frame
 * within it, and those smaller frames with all that they carry. In drawing order, without itself.
 */
export function frameMembers(scene: Scene, frameId: ElementId): readonly ElementId[] {
  const frame = scene.elements.get(frameId)
  if (frame?.element.kind !== 'frame') return []
  const owners = new Map<ElementId, ElementId | undefined>()
  const frames = [...scene.elements.values()].filter((shape) => shape.element.kind === 'frame')
  for (const shape of scene.elements.values()) owners.set(shape.id, ownerOf(shape, frames))
  const isCarried = (id: ElementId): boolean => {
    let owner = owners.get(id)
    for (let depth = 0; owner !== undefined && depth < 50; depth += 1) {
      if (owner === frameId) return true
      owner = owners.get(owner)
    }
    return false
  }
  return [...scene.elements.keys()].filter((id) => id !== frameId && isCarried(id))
}

/** The frame that an element lies in: the smallest around its centre. Undefined on the open canvas. */
export function frameOf(scene: Scene, id: ElementId): ElementId | undefined {
  const shape = scene.elements.get(id)
  if (!shape) return undefined
  return ownerOf(
    shape,
    [...scene.elements.values()].filter((other) => other.element.kind === 'frame'),
  )
}

function ownerOf(shape: ElementShape, frames: readonly ElementShape[]): ElementId | undefined {
  let owner: ElementShape | undefined
  for (const frame of frames) {
    if (frame.id === shape.id || !containsPoint(frame.rect, shape.centre)) continue
    // Two frames of one size and place must not carry each other.
    if (shape.element.kind === 'frame' && !isLarger(frame, shape)) continue
    if (!owner || isLarger(owner, frame)) owner = frame
  }
  return owner?.id
}

function isLarger(a: ElementShape, b: ElementShape): boolean {
  const area = (shape: ElementShape): number => shape.rect.width * shape.rect.height
  return area(a) > area(b) || (area(a) === area(b) && a.id < b.id)
}
