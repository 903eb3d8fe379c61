import type { Point, Rect, Size } from '../geometry/rect'
import { dotSizeFor } from './chipRoom'
import { fitRings, ringCount, ringRadii, toField, type RingFit, type RingSeat, type Wedge } from './rings'
import { spacedAlong } from './spacedAlong'

/** Somebody in the rings who is drawn as a dot. */
export interface RingDot<Id> {
  readonly id: Id
  readonly seat: RingSeat
  /** The group whose slice it stands in, where there are slices. */
  readonly group: string
}

/** Between two dots, in pixels. */
const gap = 2
/** More rows than this are no more even. */
const mostRows = 40
/** Where slices are not drawn, the rings begin and end at the top, where their names are. */
const top = -Math.PI / 2

/**
 * Centres for dots in rings: each inside its ring and its slice, over the depth of the one and the width of the other,
 * near its direction, in the order of the directions, and clear of what is written there. None lies on another while
 * its ring has room for all; where it has not, they stand as evenly as can be. The same dots always stand the same way,
 * in whatever order they come, and a dot more or less moves the others by a little.
 * Cost: n log n; some 3 ms for 1,200 dots in 40 cells (bench/ringDots.mjs).
 * @param names what is written into the rings, in pixels of the field
 */
export function packRings<Id extends string>(
  dots: readonly RingDot<Id>[],
  field: Size,
  { wedges, names }: { readonly wedges: readonly Wedge<string>[]; readonly names: readonly Rect[] },
): ReadonlyMap<Id, Point> {
  const fit = fitRings(field)
  const across = dotSizeFor(field)
  const cells = new Map<string, RingDot<Id>[]>()
  for (const dot of dots) {
    const key = `${dot.seat.ring} ${wedges.length === 0 ? '' : dot.group}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [dot])
    else cell.push(dot)
  }
  const places = new Map<Id, Point>()
  const slices = wedges.length === 0 ? [{ group: '', from: top, to: top + 2 * Math.PI }] : wedges
  for (const { group, from, to } of slices) {
    for (let ring = 0; ring < ringCount; ring += 1) {
      const cell = cells.get(`${ring} ${group}`)
      if (cell === undefined) continue
      const wished = cell
        .map(({ id, seat }) => ({ id, angle: from + turned(seat.angle - from) }))
        .sort((a, b) => a.angle - b.angle || (a.id < b.id ? -1 : 1))
      const rows = rowsFor({ ring, from, to, isWhole: wedges.length < 2 }, wished.length, { fit, across, names })
      for (const [index, dealt] of deal(wished, rows).entries()) {
        const row = rows[index]
        if (row !== undefined) placeRow(dealt, row, fit, places)
      }
    }
  }
  return places
}

/** A direction as an angle from 0 to a full turn. */
function turned(angle: number): number {
  const full = 2 * Math.PI
  return ((angle % full) + full) % full
}

interface Cell {
  readonly ring: number
  readonly from: number
  readonly to: number
  /** There is no line at its sides to keep clear of. */
  readonly isWhole: boolean
}

/** An arc of a cell on which dots can stand. */
interface Row {
  readonly radius: number
  /** Directions that are free, from one end of the arc to the other, one step apart but where something is written. */
  readonly free: readonly number[]
  /** Between two free directions, and between two dots; in units of the rings. */
  readonly step: number
  readonly spacing: number
  /** How many dots it has room for. */
  readonly room: number
}

interface Around {
  readonly fit: RingFit
  /** Of a dot, in pixels. */
  readonly across: number
  readonly names: readonly Rect[]
}

/** The arcs of a cell, closer to each other than a dot is wide only where so many need it. */
function rowsFor(cell: Cell, count: number, around: Around): readonly Row[] {
  const scale = Math.min(around.fit.across, around.fit.down)
  let spacing = (around.across + gap) / scale
  let rows = rowsOf(cell, spacing, around)
  for (let tries = 0; tries < 30 && roomOf(rows) < count; tries += 1) {
    spacing *= Math.min(0.97, Math.sqrt(Math.max(1, roomOf(rows)) / count))
    rows = rowsOf(cell, spacing, around)
  }
  return rows
}

function roomOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { room }) => sum + room, 0)
}

function rowsOf(cell: Cell, spacing: number, around: Around): readonly Row[] {
  const { fit, across } = around
  const scale = Math.min(fit.across, fit.down)
  const half = across / scale / 2
  const [inner = 0, outer = 0] = [ringRadii[cell.ring], ringRadii[cell.ring + 1]]
  const depth = outer - inner - 2 * half
  const count = Math.max(1, Math.min(mostRows, Math.floor(depth / spacing) + 1))
  const rows = Array.from({ length: count }, (_, index): Row => {
    // From edge to edge; one alone in the middle.
    const radius = count === 1 ? (inner + outer) / 2 : inner + half + (index / (count - 1)) * depth
    const side = cell.isWhole ? 0 : Math.min((half + 1 / scale) / radius, (cell.to - cell.from) * 0.45)
    const length = (cell.to - cell.from - 2 * side) * radius
    const samples = Math.max(2, Math.ceil((length / spacing) * 6))
    const step = length / samples
    const angles = Array.from({ length: samples }, (_, at) => cell.from + side + ((at + 0.5) * step) / radius)
    const free = angles.filter((angle) => isClear(onField(fit, radius, angle), around))
    return { radius, free, step, spacing, room: Math.floor((free.length * step) / spacing + 1e-9) }
  })
  const usable = rows.filter(({ room }) => room > 0)
  if (usable.length > 0) return usable
  // A slice that is narrower than a dot, or written over all the way: there dots stand on each other in its middle.
  const widest = rows.at(Math.floor(rows.length / 2))
  const radius = widest?.radius ?? (inner + outer) / 2
  return [{ radius, free: [(cell.from + cell.to) / 2], step: spacing, spacing, room: 1 }]
}

function onField(fit: RingFit, radius: number, angle: number): Point {
  return toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
}

function isClear({ x, y }: Point, { across, names }: Around): boolean {
  const half = across / 2 + 2
  return names.every(
    (name) =>
      x < name.x - half || x > name.x + name.width + half || y < name.y - half || y > name.y + name.height + half,
  )
}

/**
 * Dots by row: up through the rows and down again, as many of each pass as the row has room for beside the others, so
 * that who comes next in direction stands in the next row.
 */
function deal<Dot>(dots: readonly Dot[], rows: readonly Row[]): readonly (readonly Dot[])[] {
  const all = roomOf(rows)
  const dealt: Dot[][] = rows.map(() => [])
  // Shares of the dots by room, whole ones, none more than there is room for.
  const exact = rows.map(({ room }) => (room / all) * dots.length)
  const counts = exact.map(Math.floor)
  const byRest = rows.map((_, index) => index).sort((a, b) => rest(exact, b) - rest(exact, a) || a - b)
  let left = dots.length - counts.reduce((sum, count) => sum + count, 0)
  for (const index of byRest) {
    if (left <= 0) break
    counts[index] = (counts[index] ?? 0) + 1
    left -= 1
  }
  const turns = counts.flatMap((count, row) =>
    Array.from({ length: count }, (_, index) => ({ row, at: (index + 0.5 + (row % 2) / 4) / count })),
  )
  turns.sort((a, b) => a.at - b.at || a.row - b.row)
  for (const [index, { row }] of turns.entries()) {
    const dot = dots[index]
    if (dot !== undefined) dealt[row]?.push(dot)
  }
  return dealt
}

function rest(exact: readonly number[], index: number): number {
  const share = exact[index] ?? 0
  return share - Math.floor(share)
}

/** Puts the dots of one row on what is free of it, in their order. */
function placeRow<Id>(
  dots: readonly { readonly id: Id; readonly angle: number }[],
  { radius, free, step, spacing }: Row,
  fit: RingFit,
  places: Map<Id, Point>,
): void {
  const wishes = dots.map(({ angle }) => alongOf(free, angle) * step)
  for (const [index, at] of spacedAlong(wishes, free.length * step, spacing).entries()) {
    const dot = dots[index]
    if (dot !== undefined) places.set(dot.id, onField(fit, radius, angleAt(free, at / step, step / radius)))
  }
}

/** How many free directions lie before one. */
function alongOf(free: readonly number[], angle: number): number {
  let [low, high] = [0, free.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((free[middle] ?? 0) < angle) low = middle + 1
    else high = middle
  }
  return low
}

/** The direction at a place among the free ones, and never one in between that is not free. */
function angleAt(free: readonly number[], at: number, step: number): number {
  const index = Math.min(free.length - 1, Math.max(0, Math.floor(at)))
  return (free[index] ?? 0) + (free.length === 1 ? 0 : (at - index - 0.5) * step)
}
