import type { Size } from '../geometry/rect'
import { isAcross, isTurned, spreadChips, type ChipPlace, type WishedChip } from './spreadChips'

/** Chips of a grid where they stand; those of `short` show initials instead of their names. */
export interface GridChips<Id> {
  readonly places: ReadonlyMap<Id, ChipPlace>
  readonly short: ReadonlySet<Id>
}

/** Of a quadrant, with the gaps between chips: in one that is fuller no names would find room. */
const mostCovered = 0.9
const gap = 4
/** Among more people than these, initials of most of them say less than dots do. */
const mostShort = 40
/** Among more than these the order is what it is: nobody reads it one by one. */
const mostOrdered = 40

/**
 * Chips near their points, none across a middle of the field from its point and none on another. Where names find no room
 * so, the longest of those that find none are shortened, whosever they are, until all others have room; then, where of two
 * in a quadrant the order of their heights is turned, the one that is farther from its point, as long as it has a name. Undefined where
 * even short ones find none, or where most of a crowd would be short. The same chips always stand the same way.
 * Cost: of `spreadChips` for the logarithm of their number, mostly once; of few also for each whose order asks for it.
 */
export function placeGridChips<Id extends string>(
  chips: readonly WishedChip<Id>[],
  short: Size,
  fixed: readonly WishedChip<Id>[],
  field: Size,
): GridChips<Id> | undefined {
  const sizeWith = (shortened: ReadonlySet<Id>): readonly WishedChip<Id>[] =>
    chips.map((chip) => (shortened.has(chip.id) ? { ...chip, ...short } : chip))
  const shortened = new Set<Id>(shortenByArea(chips, short, field))
  for (;;) {
    if (shortened.size > mostShort && shortened.size > chips.length / 2) return undefined
    const sized = sizeWith(shortened)
    const places = spreadChips([...sized, ...fixed], field)
    const without = chips.filter(({ id }) => !places.has(id))
    if (without.length === 0) {
      const far = chips.length > mostOrdered ? [] : findTurned(sized, shortened, places, field)
      if (far.length === 0) return { places, short: shortened }
      for (const id of far) shortened.add(id)
      continue
    }
    if (shortened.size === chips.length) return undefined
    const named = longestFirst(without.filter(({ id }) => !shortened.has(id)))
    // Where only short ones find no room, names are in their way.
    const next = named.length === 0 ? chips : named.slice(0, Math.ceil(named.length / 3))
    for (const { id } of next) shortened.add(id)
  }
}

/** Who has a name and stands farther off than somebody of the same quadrant with whom the order of heights is turned. The farthest third. */
function findTurned<Id extends string>(
  chips: readonly WishedChip<Id>[],
  short: ReadonlySet<Id>,
  places: ReadonlyMap<Id, ChipPlace>,
  field: Size,
): readonly Id[] {
  const heights = chips.map((chip) => {
    const place = places.get(chip.id)?.y ?? chip.y
    return { chip, point: chip.y, place, height: chip.height, off: Math.abs(place - chip.y) }
  })
  const far = heights.filter(
    (one) =>
      !short.has(one.chip.id) &&
      heights.some((two) => one.off >= two.off && !isAcross(one.chip, two.chip, field) && isTurned(one, two)),
  )
  return far
    .toSorted((a, b) => b.off - a.off || (a.chip.id < b.chip.id ? -1 : 1))
    .slice(0, Math.ceil(far.length / 3))
    .map(({ chip }) => chip.id)
}

/** Whose names a quadrant has no room for, however they stand: a quick look before they are placed. */
function shortenByArea<Id extends string>(chips: readonly WishedChip<Id>[], short: Size, field: Size): readonly Id[] {
  const room = (field.width / 2) * (field.height / 2) * mostCovered
  const middles = [0.25, 0.75].flatMap((x) => [0.25, 0.75].map((y) => ({ x: x * field.width, y: y * field.height })))
  return middles.flatMap((middle) => {
    const within = longestFirst(chips.filter((chip) => !isAcross(middle, chip, field)))
    let covered = within.reduce((sum, chip) => sum + areaOf(chip), 0)
    const shortened: Id[] = []
    for (const chip of within) {
      if (covered <= room) break
      covered -= areaOf(chip) - areaOf(short)
      shortened.push(chip.id)
    }
    return shortened
  })
}

function areaOf({ width, height }: Size): number {
  return (width + gap) * (height + gap)
}

function longestFirst<Id extends string>(chips: readonly WishedChip<Id>[]): readonly WishedChip<Id>[] {
  return chips.toSorted((a, b) => b.width - a.width || (a.id < b.id ? -1 : 1))
}
