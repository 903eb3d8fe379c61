import { boundsOf, clearance, goalRatio, type Box, type Edge } from './box'
import { measureRounds } from './arrangeRounds'
import { settleColumns } from './settleColumns'
import { settleOrder, type Field } from './settleOrder'

/** Of the usual way from one column to the next, what is tried where that makes a picture too wide. */
const shares = [0.8, 0.64, 0.52] as const
/** Canvas units from the middle of a column to that of the next: a link that leads on is seen to. */
const leastStep = 64
/** A picture as wide as this, canvas units, shows its names on a laptop in their own size, or nearly. */
const easyWidth = 1_400
/** What a picture twice as large is worth, in crossings of two links. */
const worthOfSize = 6
/** Boxes whose middles are as near as this, sideways, are in one column. */
const sameColumn = 2

/**
 * Brings columns that make a picture too wide to read nearer to each other, with their boxes further apart above and
 * below and no longer one exactly below the other: as far as what it costs in crossings and links behind boxes is less
 * than what the larger picture is worth. What stood right of its cause still does. Where there is room, `settleColumns`
 * alone. The same input always gives the same outcome. Cost: a second at most for 60 boxes with 120 links.
 */
export function narrowColumns(boxes: readonly Box[], edges: readonly Edge[]): void {
  if (sizeOf(boxes) <= easyWidth) {
    settleColumns(boxes, edges)
    return
  }
  const begun = boxes.map(({ x, y }) => ({ x, y }))
  let best:
    { readonly cost: number; readonly places: readonly { readonly x: number; readonly y: number }[] } | undefined
  for (const share of shares) {
    for (const [index, box] of boxes.entries()) Object.assign(box, begun[index])
    settleOrder(boxes, edges, squeeze(boxes, share))
    const cost = measureRounds(boxes, edges, []) + worthOfSize * Math.log2(sizeOf(boxes) / easyWidth)
    if (best === undefined || cost < best.cost) best = { cost, places: boxes.map(({ x, y }) => ({ x, y })) }
    if (sizeOf(boxes) <= easyWidth) break
  }
  for (const [index, box] of boxes.entries()) Object.assign(box, best?.places[index])
}

/** How wide the room has to be in which a picture is seen whole; no less than is easy to see. */
function sizeOf(boxes: readonly Box[]): number {
  const { left, right, top, bottom } = boundsOf(boxes)
  return Math.max(easyWidth, right - left, (bottom - top) * goalRatio)
}

/** Columns nearer to each other. Returns a field of a good shape around them. */
function squeeze(boxes: readonly Box[], share: number): Field {
  const columns = columnsOf(boxes)
  let [x, before] = [0, undefined as number | undefined]
  for (const column of columns) {
    const at = column[0]?.x ?? 0
    if (before !== undefined) x += Math.max(Math.min(leastStep, at - before), (at - before) * share)
    before = at
    for (const box of column) box.x = x
  }
  const { left, right, top, bottom } = boundsOf(boxes)
  const height = (right - left) / goalRatio
  const stretch = Math.min(3, height / Math.max(1, bottom - top))
  const middle = (top + bottom) / 2
  for (const box of boxes) box.y = middle + (box.y - middle) * stretch
  standApart(columns)
  const now = boundsOf(boxes)
  return {
    ...now,
    top: Math.min(now.top, middle - height / 2),
    bottom: Math.max(now.bottom, middle + height / 2),
  }
}

function columnsOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const columns: Box[][] = []
  for (const box of boxes.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last !== undefined && box.x - (last[0]?.x ?? 0) < sameColumn) last.push(box)
    else columns.push([box])
  }
  return columns
}

/** Each box, from left to right, at the free place of its column that is nearest to where it would stand. */
function standApart(columns: readonly (readonly Box[])[]): void {
  const standing: Box[] = []
  for (const column of columns) {
    for (const box of column) {
      box.y = nearestFree(box, standing)
      standing.push(box)
    }
  }
}

function nearestFree(box: Box, standing: readonly Box[]): number {
  const room = (other: Box): number => (box.height + other.height) / 2 + clearance.y
  const near = standing.filter((other) => Math.abs(other.x - box.x) < (box.width + other.width) / 2 + clearance.x)
  const isFree = (y: number): boolean => near.every((other) => Math.abs(other.y - y) >= room(other) - 0.01)
  if (isFree(box.y)) return box.y
  const places = near.flatMap((other) => [other.y - room(other), other.y + room(other)]).filter(isFree)
  return places.reduce((best, y) => (Math.abs(y - box.y) < Math.abs(best - box.y) ? y : best), places[0] ?? box.y)
}
