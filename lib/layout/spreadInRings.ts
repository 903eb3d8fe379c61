import { meetsSegment, rectAround, type Point, type Rect, type Size } from '../geometry/rect'
import type { PlacedBox } from './clearChips'
import { fromField, ringRadii, toField, type RingFit, type RingSeat, type Wedge } from './rings'

/** A chip with its seat in the rings. */
export interface SeatedChip<Id> extends Size {
  readonly id: Id
  readonly seat: RingSeat
  /** The slice that it stands in, where there are slices. */
  readonly slice?: Pick<Wedge<unknown>, 'from' | 'to'> | undefined
}

/** Between two chips that give way to each other. */
const gap = 4
/** Steps along the ring and across it, in which a free place is looked for: the direction is free, the ring is not. */
const turns = 120
const depths = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86, 0.05, 0.95] as const
/** How far out in its ring a chip stands if nothing is in its way, and how far in it may go for the edge of the outermost. */
const startDepth = 0.5
const leastDepth = 0.26
/** In pixels of way: what a line under a chip, a name or the question costs. */
const crossingCost = 60

/**
 * Centres for chips in rings: who is on nobody stands at its seat, the others, the inner rings first, give way along their
 * ring, within their slice while there is room, to the nearest free place, and rather so that the line to their seat runs
 * under nothing. Who finds no room in its ring has no place in the answer. The same chips always stand the same way, in
 * whatever order they come.
 * Cost: the square of their number, and for each that gives way 1,080 looks at the others.
 * @param fixed what nobody may lie on, such as the names of rings
 */
export function spreadInRings<Id extends string>(
  chips: readonly SeatedChip<Id>[],
  fixed: readonly PlacedBox[],
  { fit, field }: { readonly fit: RingFit; readonly field: Size },
): ReadonlyMap<Id, Point> {
  const taken: Rect[] = fixed.map((box) => withAir(box, box))
  const places = new Map<Id, Point>()
  const late: SeatedChip<Id>[] = []
  const take = (chip: SeatedChip<Id>, at: Point): void => {
    places.set(chip.id, at)
    taken.push(withAir(at, chip))
  }
  // The inner rings have the least room.
  const sorted = [...chips].sort((a, b) => a.seat.ring - b.seat.ring || (a.id < b.id ? -1 : 1))
  for (const chip of sorted) {
    const at = startOfSeat(fit, chip.seat, chip)
    if (isWithin(at, chip, field) && isFree(at, chip, taken)) take(chip, at)
    else late.push(chip)
  }
  for (const chip of late) {
    const at = findRoom(chip, taken, fit, field)
    if (at !== undefined) take(chip, at)
  }
  return places
}

/** The free place nearest to its seat, in its ring and, if there is one, in its slice. */
function findRoom(chip: SeatedChip<unknown>, taken: readonly Rect[], fit: RingFit, field: Size): Point | undefined {
  const { ring, angle } = chip.seat
  const seat = placeOf(fit, ring, startDepth, angle)
  const beside = Math.min(fit.across, fit.down) * radiusAt(ring, startDepth)
  let best: { readonly at: Point; readonly cost: number } | undefined
  const look = (isOut: boolean): Point | undefined => {
    for (let step = 0; step <= turns; step += 1) {
      const turned = (Math.ceil(step / 2) * 2 * Math.PI) / turns
      // So far it is at least to anything in that direction.
      const least = beside * Math.sin(Math.min(turned, Math.PI / 2))
      if (best !== undefined && least >= best.cost) break
      const there = angle + (step % 2 === 0 ? turned : -turned)
      if (isWithinSlice(there, chip.slice) === isOut) continue
      for (const depth of depths) {
        const at = placeOf(fit, ring, depth, there)
        const way = Math.hypot(at.x - seat.x, at.y - seat.y)
        if (best !== undefined && way >= best.cost) continue
        if (!isWithin(at, chip, field) || !isFree(at, chip, taken)) continue
        const cost = way + taken.filter((other) => meetsSegment(other, at, seat)).length * crossingCost
        if (best === undefined || cost < best.cost) best = { at, cost }
      }
    }
    return best?.at
  }
  return look(false) ?? (chip.slice === undefined ? undefined : look(true))
}

function radiusAt(ring: number, depth: number): number {
  const [inner = 0, outer = 0] = [ringRadii[ring], ringRadii[ring + 1]]
  return inner + depth * (outer - inner)
}

/** @param depth how far out in the ring, from 0 to 1 */
function placeOf(fit: RingFit, ring: number, depth: number, angle: number): Point {
  const radius = radiusAt(ring, depth)
  return toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
}

/**
 * Where a chip stands if nothing is in its way: in the middle of its ring; in the outermost one farther in, as far as it
 * still stands clearly in it, where it would go over the edge.
 */
export function startOfSeat(fit: RingFit, { ring, angle }: RingSeat, size: Size = { width: 0, height: 0 }): Point {
  const at = placeOf(fit, ring, startDepth, angle)
  if (ring < ringRadii.length - 2) return at
  const over = depths.filter((depth) => depth <= startDepth && depth >= leastDepth)
  const places = over.map((depth) => placeOf(fit, ring, depth, angle))
  return places.find((place) => isInside(fit, rectAround(place, size))) ?? places.at(-1) ?? at
}

/** Whether all of a box is within the outermost ring. */
function isInside(fit: RingFit, { x, y, width, height }: Rect): boolean {
  const edge = ringRadii.at(-1) ?? 0
  return [x, x + width].every((left) =>
    [y, y + height].every((top) => {
      const point = fromField(fit, { x: left, y: top })
      return Math.hypot(point.x, point.y) <= edge
    }),
  )
}

/** Whether a place is in a slice, with its middle; every place is where there are no slices. */
export function isInSlice(fit: RingFit, place: Point, slice: SeatedChip<unknown>['slice']): boolean {
  const { x, y } = fromField(fit, place)
  return isWithinSlice(Math.atan2(y, x), slice)
}

function isWithinSlice(angle: number, slice: SeatedChip<unknown>['slice']): boolean {
  if (slice === undefined) return true
  const full = 2 * Math.PI
  return (((angle - slice.from) % full) + full) % full <= slice.to - slice.from
}

function withAir(at: Point, { width, height }: Size): Rect {
  return rectAround(at, { width: width + 2 * gap, height: height + 2 * gap })
}

function isFree({ x, y }: Point, { width, height }: Size, taken: readonly Rect[]): boolean {
  const [left, right, top, bottom] = [
    x - width / 2 + 0.5,
    x + width / 2 - 0.5,
    y - height / 2 + 0.5,
    y + height / 2 - 0.5,
  ]
  return !taken.some(
    (other) => left <= other.x + other.width && other.x <= right && top <= other.y + other.height && other.y <= bottom,
  )
}

function isWithin({ x, y }: Point, { width, height }: Size, field: Size): boolean {
  return x >= width / 2 && y >= height / 2 && x <= field.width - width / 2 && y <= field.height - height / 2
}
