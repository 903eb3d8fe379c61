import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { Position } from '../model/position'

interface Box {
  readonly width: number
  readonly height: number
  x: number
  y: number
}

/** Along the round, between one card and the next, in pixels of the map. */
const aroundGap = 90
/** Room between a card and what stands beside it, for the arrows between them. */
const gap = { x: 48, y: 44 } as const
const mostRounds = 400
/** Beside more single elements than this only the cards keep apart from each other: the rest is too full anyway. */
const mostSingles = 400

/** How far from the middle of all members a place for the whole round is looked for, and in what steps. */
const aside = { step: 60, most: 1_800 } as const

/**
 * Where the cards of groups stand. Where no other of their kind stands alone beside three or more of them, on an ellipse around all, each on
 * the side of its members, so that what ties two runs behind no third; variables and the like keep their place, and
 * the whole round stands as near as it finds room between or beside them. Else near the middle of their members, pushed
 * apart as far as it takes for none to lie on another or on an element that stands for itself, which stay where they
 * are. Always the same for the same map. Cost: cards times elements, a few times over.
 * @param wanted card → the middle of its members, in the order of the cards
 */
export function placeCards(
  wanted: ReadonlyMap<ElementId, Position>,
  elements: ReadonlyMap<ElementId, MapElement>,
  positions: ReadonlyMap<ElementId, Position>,
): ReadonlyMap<ElementId, Position> {
  const cards = [...wanted].map(([id, { x, y }], index) => {
    // Those in the very same place are set a little apart first, always alike.
    const angle = index * 2.4
    return { id, box: { ...sizeOf(elements.get(id)), x: x + Math.cos(angle) / 8, y: y + Math.sin(angle) / 8 } }
  })
  const singles = [...elements].flatMap(([id, element]) => {
    const at = wanted.has(id) || !stands(element) ? undefined : positions.get(id)
    return at === undefined ? [] : [{ ...sizeOf(element), ...at, kind: element.kind }]
  })
  const kinds = new Set(cards.map(({ id }) => elements.get(id)?.kind))
  if (cards.length > 2 && !singles.some(({ kind }) => kinds.has(kind))) return placeAround(cards, singles)
  const fixed = singles.length > mostSingles ? [] : singles
  for (let round = 0; round < mostRounds; round += 1) {
    let moved = false
    for (const [index, { box }] of cards.entries()) {
      for (const other of cards.slice(index + 1)) moved = push(box, other.box, 0.5) || moved
      for (const single of fixed) moved = push(box, single, 1) || moved
    }
    if (!moved) break
  }
  return new Map(cards.map(({ id, box }) => [id, { x: Math.round(box.x), y: Math.round(box.y) }]))
}

/** On an ellipse that has room for all, in the order of the sides on which their members stand, clear of the others. */
function placeAround(
  cards: readonly { readonly id: ElementId; readonly box: Box }[],
  others: readonly Readonly<Box>[],
): ReadonlyMap<ElementId, Position> {
  const middle = (axis: 'x' | 'y'): number => cards.reduce((sum, { box }) => sum + box[axis], 0) / cards.length
  const [x, y] = [middle('x'), middle('y')]
  const angleOf = ({ box }: { readonly box: Box }): number => Math.atan2(box.y - y, box.x - x)
  const sorted = cards.toSorted((one, other) => angleOf(one) - angleOf(other))
  const widest = Math.max(...cards.map(({ box }) => box.width))
  const highest = Math.max(...cards.map(({ box }) => box.height))
  // Neighbours at the flat ends stand above each other, those on top and below beside each other.
  const across = Math.max(widest + aroundGap, ((widest + aroundGap) * cards.length) / 5)
  const down = Math.max((highest + aroundGap) * 1.2, ((highest + aroundGap) * cards.length) / 4)
  const first = sorted[0] === undefined ? 0 : angleOf(sorted[0])
  const places = sorted.map(({ id }, index) => {
    const angle = first + (index * 2 * Math.PI) / sorted.length
    return { id, x: x + Math.cos(angle) * across, y: y + Math.sin(angle) * down }
  })
  const round = { x, y, width: across * 2 + widest, height: down * 2 + highest }
  const by = roomFor(round, others)
  return new Map(places.map(({ id, ...at }) => [id, { x: Math.round(at.x + by.x), y: Math.round(at.y + by.y) }]))
}

/** By how much the round has to move to lie on none of the others: as little as it can. */
function roomFor(round: Readonly<Box>, others: readonly Readonly<Box>[]): Position {
  const isFree = (by: Position): boolean =>
    others.every(
      (other) =>
        Math.abs(round.x + by.x - other.x) >= (round.width + other.width) / 2 + gap.x ||
        Math.abs(round.y + by.y - other.y) >= (round.height + other.height) / 2 + gap.y,
    )
  const here = { x: 0, y: 0 }
  if (isFree(here)) return here
  for (let distance = aside.step; distance <= aside.most; distance += aside.step) {
    const count = Math.max(8, Math.ceil((distance * 2 * Math.PI) / aside.step / 2))
    for (let index = 0; index < count; index += 1) {
      const angle = (index * 2 * Math.PI) / count
      const by = { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance }
      if (isFree(by)) return by
    }
  }
  // Left of them all there is room in any case.
  const left = Math.min(...others.map((other) => other.x - other.width / 2))
  return { x: left - gap.x - round.width / 2 - round.x, y: 0 }
}

/** Pushes two boxes that reach into each other apart, the first by that share of it; true if they did. */
function push(one: Box, other: Box, share: 0.5 | 1): boolean {
  const x = (one.width + other.width) / 2 + gap.x - Math.abs(one.x - other.x)
  const y = (one.height + other.height) / 2 + gap.y - Math.abs(one.y - other.y)
  if (x < 1 || y < 1) return false
  const axis = x < y ? 'x' : 'y'
  const way = (one[axis] < other[axis] ? -1 : 1) * (axis === 'x' ? x : y)
  one[axis] += way * share
  if (share < 1) other[axis] -= way * (1 - share)
  return true
}

/** About what room an element takes: names are set on lines of some 24 letters, with a tag before them. */
function sizeOf(element: MapElement | undefined): { readonly width: number; readonly height: number } {
  const letters = element?.label.length ?? 0
  const scale = element?.paint?.scale ?? 1
  return {
    width: (60 + Math.min(letters, 24) * 8) * scale,
    height: (40 + (Math.max(1, Math.ceil(letters / 24)) - 1) * 18) * scale,
  }
}

function stands({ kind }: MapElement): boolean {
  return kind === 'stakeholder' || kind === 'variable' || kind === 'action'
}
