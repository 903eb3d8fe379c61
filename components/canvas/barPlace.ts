import { inflate, overlaps, type Point, type Rect, type Size } from '../../lib/geometry/rect'

/** What the bar floats at, all in pixels of the surface. */
export interface BarSurroundings {
  /** What it belongs to: of a long link, its middle. */
  readonly bounds: Rect
  /** Between the tools and the rims. */
  readonly free: Rect
  /** What stands in there and must not be covered: the inspector and the legend of a look, where they are shown. */
  readonly panels: readonly Rect[]
  /** What it may not cover if that can be: what is selected, the ends of selected links. */
  readonly own: readonly Rect[]
  /** What it had better not cover: badges of loops. */
  readonly badges: readonly Rect[]
  /** Other elements. */
  readonly others: readonly Rect[]
}

/** Between the bar and what it may not cover. */
const near = 4
const worth = { panel: 10_000, own: 1_000, badge: 100, other: 40 } as const
/** In pixels: so far from what it belongs to it had rather change its side. */
const step = 12

/**
 * Where the selection's bar stands: above what it belongs to as a rule; where it would cover something
 * there, below, aside of the middle, or beside it; always between the panels. What is selected counts
 * for most, then badges, then other elements; the inspector and the legend it never covers, and it goes left of these only where
 * there is no place nearer.
 *
 * @param air between the bar and what is selected
 */
export function placeBar(size: Size, surroundings: BarSurroundings, air: number): Point {
  return bestPlace(size, surroundings, air, barWishes(size, surroundings, air))
}

/** Where the bar would stand if there were nothing else, best first. */
function barWishes(size: Size, { bounds, free }: BarSurroundings, air: number): readonly Point[] {
  const above = bounds.y - size.height - air
  const below = bounds.y + bounds.height + air
  const middle = bounds.x + (bounds.width - size.width) / 2
  const start = bounds.x + bounds.width - size.width
  const level = bounds.y + (bounds.height - size.height) / 2
  return [
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
}

/** The question about a link, at the element that the link leads to. */
export interface QuestionSurroundings extends BarSurroundings {
  /** Where the link leads to. */
  readonly target: Rect
  /** The side of it that the link points to. */
  readonly beyond: 'top' | 'right' | 'bottom' | 'left'
}

/**
 * Where the question about a link stands: beyond its arrowhead, or else at another side of the element there,
 * or where a bar would. Keeps clear of the same as the bar.
 */
export function placeQuestion(size: Size, surroundings: QuestionSurroundings, air: number): Point {
  const { target, beyond } = surroundings
  const x = target.x + (target.width - size.width) / 2
  const y = target.y + (target.height - size.height) / 2
  const sides = {
    bottom: { x, y: target.y + target.height + air },
    top: { x, y: target.y - size.height - air },
    right: { x: target.x + target.width + air, y },
    left: { x: target.x - size.width - air, y },
  } as const
  const wishes = [sides[beyond], ...Object.values(sides), ...barWishes(size, surroundings, air)]
  return bestPlace(size, surroundings, air, wishes)
}

/** Where the question about a link stands on a phone: at the foot of the free room, or at its head. */
export type Dock = 'foot' | 'head'

export function dockPlace(dock: Dock, size: Size, { free }: Pick<BarSurroundings, 'free'>): Point {
  return { x: free.x, y: dock === 'foot' ? free.y + free.height - size.height : free.y }
}

/**
 * Where the question goes on a phone: to the foot, unless it covers less at the head. Once it is somewhere, it goes
 * away from there only where it would cover the link that it is about, and does not do so elsewhere.
 */
export function nextDock(now: Dock | undefined, size: Size, surroundings: BarSurroundings): Dock {
  const [foot, head] = (['foot', 'head'] as const).map((dock) =>
    costOf(dockPlace(dock, size, surroundings), size, surroundings, 1),
  ) as [number, number]
  if (now === undefined) return head < foot ? 'head' : 'foot'
  const [here, there] = now === 'foot' ? [foot, head] : [head, foot]
  return here >= worth.own && there < worth.own ? (now === 'foot' ? 'head' : 'foot') : now
}

/** What a place covers, by its worth. */
function costOf(place: Point, size: Size, { panels, own, badges, others }: BarSurroundings, air: number): number {
  const count = (boxes: readonly Rect[], room: number): number => {
    const box = inflate({ ...place, ...size }, room)
    return boxes.filter((other) => overlaps(box, other)).length
  }
  return (
    count(panels, near - 1) * worth.panel +
    // With the dots from which links are pulled.
    count(own, air - 1) * worth.own +
    count(badges, near) * worth.badge +
    count(others, near) * worth.other
  )
}

/** The first wish, between the panels, that covers least. */
function bestPlace(size: Size, surroundings: BarSurroundings, air: number, wishes: readonly Point[]): Point {
  const { bounds, free, panels } = surroundings
  let best = wishes[0] as Point
  let least = Infinity
  const middle = bounds.x + (bounds.width - size.width) / 2
  const places = wishes.map((wish) => within(free, size, wish))
  for (const panel of panels) {
    const aside = { ...free, width: Math.max(size.width, panel.x - near - free.x) }
    places.push(...wishes.map((wish) => within(aside, size, wish)))
    const [over, under] = [panel.y - near - size.height, panel.y + panel.height + near]
    if (over >= free.y) places.push(within(free, size, { x: middle, y: over }))
    if (under + size.height <= free.y + free.height) places.push(within(free, size, { x: middle, y: under }))
  }
  for (const [rank, place] of places.entries()) {
    const cost =
      rank + Math.round(gapBetween({ ...place, ...size }, bounds, air) / step) + costOf(place, size, surroundings, air)
    if (cost >= least) continue
    least = cost
    best = place
    if (cost === rank) break
  }
  return best
}

/** How far apart two boxes are, beyond what is between them as a rule. */
function gapBetween(a: Rect, b: Rect, usual: number): number {
  const dx = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width)
  const dy = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height)
  return Math.max(0, Math.hypot(dx, dy) - usual)
}

function within(free: Rect, size: Size, { x, y }: Point): Point {
  return {
    x: Math.max(free.x, Math.min(free.x + free.width - size.width, x)),
    y: Math.max(free.y, Math.min(free.y + free.height - size.height, y)),
  }
}
