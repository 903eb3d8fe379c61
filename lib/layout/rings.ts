import type { Point, Size } from '../geometry/rect'
import type { ViewId } from '../base/ids'

/** Positions in rings around the question of the map: `[x, y]` with the middle at `[0, 0]`. */
export const ringsView = 'rings' as ViewId

export const ringCount = 4
/** Radius of the middle, where the question stands, and the width of each ring, in units of `ringsView`. */
const middle = 60
const band = 90
const outermost = middle + ringCount * band

/** Where in the rings something stands: the ring from within, and the direction in radians, 0 to the right, clockwise. */
export interface RingSeat {
  readonly ring: number
  readonly angle: number
}

/** The seat at a point of `ringsView`. What is nearer than the first ring is in it, what is farther than the last in that. */
export function seatAt({ x, y }: Point): RingSeat {
  const ring = Math.floor((Math.hypot(x, y) - middle) / band)
  return { ring: Math.min(ringCount - 1, Math.max(0, ring)), angle: Math.atan2(y, x) }
}

/** The middle of a ring in a direction, as a point of `ringsView`. */
export function pointOfSeat({ ring, angle }: RingSeat): Point {
  const radius = middle + (ring + 0.5) * band
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** Directions for whoever is placed without one, from the bottom to both sides; at the top stand the names of the rings. */
const freeAngles: readonly number[] = Array.from(
  { length: 23 },
  (_, index) => Math.PI / 2 + ((index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * Math.PI) / 18,
)

/**
 * A direction for whoever is placed without one, as by a key: the first from the bottom that is apart from these, or
 * else the one that is farthest from them.
 */
export function freeAngle(taken: readonly number[]): number {
  const apart = (angle: number): number =>
    Math.min(...taken.map((other) => Math.abs(Math.atan2(Math.sin(other - angle), Math.cos(other - angle)))))
  const enough = Math.PI / 6
  const [first = 0] = freeAngles
  return (
    freeAngles.find((angle) => apart(angle) >= enough) ??
    freeAngles.reduce((best, angle) => (apart(angle) > apart(best) + 1e-9 ? angle : best), first)
  )
}

/** Whether a point of `ringsView` is inside the outermost ring, or hardly outside. */
export function isInRings({ x, y }: Point): boolean {
  return Math.hypot(x, y) <= outermost + band / 2
}

/** How rings are fitted into a field: as ellipses, wider than high where there is room, since names are wide. */
export interface RingFit {
  readonly centre: Point
  /** Pixels per unit, across and down. */
  readonly across: number
  readonly down: number
}

export function fitRings({ width, height }: Size): RingFit {
  const down = height / 2 / outermost
  return { centre: { x: width / 2, y: height / 2 }, down, across: Math.min(width / 2 / outermost, down * 1.7) }
}

export function toField({ centre, across, down }: RingFit, { x, y }: Point): Point {
  return { x: centre.x + x * across, y: centre.y + y * down }
}

export function fromField({ centre, across, down }: RingFit, { x, y }: Point): Point {
  return { x: (x - centre.x) / across, y: (y - centre.y) / down }
}

/** Outer radii of the middle and of each ring, from within, in units of `ringsView`. */
export const ringRadii: readonly number[] = Array.from({ length: ringCount + 1 }, (_, index) => middle + index * band)

/** A slice of all rings for one group: from one direction to another, clockwise, in radians. */
export interface Wedge<Group> {
  readonly group: Group
  readonly from: number
  readonly to: number
}

/**
 * Slices for groups, each as wide as its members need, beginning at the top; none is narrower than half of what an equal
 * share would be.
 */
export function cutWedges<Group>(
  groups: readonly { readonly group: Group; readonly members: number }[],
): readonly Wedge<Group>[] {
  const least = Math.PI / Math.max(1, groups.length)
  const members = groups.reduce((sum, one) => sum + one.members, 0)
  const free = 2 * Math.PI - least * groups.length
  let from = -Math.PI / 2
  return groups.map(({ group, members: own }) => {
    const to = from + least + (members === 0 ? free / groups.length : (free * own) / members)
    const wedge = { group, from, to }
    from = to
    return wedge
  })
}

/** Seats within a wedge: those of each ring spread evenly, in the order in which they come. */
export function seatWithin<Id>(
  wedge: Pick<Wedge<unknown>, 'from' | 'to'>,
  members: readonly { readonly id: Id; readonly ring: number }[],
): ReadonlyMap<Id, RingSeat> {
  const seats = new Map<Id, RingSeat>()
  for (let ring = 0; ring < ringCount; ring += 1) {
    const here = members.filter((one) => one.ring === ring)
    for (const [index, { id }] of here.entries()) {
      seats.set(id, { ring, angle: wedge.from + ((index + 0.5) / here.length) * (wedge.to - wedge.from) })
    }
  }
  return seats
}
