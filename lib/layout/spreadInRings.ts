import { meetsSegment, overlaps, rectAround, type Point, type Rect, type Size } from '../geometry/rect'
import type { PlacedBox } from './clearChips'
import { ringRadii, toField, type RingFit, type RingSeat, type Wedge } from './rings'

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
    const at = placeOf(fit, chip.seat.ring, 0.5, chip.seat.angle)
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
  const seat = placeOf(fit, ring, 0.5, angle)
  let best: { readonly at: Point; readonly cost: number } | undefined
  for (let step = 0; step <= turns; step += 1) {
    const there = angle + ((step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 2 * Math.PI) / turns
    const aside = isInSlice(there, chip.slice) ? 0 : field.width + field.height
    for (const depth of depths) {
      const at = placeOf(fit, ring, depth, there)
      const way = aside + Math.hypot(at.x - seat.x, at.y - seat.y)
      if (best !== undefined && way >= best.cost) continue
      if (!isWithin(at, chip, field) || !isFree(at, chip, taken)) continue
      const cost = way + taken.filter((other) => meetsSegment(other, at, seat)).length * crossingCost
      if (best === undefined || cost < best.cost) best = { at, cost }
    }
  }
  return best?.at
}

/** @param depth how far out in the ring, from 0 to 1 */
function placeOf(fit: RingFit, ring: number, depth: number, angle: number): Point {
  const [inner = 0, outer = 0] = [ringRadii[ring], ringRadii[ring + 1]]
  const radius = inner + depth * (outer - inner)
  return toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
}

function isInSlice(angle: number, slice: SeatedChip<unknown>['slice']): boolean {
  if (slice === undefined) return true
  const full = 2 * Math.PI
  return (((angle - slice.from) % full) + full) % full <= slice.to - slice.from
}

function withAir(at: Point, { width, height }: Size): Rect {
  return rectAround(at, { width: width + 2 * gap, height: height + 2 * gap })
}

function isFree(at: Point, chip: Size, taken: readonly Rect[]): boolean {
  const box = rectAround(at, { width: chip.width - 1, height: chip.height - 1 })
  return !taken.some((other) => overlaps(other, box))
}

function isWithin({ x, y }: Point, { width, height }: Size, field: Size): boolean {
  return x >= width / 2 && y >= height / 2 && x <= field.width - width / 2 && y <= field.height - height / 2
}
