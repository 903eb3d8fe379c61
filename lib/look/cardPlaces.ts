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

/**
 * Where the cards of groups stand. Where nothing stands for itself beside three or more of them, on an ellipse around all, each on
 * the side of its members, so that what ties two runs behind no third. Else near the middle of their members, pushed
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
    return at === undefined ? [] : [{ ...sizeOf(element), ...at }]
  })
  if (singles.length === 0 && cards.length > 2) return placeAround(cards)
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

/** On an ellipse that has room for all, in the order of the sides on which their members stand. */
function placeAround(
  cards: readonly { readonly id: ElementId; readonly box: Box }[],
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
  return new Map(
    sorted.map(({ id }, index) => {
      const angle = first + (index * 2 * Math.PI) / sorted.length
      return [id, { x: Math.round(x + Math.cos(angle) * across), y: Math.round(y + Math.sin(angle) * down) }]
    }),
  )
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
