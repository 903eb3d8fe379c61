import type { ElementId } from '../base/ids'
import { measureText } from '../geometry/textMetrics'
import type { Stakeholder } from '../model/element'
import type { SectorColumn } from './sectorColumns'
import { chipLookFor } from './chipSize'

const chipLook = chipLookFor(Infinity)

/** Pixels. */
export const headHeight = 64
const rowHeight = 44
export const chipHeight = 36
const narrowest = 168
/** Where no name needs more, and where one does. */
const usualWidth = 260
const widest = 420
/** Between two columns: where the ties run; less where names would be cut. */
const usualGap = 48
const smallGap = 28
/** More room for ties would part the columns from each other. */
const widestGap = 112
/** A field as wide as this shows several columns side by side, also where they are as wide as their names. */
const wideField = 800
/** Before the first and after the last. */
const edge = 16

/** A column where it is drawn, in pixels of the field. */
export interface PlacedColumn {
  readonly sector: string | undefined
  readonly left: number
  readonly width: number
  readonly members: readonly Stakeholder[]
}

export interface ColumnPicture {
  readonly columns: readonly PlacedColumn[]
  /** Left upper corners and widths of the chips. */
  readonly chips: ReadonlyMap<ElementId, ChipBox>
  readonly width: number
  readonly height: number
}

export interface ChipBox {
  readonly x: number
  readonly y: number
  readonly width: number
  /** Counted from the start. */
  readonly column: number
}

/** Room that ties ask for between two columns and after the last one, in pixels. */
export interface Gutters {
  readonly between: number
  readonly after: number
}

/** Where columns and chips stand in a field of this width; wider than it, if they would get too narrow. */
export function placeColumns(
  columns: readonly SectorColumn[],
  fieldWidth: number,
  gutters: Gutters = { between: 0, after: 0 },
): ColumnPicture {
  const count = Math.max(1, columns.length)
  const longest = longestName(columns)
  const after = Math.max(edge, Math.min(widestGap, gutters.after))
  const shareFor = (gap: number): number => (fieldWidth - gap * (count - 1) - edge - after) / count
  const whole = Math.max(narrowest, longest)
  const usual = Math.min(usualWidth, whole)
  // Where one has to scroll anyhow, names are whole.
  const least = fieldWidth < wideField ? narrowest : shareFor(smallGap) < usual ? whole : usual
  const usualBetween = fieldWidth >= wideField && shareFor(usualGap) < least ? smallGap : usualGap
  const between = Math.max(usualBetween, Math.min(widestGap, gutters.between))
  const width = Math.min(Math.max(usualWidth, longest), Math.max(least, shareFor(between)))
  const across = count * width + (count - 1) * between
  const start = Math.max(edge, (fieldWidth - across - Math.max(0, after - edge)) / 2)
  const chips = new Map<ElementId, ChipBox>()
  const placed = columns.map(({ sector, members }, column) => {
    const left = start + column * (width + between)
    for (const [row, { id }] of members.entries()) {
      chips.set(id, { x: left, y: headHeight + row * rowHeight, width, column })
    }
    return { sector, left, width, members }
  })
  const most = Math.max(0, ...columns.map(({ members }) => members.length))
  return { columns: placed, chips, width: start + across + after, height: headHeight + (most + 1) * rowHeight + 24 }
}

/** Pixels that the longest name needs in a column, within bounds. Cost: linear. */
function longestName(columns: readonly SectorColumn[]): number {
  let longest = 0
  for (const { members } of columns) {
    for (const { label } of members) longest = Math.max(longest, measureText(label, chipLook.text))
  }
  return Math.min(widest, Math.ceil(longest) + chipLook.besideName)
}

/** How many columns lie, by more than half, to the right of what is seen of the field. */
export function countOutside(
  { columns }: ColumnPicture,
  seen: { readonly left: number; readonly width: number },
): number {
  return columns.filter(({ left, width }) => left + width / 2 > seen.left + seen.width).length
}

/** Chips beyond the edge that are drawn already: the keyboard can go on to them. */
const beyond = 6

/**
 * Who is drawn where one has scrolled to: those that can be seen and a few more, and one that is kept wherever it is.
 * In the order of the columns.
 */
export function chipsInView(
  { columns }: ColumnPicture,
  view: { readonly top: number; readonly height: number },
  kept: ElementId | undefined,
): readonly Stakeholder[] {
  const first = Math.max(0, Math.floor((view.top - headHeight) / rowHeight) - beyond)
  const end = Math.ceil((view.top + view.height - headHeight) / rowHeight) + beyond
  return columns.flatMap(({ members }) => {
    const inView = members.slice(first, Math.max(first, end))
    const at = kept === undefined ? -1 : members.findIndex(({ id }) => id === kept)
    const one = at < first || at >= end ? members[at] : undefined
    if (one === undefined) return inView
    return at < first ? [one, ...inView] : [...inView, one]
  })
}

/** The column and the rank that a point of the field means. The nearest, if it is beside all of them. */
export function placeAt(
  { columns }: ColumnPicture,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly column: number; readonly rank: number } {
  const distances = columns.map(({ left, width }) => Math.abs(x - left - width / 2))
  const column = Math.max(0, distances.indexOf(Math.min(...distances)))
  return { column, rank: Math.max(0, Math.round((y - headHeight - chipHeight / 2) / rowHeight)) }
}

/** Who stands in a column from above once one is put there at a rank. */
export function orderWith(column: PlacedColumn, id: ElementId, rank: number): readonly ElementId[] {
  const others = column.members.map((member) => member.id).filter((one) => one !== id)
  return others.toSpliced(rank, 0, id)
}
