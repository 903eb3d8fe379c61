import { distanceBetween, type Point, type Size } from '../geometry/rect'
import type { PlacedBox } from './clearChips'
import type { RingFit } from './rings'
import { isInSlice, spreadInRings, startOfSeat, type SeatedChip } from './spreadInRings'

/** Chips of the rings where they stand; those of `short` show initials instead of their names. */
export interface RingChips<Id> {
  readonly places: ReadonlyMap<Id, Point>
  readonly short: ReadonlySet<Id>
}

/** In pixels: a name whose nearer end is farther from its seat than this is no longer read as standing there. */
const farthest = 90

/**
 * Chips in their rings, none on another. Where names find no room so, the longest of those that find none are shortened,
 * and where only short ones find none, the longest of their ring and of those beside it, until all have room; then those
 * who stand in another slice than theirs or far from their seat, the farthest first, or whose names keep them there.
 * Undefined where even initials find none. The same chips always stand the same way.
 * Cost: of `spreadInRings` once where there is room or none, else mostly for the logarithm of their number.
 */
export function nameInRings<Id extends string>(
  chips: readonly SeatedChip<Id>[],
  short: Size,
  fixed: readonly PlacedBox[],
  room: { readonly fit: RingFit; readonly field: Size },
): RingChips<Id> | undefined {
  const place = (shortened: ReadonlySet<Id>): ReadonlyMap<Id, Point> => {
    const sized = chips.map((chip) => (shortened.has(chip.id) ? { ...chip, ...short } : chip))
    return spreadInRings(sized, fixed, room)
  }
  const everybody = new Set(chips.map(({ id }) => id))
  const shortened = new Set<Id>()
  for (;;) {
    const places = place(shortened)
    const without = chips.filter(({ id }) => !places.has(id))
    if (without.length === 0) {
      const away = findAway(chips, shortened, places, room)
      if (away.length === 0) return { places, short: shortened }
      for (const id of away) shortened.add(id)
      continue
    }
    // A quick end where nothing helps.
    if (shortened.size === 0 && place(everybody).size < chips.length) return undefined
    const named = chips.filter(({ id }) => !shortened.has(id))
    if (named.length === 0) return undefined
    const wishes = [
      named.filter(({ id }) => !places.has(id)),
      // Their names are in the way of those who stand as initials already.
      named.filter(({ seat }) => without.some((one) => Math.abs(one.seat.ring - seat.ring) <= 1)),
      named,
    ]
    const next = longestFirst(wishes.find((some) => some.length > 0) ?? named)
    for (const { id } of next.slice(0, Math.ceil(next.length / 3))) shortened.add(id)
  }
}

/** Whose names are to be shortened so that nobody stands in another slice or far from their seat: a third at a time. */
function findAway<Id extends string>(
  chips: readonly SeatedChip<Id>[],
  short: ReadonlySet<Id>,
  places: ReadonlyMap<Id, Point>,
  { fit }: { readonly fit: RingFit },
): readonly Id[] {
  const named = chips.filter(({ id }) => !short.has(id))
  if (named.length === 0) return []
  const standing = chips.map((chip) => {
    const [seat, place] = [startOfSeat(fit, chip.seat), places.get(chip.id) ?? fit.centre]
    const half = short.has(chip.id) ? 0 : chip.width / 2
    return { chip, seat, off: distanceBetween(seat, place) - half, isOut: !isInSlice(fit, place, chip.slice) }
  })
  const away = standing
    .filter(({ off, isOut }) => isOut || off > farthest)
    .toSorted((a, b) => Number(b.isOut) - Number(a.isOut) || b.off - a.off || (a.chip.id < b.chip.id ? -1 : 1))
  const own = away.filter(({ chip }) => !short.has(chip.id))
  if (own.length > 0) return own.slice(0, Math.ceil(own.length / 3)).map(({ chip }) => chip.id)
  // They are initials already: whose name stands on their seat, or nearest to it within reach, gives them room.
  const inWay = away.flatMap(({ chip, seat }) => {
    const near = named
      .map((one) => ({ one, far: distanceBetween(places.get(one.id) ?? seat, seat) - one.width / 2 }))
      .filter(({ one, far }) => far < farthest && one.seat.ring === chip.seat.ring)
    return near.toSorted((a, b) => a.far - b.far || (a.one.id < b.one.id ? -1 : 1)).slice(0, 1)
  })
  return [...new Set(inWay.map(({ one }) => one.id))]
}

function longestFirst<Id extends string>(chips: readonly SeatedChip<Id>[]): readonly SeatedChip<Id>[] {
  return chips.toSorted((a, b) => b.width - a.width || (a.id < b.id ? -1 : 1))
}
