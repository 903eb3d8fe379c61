import type { ElementId } from '../base/ids'
import { inflate, rectAround, type Point, type Rect } from './rect'
import { createRectGrid } from './rectGrid'

/** A few characters that want to stand at an element. */
export interface ChipWish {
  readonly id: ElementId
  /** The element's. */
  readonly rect: Rect
  /** The element's corners. */
  readonly radius: number
  /** Of the chip, as large as it is drawn. */
  readonly width: number
  readonly height: number
  /** Who matters most gets a place first. */
  readonly weight: number
}

/** Room between two chips, as a share of their height. */
const gap = 0.1

/**
 * Gives chips places at their elements' corners and sides so that none covers another: the upper right corner if that
 * is free, and rather one where no other element and no mark of a link is covered. Where elements stand so near each other that there is no
 * place, the chip that matters less is left out; who zooms in sees it.
 *
 * @param marks signs and the like, which a chip covers only where it has no other place
 * @returns centres of the chips that have a place
 * Cost: linear in chips and marks, but for sorting, as long as they are not all at one spot.
 */
export function placeChips(wishes: readonly ChipWish[], marks: Iterable<Rect> = []): ReadonlyMap<ElementId, Point> {
  const chips = createRectGrid()
  const elements = createRectGrid()
  for (const { rect } of wishes) elements.add(rect)
  const covered = createRectGrid()
  for (const mark of marks) covered.add(mark)
  const places = new Map<ElementId, Point>()
  const inOrder = [...wishes].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  for (const wish of inOrder) {
    const { rect, width, height } = wish
    const free = candidates(wish)
      .map((centre) => ({ centre, box: inflate(rectAround(centre, { width, height }), (height * gap) / 2) }))
      .filter(({ box }) => !chips.meets(box))
    const aside = free.filter(({ box }) => !elements.meets(box, rect))
    const chosen = aside.find(({ box }) => !covered.meets(box)) ?? aside[0] ?? free[0]
    if (chosen === undefined) continue
    chips.add(chosen.box)
    places.set(wish.id, chosen.centre)
  }
  return places
}

/** Where a chip may stand at its element, the usual place first. */
function candidates({ rect, radius, width, height }: ChipWish): readonly Point[] {
  const left = rect.x + radius / 2
  const right = rect.x + rect.width - radius / 2
  const middle = rect.x + rect.width / 2
  // A little outside, so that a name's first line is not covered.
  const top = rect.y - height * 0.25
  const bottom = rect.y + rect.height + height * 0.25
  const beside = rect.y + rect.height / 2
  return [
    { x: right, y: top },
    { x: left, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: middle, y: rect.y - height * 0.4 },
    { x: middle, y: rect.y + rect.height + height * 0.4 },
    { x: rect.x + rect.width + width * 0.45, y: beside },
    { x: rect.x - width * 0.45, y: beside },
  ]
}
