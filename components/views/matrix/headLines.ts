import type { Size } from '../../../lib/geometry/rect'
import { measureText } from '../../../lib/geometry/textMetrics'
import { wrapText } from '../../../lib/geometry/wrapText'
import type { Stakeholder } from '../../../lib/model/element'

/** As heads are set where they stand out, which is wider. */
const headText = { size: 13, weight: 600 } as const
const mostLines = 2
/** In pixels: what the head of a row, or of a column, has beside its name. */
const beside = { row: 48, column: 18 }

/** Widest heads of rows, and which part of the height those of columns take at most. */
const widest = 360
const mostOfHeight = 0.3
const highest = 220

/** How wide the heads of rows are and how high those of columns: as the longest name asks for, as far as there is room beside the cells. */
export function measureHeads(
  actors: readonly Pick<Stakeholder, 'label'>[],
  {
    width,
    height,
    cells,
    phone,
  }: { readonly width: number; readonly height: number; readonly cells: number; readonly phone: boolean },
): Size {
  const longest = actors.reduce((most, { label }) => Math.max(most, measureText(label, headText)), 0)
  const row = phone ? { least: 128, most: 150 } : { least: 208, most: Math.max(208, Math.min(widest, width - cells)) }
  const column = phone
    ? { least: 104, most: 140 }
    : { least: 140, most: Math.max(140, Math.min(highest, height * mostOfHeight)) }
  const lengthFor = (name: number, { least, most }: { readonly least: number; readonly most: number }): number =>
    Math.round(Math.max(least, Math.min(most, name)))
  return { width: lengthFor(longest + beside.row, row), height: lengthFor(longest + beside.column, column) }
}

/** A name in a head of this length, on two lines where one has no room for it. */
export function linesOfHead(label: string, length: number, isRow: boolean): readonly string[] {
  const width = length - (isRow ? beside.row : beside.column)
  return wrapText(label, { ...headText, width, lines: mostLines }).lines
}
