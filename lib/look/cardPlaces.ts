import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { Position } from '../model/position'

interface Box {
  readonly width: number
  readonly height: number
  x: number
  y: number
}

/** Room between a card and what stands beside it, for the arrows between them. */
const gap = { x: 48, y: 44 } as const
const mostRounds = 400
/** Beside more single elements than this only the cards keep apart from each other: the rest is too full anyway. */
const mostSingles = 400

/**
 * Where the cards of groups stand: near the middle of their members, pushed apart as far as it takes for none to lie on
 * another or on an element that stands for itself, which stay where they are. Always the same for the same map. Cost:
 * cards times elements, a few times over.
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
