import type { ElementId } from '../base/ids'
import { layoutElement } from '../geometry/elementLayout'
import { inflate, overlaps, rectAround, type Rect } from '../geometry/rect'
import type { MapElement } from '../model/element'
import type { Position } from '../model/position'
import { sizes } from './scale'

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

/**
 * How many times as large each can be drawn about its middle without lying on another that it does not lie on at its usual
 * size: the steps of sizes, none more than is wanted. The largest choose first, so that those that count most are
 * seen. Always the same for the same map. Cost: linear, as long as elements are not all at one spot.
 * @param wanted more than 1
 */
export function fitSizes(
  elements: readonly MapElement[],
  positions: ReadonlyMap<ElementId, Position>,
  wanted: ReadonlyMap<ElementId, number>,
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
  const inOrder = [...wanted].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  for (const [id, most] of inOrder) {
    const box = boxes.get(id)
    if (box === undefined) continue
    const steps = sizes.filter((size) => size <= most).toReversed()
    const scale = steps.find((size) => size === 1 || isFree(cells, box, grown(box, size))) ?? 1
    fitted.set(id, scale)
    box.rect = grown(box, scale)
    if (scale > 1) enter(cells, box, box.rect)
  }
  return fitted
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
