import type { Point, Size } from '../geometry/rect'
import type { PlacedBox } from './clearChips'
import type { RingFit } from './rings'
import { spreadInRings, type SeatedChip } from './spreadInRings'

/** Chips of the rings where they stand; those of `short` show initials instead of their names. */
export interface RingChips<Id> {
  readonly places: ReadonlyMap<Id, Point>
  readonly short: ReadonlySet<Id>
}

/**
 * Chips in their rings, none on another. Where names find no room so, the longest of those that find none are shortened,
 * and where only short ones find none, the longest of their ring and of those beside it, until all have room. Undefined
 * where even initials find none. The same chips always stand the same way.
 * Cost: of `spreadInRings` once where there is room or none, else for the logarithm of their number.
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
    if (without.length === 0) return { places, short: shortened }
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

function longestFirst<Id extends string>(chips: readonly SeatedChip<Id>[]): readonly SeatedChip<Id>[] {
  return chips.toSorted((a, b) => b.width - a.width || (a.id < b.id ? -1 : 1))
}
