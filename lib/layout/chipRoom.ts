import type { Size } from '../geometry/rect'
import { isAcross, type ChipPlace } from './spreadChips'

/** Chips that cover more than this part of a field leave no room to read what they stand in. */
const mostCovered = 0.45
/** More than these would take long to spread, and nobody reads as many names. */
const mostChips = 150
/** Up to so many initials say more than dots do, however small the field is. */
export const mostInitials = 40

/** Whether chips with names have room on a field; else they are drawn as dots. Cost: linear. */
export function fitsChips(chips: readonly Size[], field: Size): boolean {
  if (chips.length > mostChips) return false
  const covered = chips.reduce((sum, { width, height }) => sum + width * height, 0)
  return covered <= field.width * field.height * mostCovered
}

/** Pixels across a dot that stands for a chip: smaller on a phone. */
export function dotSizeFor(field: Pick<Size, 'width'>): number {
  return field.width < 600 ? 9 : 14
}

/** Turns each next dot away from those before it, as in a sunflower. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))
/** Of a dot: between the centres of two that stand side by side. */
const apart = 0.75

/**
 * Centres for dots within a field, each at its point: those at one point stand around it, so that every one is seen, and
 * on their side of both middles of the field.
 * The same dots always stand the same way, in whatever order they come. Cost: linear but for the sorting.
 */
export function spreadDots<Id extends string>(
  points: readonly { readonly id: Id; readonly at: ChipPlace }[],
  field: Size,
): ReadonlyMap<Id, ChipPlace> {
  const across = dotSizeFor(field)
  const before = new Map<string, number>()
  const places = new Map<Id, ChipPlace>()
  for (const { id, at } of [...points].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const spot = `${Math.round(at.x / 4)} ${Math.round(at.y / 4)}`
    let count = before.get(spot) ?? 0
    let place = seedOf(count, at, across, field)
    while (count > 0 && isAcross(place, at, field)) {
      count += 1
      place = seedOf(count, at, across, field)
    }
    before.set(spot, count + 1)
    places.set(id, place)
  }
  return places
}

function seedOf(count: number, at: ChipPlace, across: number, field: Size): ChipPlace {
  const far = across * apart * Math.sqrt(count)
  const turn = count * goldenAngle
  return {
    x: within(at.x + far * Math.cos(turn), field.width, across),
    y: within(at.y + far * Math.sin(turn), field.height, across),
  }
}

function within(value: number, length: number, across: number): number {
  return Math.min(length - across / 2, Math.max(across / 2, value))
}
