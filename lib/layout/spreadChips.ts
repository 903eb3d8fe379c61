import type { Size } from '../geometry/rect'

/** A chip that wants to stand with its centre at a point. */
export interface WishedChip<Id> extends Size {
  readonly id: Id
  readonly x: number
  readonly y: number
  /** Stays where it is: the others give way to it. */
  readonly fixed?: boolean
}

export interface ChipPlace {
  readonly x: number
  readonly y: number
}

/** Between two chips that give way to each other. */
const gap = 4
const mostRounds = 60

/**
 * Centres for chips that stand near their points, within the field, and over each other as little as can be.
 * Who is alone stands where it wants to. The same chips always stand the same way, in whatever order they come.
 * Up and down is preferred, since names are wide. Where there are more than the field has room for, some overlap.
 * Cost: at most 60 times the square of their number; for two hundred some ten milliseconds.
 */
export function spreadChips<Id extends string>(
  chips: readonly WishedChip<Id>[],
  field: Size,
): ReadonlyMap<Id, ChipPlace> {
  const sorted = [...chips].sort((a, b) => (a.id < b.id ? -1 : 1))
  const places = sorted.map((chip) => (chip.fixed === true ? { x: chip.x, y: chip.y } : keepWithin(chip, chip, field)))
  for (let round = 0; round < mostRounds; round += 1) {
    let isQuiet = true
    for (const [one, chip] of sorted.entries()) {
      for (let two = one + 1; two < sorted.length; two += 1) {
        const other = sorted[two]
        const a = places[one]
        const b = places[two]
        if (other === undefined || a === undefined || b === undefined) continue
        const overX = (chip.width + other.width) / 2 + gap - Math.abs(a.x - b.x)
        const overY = (chip.height + other.height) / 2 + gap - Math.abs(a.y - b.y)
        if (overX <= 0 || overY <= 0 || (chip.fixed === true && other.fixed === true)) continue
        isQuiet = false
        // Sideways costs three times as much: what is meant is read by both axes, and names are wide.
        const isAside = overX * 3 < overY
        const isBefore = isAside ? isLess(a.x, b.x, chip.id, other.id) : isLess(a.y, b.y, chip.id, other.id)
        const far = (isAside ? overX : overY) * (isBefore ? 1 : -1)
        const shift = (by: number): ChipPlace => (isAside ? { x: by, y: 0 } : { x: 0, y: by })
        // Each goes half of the way, or one all of it where the other is fixed.
        if (chip.fixed === true || other.fixed === true) {
          const [place, free, index] = chip.fixed === true ? ([b, other, two] as const) : ([a, chip, one] as const)
          places[index] = leave(place, free, shift(chip.fixed === true ? far : -far), isAside ? overX : overY, field)
          continue
        }
        places[one] = keepWithin(plus(a, shift(-far / 2)), chip, field)
        places[two] = keepWithin(plus(b, shift(far / 2)), other, field)
      }
    }
    if (isQuiet) return toPlaces(sorted, places)
  }
  leaveHeaps(sorted, places, field)
  return toPlaces(sorted, places)
}

function toPlaces<Id>(chips: readonly WishedChip<Id>[], places: readonly ChipPlace[]): ReadonlyMap<Id, ChipPlace> {
  return new Map(chips.map((chip, index) => [chip.id, places[index] ?? chip]))
}

/** How far a free place for a chip is looked for, and between two places that are tried; in pixels. */
const farthest = 200
const trial = 8

/** Steps around a point, the nearest first, up and down before sideways. */
function listTrials(): readonly ChipPlace[] {
  const side = Array.from({ length: (2 * farthest) / trial + 1 }, (_, index) => index * trial - farthest)
  const far = ({ x, y }: ChipPlace): number => Math.abs(x) * 3 + Math.abs(y)
  return side.flatMap((x) => side.map((y) => ({ x, y }))).sort((a, b) => far(a) - far(b))
}

/** Chips that are caught between others, and so still on one, go to the free place that is nearest to their point, if there is one. */
function leaveHeaps<Id>(chips: readonly WishedChip<Id>[], places: ChipPlace[], field: Size): void {
  const isFree = (index: number, at: ChipPlace, air: number): boolean => {
    const chip = chips[index]
    return places.every((place, other) => {
      const beside = chips[other]
      if (other === index || chip === undefined || beside === undefined) return true
      return (
        Math.abs(at.x - place.x) >= (chip.width + beside.width) / 2 + air ||
        Math.abs(at.y - place.y) >= (chip.height + beside.height) / 2 + air
      )
    })
  }
  let trials: readonly ChipPlace[] | undefined
  for (const [index, chip] of chips.entries()) {
    const place = places[index]
    if (place === undefined || chip.fixed === true || isFree(index, place, 0)) continue
    trials ??= listTrials()
    const step = trials.find((one) => isFree(index, keepWithin(plus(chip, one), chip, field), gap / 2))
    if (step !== undefined) places[index] = keepWithin(plus(chip, step), chip, field)
  }
}

/** Away from what is fixed; at the edge of the field past it, to its other side. */
function leave(place: ChipPlace, chip: Size, step: ChipPlace, over: number, field: Size): ChipPlace {
  const there = keepWithin(plus(place, step), chip, field)
  const isBlocked = Math.abs(there.x - place.x - step.x) + Math.abs(there.y - place.y - step.y) > 0.5
  if (!isBlocked) return there
  const span = step.x === 0 ? chip.height : chip.width
  const back = 2 * span + 2 * gap - over
  const sign = { x: -Math.sign(step.x), y: -Math.sign(step.y) }
  return keepWithin(plus(place, { x: sign.x * back, y: sign.y * back }), chip, field)
}

function isLess(a: number, b: number, idOfA: string, idOfB: string): boolean {
  return a === b ? idOfA < idOfB : a < b
}

function plus(a: ChipPlace, b: ChipPlace): ChipPlace {
  return { x: a.x + b.x, y: a.y + b.y }
}

function keepWithin({ x, y }: ChipPlace, chip: Size, field: Size): ChipPlace {
  return {
    x: clamp(x, chip.width / 2, field.width - chip.width / 2),
    y: clamp(y, chip.height / 2, field.height - chip.height / 2),
  }
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value))
}
