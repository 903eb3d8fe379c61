import type { ElementId } from '../base/ids'
import { containsPoint, type Point, type Rect } from './rect'
import type { Scene } from './scene'

/** Something on the board, as far as it matters to which frame it lies in. */
export interface Standing {
  readonly id: ElementId
  readonly element: { readonly kind: string }
  readonly centre: Point
  /** Asked of frames alone. */
  readonly rect: Rect
}

/**
 * What a frame carries when it moves: every element whose centre lies in it and in no smaller frame
 * within it, and those smaller frames with all that they carry. In drawing order, without itself.
 */
export function frameMembers(scene: Scene, frameId: ElementId): readonly ElementId[] {
  const frame = scene.elements.get(frameId)
  if (frame?.element.kind !== 'frame') return []
  const carried = carriedBy([...scene.elements.values()], new Set([frameId]))
  return [...carried].filter((id) => id !== frameId)
}

/** What these frames carry, all together, in the order given. Cost: one look at each for every frame on the board. */
export function carriedBy(all: readonly Standing[], carriers: ReadonlySet<string>): ReadonlySet<ElementId> {
  const frames = all.filter(({ element }) => element.kind === 'frame')
  const owners = new Map(all.map((one) => [one.id, ownerOf(one, frames)]))
  const isCarried = (id: ElementId): boolean => {
    let owner = owners.get(id)
    for (let depth = 0; owner !== undefined && depth < 50; depth += 1) {
      if (carriers.has(owner)) return true
      owner = owners.get(owner)
    }
    return false
  }
  return new Set([...owners.keys()].filter(isCarried))
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

function ownerOf(shape: Standing, frames: readonly Standing[]): ElementId | undefined {
  let owner: Standing | undefined
  for (const frame of frames) {
    if (frame.id === shape.id || !containsPoint(frame.rect, shape.centre)) continue
    // Two frames of one size and place must not carry each other.
    if (shape.element.kind === 'frame' && !isLarger(frame, shape)) continue
    if (!owner || isLarger(owner, frame)) owner = frame
  }
  return owner?.id
}

function isLarger(a: Standing, b: Standing): boolean {
  const area = (shape: Standing): number => shape.rect.width * shape.rect.height
  return area(a) > area(b) || (area(a) === area(b) && a.id < b.id)
}
