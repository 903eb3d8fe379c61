import type { ElementId, LinkId } from '../base/ids'
import type { Tie } from '../model/link'
import { chipHeight, placeColumns, type ChipBox, type ColumnPicture, type Gutters } from './columnPlaces'
import type { SectorColumn } from './sectorColumns'

/** One end of a tie at a chip: at which height, at which side (1: right), and in which lane beside the chip it goes up or down. */
export interface WireEnd {
  readonly box: ChipBox
  readonly y: number
  readonly side: 1 | -1
  readonly lane: number
}

/** How a tie runs: straight across to the next column, beside its own, or below those between, at the height of its floor. */
export interface Wire {
  readonly id: LinkId
  readonly way: 'across' | 'beside' | 'under'
  readonly start: WireEnd
  readonly end: WireEnd
  readonly floor: number
}

export interface TieLanes {
  readonly wires: readonly Wire[]
  /** How many lanes are beside each column, at its left and at its right. */
  readonly counts: readonly { readonly left: number; readonly right: number }[]
}

/** Pixels: from the last chip to the first way below it, and between two ways there. */
const below = 12
const floorStep = 6
/** Pixels: below the lowest way, for the letters that stand on it and some air. */
const belowFloors = 24
/** Among more than these ways at one place, they are used again. */
const mostFloors = 40
const mostLanes = 12
/** Among more ties beside a column than these nobody follows one by eye. */
const mostSorted = 400
/** Pixels: between two ties that end at one side of a chip, and the part of that side that they have. */
const portStep = 7
const portRoom = 26
/** Pixels: between two pieces of one lane, what a lane takes, and what the chips beside them keep. */
const air = 6
const laneStep = 6
const besideLanes = 28
/** Further down in the order of ends than whoever runs straight across. */
const farDown = 1e6

/**
 * A lane of its own for each tie where it runs up, down or along, and a place of its own at the chips, so that one can be
 * followed by eye. Lanes are used by several only where these do not meet, or where there are very many. Shorter ways are
 * nearer to the chips. Cost: linear for many, the square for hundreds beside one column.
 */
export function layLanes(picture: ColumnPicture, ties: readonly Tie[]): TieLanes {
  const drafts = draftWires(picture, ties)
  placePorts(drafts)
  layFloors(drafts, picture.columns.length)
  const counts = layVerticals(drafts, picture.columns.length)
  return { wires: drafts, counts }
}

/** What room the lanes ask for between columns and after the last one, in pixels. */
function guttersFor({ counts }: TieLanes): Gutters {
  const needs = counts.map(({ right }, column) => right + (counts[column + 1]?.left ?? 0))
  const roomFor = (lanes: number): number => (lanes === 0 ? 0 : lanes * laneStep + besideLanes)
  return { between: roomFor(Math.max(0, ...needs.slice(0, -1))), after: roomFor(needs.at(-1) ?? 0) }
}

/**
 * Where columns and chips stand, with the room that these ties ask for between them, and below them down to the lowest of
 * their ways. Cost: of `layLanes`.
 */
export function placeColumnsFor(
  columns: readonly SectorColumn[],
  ties: readonly Tie[],
  fieldWidth: number,
): ColumnPicture {
  const lanes = layLanes(placeColumns(columns, fieldWidth), ties)
  const picture = placeColumns(columns, fieldWidth, guttersFor(lanes))
  return { ...picture, height: Math.max(picture.height, lowestFloor(lanes) + belowFloors) }
}

/** Of the ways below the columns; 0 where there is none. */
function lowestFloor({ wires }: TieLanes): number {
  return wires.reduce((lowest, { way, floor }) => (way === 'under' ? Math.max(lowest, floor) : lowest), 0)
}

interface DraftEnd extends WireEnd {
  y: number
  lane: number
  readonly chip: ElementId
}

interface Draft extends Wire {
  readonly start: DraftEnd
  readonly end: DraftEnd
  floor: number
}

function draftWires(picture: ColumnPicture, ties: readonly Tie[]): readonly Draft[] {
  const bottoms = picture.columns.map(({ members }) =>
    members.reduce((lowest, { id }) => Math.max(lowest, (picture.chips.get(id)?.y ?? 0) + chipHeight), 0),
  )
  return ties.flatMap(({ id, from, to }): readonly Draft[] => {
    const [one, other] = [picture.chips.get(from), picture.chips.get(to)]
    if (one === undefined || other === undefined || one === other) return []
    const isSame = one.column === other.column
    const goesRight = one.column < other.column
    const between = bottoms.slice(Math.min(one.column, other.column) + 1, Math.max(one.column, other.column))
    const floor = Math.max(0, ...between) + below
    const isFree = between.length === 0 || floor < Math.min(middle(one), middle(other))
    const endOf = (chip: ElementId, box: ChipBox, isRight: boolean): DraftEnd => ({
      chip,
      box,
      y: middle(box),
      side: isRight ? 1 : -1,
      lane: 0,
    })
    return [
      {
        id,
        way: isSame ? 'beside' : isFree ? 'across' : 'under',
        start: endOf(from, one, isSame || goesRight),
        end: endOf(to, other, isSame || !goesRight),
        floor,
      },
    ]
  })
}

