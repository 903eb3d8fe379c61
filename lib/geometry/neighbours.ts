import type { ElementId } from '../base/ids'
import type { ElementShape } from './elementShape'
import type { Scene } from './scene'

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * The element an arrow key leads to: the nearest whose centre lies that way, those straight ahead
 * before those aside. Frames are skipped. Undefined if there is none.
 */
export function nearestInDirection(scene: Scene, from: ElementId, direction: Direction): ElementId | undefined {
  const origin = scene.elements.get(from)
  if (!origin) return undefined
  let best: ElementId | undefined
  let least = Infinity
  for (const shape of scene.elements.values()) {
    if (shape.id === from || shape.element.kind === 'frame') continue
    const { ahead, aside } = measure(origin, shape, direction)
    if (ahead <= 1 || aside > ahead * 3) continue
    const cost = ahead + aside * 2
    if (cost < least) {
      least = cost
      best = shape.id
    }
  }
  return best
}

function measure(from: ElementShape, to: ElementShape, direction: Direction): { ahead: number; aside: number } {
  const dx = to.centre.x - from.centre.x
  const dy = to.centre.y - from.centre.y
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
