import { rectAround, type Point, type Rect } from './rect'
import { createRectGrid } from './rectGrid'

/** A small round mark that wants to stand at something. */
export interface PinWish {
  readonly key: string
  /** Centres where it may stand, the usual one first; at least one. */
  readonly candidates: readonly Point[]
}

/** How far a pin may reach over an edge: a share of its size, where the rounded corners of both leave room. */
const overlap = 0.15

/**
 * Gives pins places where they cover neither each other nor what is to be read. One that has no free place stands
 * at its usual one: a pin is never left out.
 * @param size of a pin, canvas units
 * @param covered names, signs and badges
 * Cost: linear in pins and what is covered, as long as they are not all at one spot.
 */
export function placePins(
  wishes: readonly PinWish[],
  size: number,
  covered: Iterable<Rect>,
): ReadonlyMap<string, Point> {
  const grid = createRectGrid()
  for (const rect of covered) grid.add(rect)
  const side = size * (1 - 2 * overlap)
  const places = new Map<string, Point>()
  for (const { key, candidates } of wishes) {
    const boxOf = (centre: Point): Rect => rectAround(centre, { width: side, height: side })
    const chosen = candidates.find((centre) => !grid.meets(boxOf(centre))) ?? candidates[0]
    if (chosen === undefined) continue
    grid.add(boxOf(chosen))
    places.set(key, chosen)
  }
  return places
}

/**
 * Where a pin may stand at a box: outside its corners, then beside and above it.
 * @param isHandled the corners are taken by handles, for things that are resized: above the upper edge, then
 */
export function pinsAtBox({ x, y, width, height }: Rect, size: number, isHandled: boolean): readonly Point[] {
  const out = size * (0.5 - overlap) + 0.5
  const [left, right, top, bottom] = [x - out, x + width + out, y - out, y + height + out]
  const above = y - size / 2 - 1
  const below = y + height + size / 2 + 1
  const inner = Math.min(size * 1.1, width / 2)
  const corners = [
    { x: right, y: top },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  const edges = [
    { x: x + width - inner, y: above },
    { x: x + inner, y: above },
    { x: x + width - inner, y: below },
    { x: x + inner, y: below },
  ]
  return isHandled ? [...edges, ...corners] : [...corners, ...edges]
}

/** Where a pin may stand around a point: at so many canvas units from it, first up to the right. */
export function pinsAround({ x, y }: Point, distance: number): readonly Point[] {
  return [-1, -3, 1, 3, -2, 2, 0, 4].map((eighth) => {
    const angle = (eighth * Math.PI) / 4
    return { x: x + Math.cos(angle) * distance, y: y + Math.sin(angle) * distance }
  })
}