/** Ends at one side of a chip stand below each other, those that go up above those that go down, so that few cross. */
function placePorts(wires: readonly Draft[]): void {
  const ports = new Map<string, { readonly end: DraftEnd; readonly rank: number }[]>()
  for (const { way, start, end, floor } of wires) {
    for (const [own, other] of [
      [start, end],
      [end, start],
    ] as const) {
      const target = way === 'under' ? floor : middle(other.box)
      const down = target - middle(own.box)
      const rank = way === 'across' ? down : down < 0 ? -farDown - down : farDown - down
      const key = `${own.side} ${own.chip}`
      const known = ports.get(key)
      if (known === undefined) ports.set(key, [{ end: own, rank }])
      else known.push({ end: own, rank })
    }
  }
  for (const ends of ports.values()) {
    const step = Math.min(portStep, portRoom / Math.max(1, ends.length - 1))
    const inOrder = ends.toSorted((a, b) => a.rank - b.rank)
    for (const [at, { end }] of inOrder.entries()) end.y = middle(end.box) + (at - (ends.length - 1) / 2) * step
  }
}

/** Ways along below columns: each at the first height where it meets no other. */
function layFloors(wires: readonly Draft[], columns: number): void {
  const taken = new Map<number, Uint8Array>()
  let again = 0
  for (const wire of wires) {
    if (wire.way !== 'under') continue
    const [left, right] = [wire.start.box.column, wire.end.box.column].toSorted((a, b) => a - b)
    // Columns and the ways between them, by turns.
    const [first, last] = [2 * (left ?? 0) + 1, 2 * (right ?? 0)]
    const lowest = Math.ceil(wire.floor / floorStep)
    let at = lowest
    while (at < lowest + mostFloors && taken.get(at)?.subarray(first, last).includes(1) === true) at += 1
    if (at === lowest + mostFloors) {
      at = lowest + (again % mostFloors)
      again += 1
    }
    const row = taken.get(at) ?? new Uint8Array(2 * columns)
    taken.set(at, row.fill(1, first, last))
    wire.floor = at * floorStep
  }
}

/** Ways up and down beside the columns: the short ones nearest to the chips, none on another. */
function layVerticals(wires: readonly Draft[], columns: number): TieLanes['counts'] {
  const counts = Array.from({ length: columns }, () => ({ left: 0, right: 0 }))
  const pieces = new Map<string, Piece[]>()
  const add = (end: DraftEnd, to: number, also?: DraftEnd): void => {
    const key = `${end.side} ${end.box.column}`
    const piece = {
      ends: also === undefined ? [end] : [end, also],
      top: Math.min(end.y, to),
      foot: Math.max(end.y, to),
    }
    const known = pieces.get(key)
    if (known === undefined) pieces.set(key, [piece])
    else known.push(piece)
  }
  for (const { way, start, end, floor } of wires) {
    if (way === 'beside') add(start, end.y, end)
    else if (way === 'under') {
      add(start, floor)
      add(end, floor)
    }
  }
  for (const group of pieces.values()) {
    const used = fillLanes(group)
    const [end] = group[0]?.ends ?? []
    const count = end === undefined ? undefined : counts[end.box.column]
    if (end === undefined || count === undefined) continue
    if (end.side === 1) count.right = used
    else count.left = used
  }
  return counts
}

interface Piece {
  readonly ends: readonly DraftEnd[]
  readonly top: number
  readonly foot: number
}

/** Gives each its lane; how many are used. */
function fillLanes(pieces: readonly Piece[]): number {
  const lanes: Piece[][] = []
  const shortFirst = pieces.toSorted((a, b) => a.foot - a.top - (b.foot - b.top))
  for (const [index, piece] of shortFirst.entries()) {
    const isFree = (lane: readonly Piece[]): boolean =>
      lane.every((other) => other.top > piece.foot + air || other.foot < piece.top - air)
    const found = pieces.length > mostSorted ? -1 : lanes.findIndex(isFree)
    const at = found !== -1 ? found : lanes.length < mostLanes ? lanes.length : index % mostLanes
    const lane = lanes[at]
    if (lane === undefined) lanes.push([piece])
    else lane.push(piece)
    for (const end of piece.ends) end.lane = at
  }
  return lanes.length
}

function middle({ y }: ChipBox): number {
  return y + chipHeight / 2
}
