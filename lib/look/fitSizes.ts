import type { ElementId } from '../base/ids'
import { layoutElement } from '../geometry/elementLayout'
import { inflate, overlaps, rectAround, type Rect } from '../geometry/rect'
import type { MapElement } from '../model/element'
import type { Position } from '../model/position'

/** Between what has grown and its neighbours. */
const air = 3
/** Width of the cells in which neighbours are looked for, canvas units. */
const cell = 320

interface Box {
  readonly id: ElementId
  readonly at: Position
  readonly usual: Rect
  rect: Rect
}

/** Sizes are tried from one to the next, so that little is lost where there is little room. */
const step = 0.05

/** What is asked for of an element: how large it is to be, and of how much that tells. */
export interface WantedSize {
  readonly size: number
  readonly value: number
}

/**
 * How many times as large each can be drawn about its middle without lying on another that it does not lie on at its usual
 * size; none more than is wanted. Who measures more is never drawn smaller: where somebody finds no room to grow, all
 * who measure less grow no further either, and who measures the same is drawn alike. The largest choose first, so that those that count most are
 * seen. Always the same for the same map. Cost: linear but for the sorting, as long as elements are not all at one spot.
 * @param wanted whoever has a value, also those who keep their size
 */
export function fitSizes(
  elements: readonly MapElement[],
  positions: ReadonlyMap<ElementId, Position>,
  wanted: ReadonlyMap<ElementId, WantedSize>,
): ReadonlyMap<ElementId, number> {
  const cells = new Map<string, Box[]>()
  const boxes = new Map<ElementId, Box>()
  for (const element of elements) {
    const at = positions.get(element.id)
    if (at === undefined || !hasName(element)) continue
    const usual = rectAround(at, layoutElement(element, at))
    const box = { id: element.id, at, usual, rect: usual }
    boxes.set(element.id, box)
    enter(cells, box, usual)
  }
  const fitted = new Map<ElementId, number>()
  const inOrder = [...wanted].sort(([a, one], [b, other]) => other.value - one.value || (a < b ? -1 : 1))
  let most = Infinity
  for (const alike of groupAlike(inOrder)) {
    if (most <= 1) break
    const growing = alike.flatMap(([id, { size }]) => {
      const box = boxes.get(id)
      return box === undefined ? [] : [{ box, size }]
    })
    for (const { box, size } of growing) {
      most = findScale(cells, box, Math.min(most, size))
      box.rect = grown(box, most)
      if (most > 1) enter(cells, box, box.rect)
    }
    for (const { box } of growing) {
      box.rect = grown(box, most)
      fitted.set(box.id, most)
    }
  }
  return fitted
}

/** Those of one value next to each other, as they come. */
function groupAlike<Entry extends readonly [unknown, WantedSize]>(entries: readonly Entry[]): readonly Entry[][] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0]?.[1].value === entry[1].value) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function findScale(cells: ReadonlyMap<string, readonly Box[]>, box: Box, most: number): number {
  for (let scale = most; scale > 1; scale = Math.round((scale - step) * 100) / 100) {
    if (isFree(cells, box, grown(box, scale))) return scale
  }
  return 1
}

/** Others hold these, or lie under links. */
function hasName({ kind }: MapElement): boolean {
  return kind !== 'frame' && kind !== 'ink' && kind !== 'image'
}

function grown({ at, usual }: Box, scale: number): Rect {
  return rectAround(at, { width: usual.width * scale, height: usual.height * scale })
}

function isFree(cells: ReadonlyMap<string, readonly Box[]>, box: Box, rect: Rect): boolean {
  const wide = inflate(rect, air)
  return keysOf(wide).every((key) =>
    (cells.get(key) ?? []).every(
      (other) => other === box || overlaps(box.usual, other.usual) || !overlaps(wide, other.rect),
    ),
  )
}

function enter(cells: Map<string, Box[]>, box: Box, rect: Rect): void {
  for (const key of keysOf(rect)) {
    const known = cells.get(key)
    if (known === undefined) cells.set(key, [box])
    else if (!known.includes(box)) known.push(box)
  }
}

function keysOf({ x, y, width, height }: Rect): readonly string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1) {
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1) keys.push(`${column},${row}`)
  }
  return keys
}
