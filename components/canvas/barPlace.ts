import { inflate, overlaps, type Point, type Rect, type Size } from '../../lib/geometry/rect'

/** What the bar floats at, all in pixels of the surface. */
export interface BarSurroundings {
  /** What it belongs to: of a long link, its middle. */
  readonly bounds: Rect
  /** Between the panels. */
  readonly free: Rect
  /** What it may not cover if that can be: what is selected, the ends of selected links. */
  readonly own: readonly Rect[]
  /** What it had better not cover: badges of loops. */
  readonly badges: readonly Rect[]
  /** Other elements. */
  readonly others: readonly Rect[]
}

/** Between the bar and what it may not cover. */
const near = 4
const worth = { own: 1_000, badge: 100, other: 40 } as const

/**
 * Where the selection's bar stands: above what it belongs to as a rule; where it would cover something
 * there, below, aside of the middle, or beside it; always between the panels. What is selected counts
 * for most, then badges, then other elements.
 *
 * @param air between the bar and what is selected
 */
export function placeBar(size: Size, { bounds, free, own, badges, others }: BarSurroundings, air: number): Point {
  const above = bounds.y - size.height - air
  const below = bounds.y + bounds.height + air
  const middle = bounds.x + (bounds.width - size.width) / 2
  const start = bounds.x + bounds.width - size.width
  const level = bounds.y + (bounds.height - size.height) / 2
  const wishes: readonly Point[] = [
    { x: middle, y: above },
    { x: middle, y: below },
    { x: start, y: above },
    { x: bounds.x, y: above },
    { x: start, y: below },
    { x: bounds.x, y: below },
    { x: bounds.x + bounds.width + air, y: level },
    { x: bounds.x - size.width - air, y: level },
    { x: middle, y: free.y },
    { x: middle, y: free.y + free.height - size.height },
  ]
  let best = wishes[0] as Point
  let least = Infinity
  for (const [rank, wish] of wishes.entries()) {
    const place = within(free, size, wish)
    const count = (boxes: readonly Rect[], room: number): number => {
      const box = inflate({ ...place, ...size }, room)
      return boxes.filter((other) => overlaps(box, other)).length
    }
    const cost =
      rank +
      // With the dots from which links are pulled.
      count(own, air - 1) * worth.own +
      count(badges, near) * worth.badge +
      count(others, near) * worth.other
    if (cost >= least) continue
    least = cost
    best = place
    if (cost === rank) break
  }
  return best
}

function within(free: Rect, size: Size, { x, y }: Point): Point {
  return {
    x: Math.max(free.x, Math.min(free.x + free.width - size.width, x)),
    y: Math.max(free.y, Math.min(free.y + free.height - size.height, y)),
  }
}
