import type { ElementId } from '../base/ids'
import type { ElementShape } from './elementShape'
import type { Point } from './rect'
import type { Scene } from './scene'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** What arrow keys stop at: an element, or the badge of a loop. */
export type Stop =
  { readonly kind: 'element'; readonly id: ElementId } | { readonly kind: 'badge'; readonly id: string }

/**
 * Where an arrow key leads to: the nearest whose centre lies that way, those straight ahead
 * before those aside. Frames are skipped. Undefined if there is none.
 */
export function nearestInDirection(scene: Scene, from: Stop, direction: Direction): Stop | undefined {
  const origin = from.kind === 'element' ? scene.elements.get(from.id) : scene.badges.get(from.id)
  if (!origin) return undefined
  let best: Stop | undefined
  let least = Infinity
  const consider = (stop: Stop, centre: Point): void => {
    const { ahead, aside } = measure(origin.centre, centre, direction)
    if (ahead <= 1 || aside > ahead * 3) return
    const cost = ahead + aside * 2
    if (cost >= least) return
    least = cost
    best = stop
  }
  for (const { id, element, centre } of scene.elements.values()) {
    if (element.kind !== 'frame') consider({ kind: 'element', id }, centre)
  }
  for (const { key, centre } of scene.badges.values()) consider({ kind: 'badge', id: key }, centre)
  return best
}

function measure(from: Point, to: Point, direction: Direction): { ahead: number; aside: number } {
  const dx = to.x - from.x
  const dy = to.y - from.y
  switch (direction) {
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) }
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) }
  }
}

/**
 * All elements as one would read the map: row by row from the top, each row from left to right.
 * Elements share a row if the centre of one lies within the height of the row's first, which is at
 * least 40 units. A frame comes where its title stands.
 */
export function readingOrder(scene: Scene): readonly ElementId[] {
  const readAt = (shape: ElementShape): number => (shape.element.kind === 'frame' ? shape.rect.y - 12 : shape.centre.y)
  const rest = [...scene.elements.values()].sort((a, b) => readAt(a) - readAt(b) || a.rect.x - b.rect.x)
  const order: ElementId[] = []
  let index = 0
  while (index < rest.length) {
    const first = rest[index] as ElementShape
    const height = first.element.kind === 'frame' ? 24 : Math.max(40, first.rect.height)
    const row: ElementShape[] = []
    while (index < rest.length && readAt(rest[index] as ElementShape) - readAt(first) <= height / 2) {
      row.push(rest[index] as ElementShape)
      index += 1
    }
    row.sort((a, b) => a.rect.x - b.rect.x || readAt(a) - readAt(b))
    for (const shape of row) order.push(shape.id)
  }
  return order
}
