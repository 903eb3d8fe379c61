import type { Size } from '../geometry/rect'
import { measureText, type TextStyle } from '../geometry/textMetrics'
import type { SymbolContext } from './symbol'

/** One entry: a little drawing, then what it means. */
export interface LegendEntry {
  readonly width: number
  readonly text: string
  draw(x: number, y: number): string
}

export interface Legend extends Size {
  /** @returns svg markup with the legend's top left corner at a place */
  draw(x: number, y: number): string
}

const textStyle: TextStyle = { size: 13, weight: 400 }
const rowHeight = 30
const between = 22
const toText = 8

/**
 * Entries in rows, each group beginning a row of its own. Undefined if there are none.
 * @param width groups are broken into rows of at most this width
 */
export function layoutEntries(
  groups: readonly (readonly LegendEntry[])[],
  width: number,
  context: SymbolContext,
): Legend | undefined {
  const rows: { entry: LegendEntry; x: number }[][] = []
  let widest = 0
  for (const group of groups) {
    if (group.length === 0) continue
    let x = 0
    rows.push([])
    for (const entry of group) {
      const full = entry.width + toText + measureText(entry.text, textStyle)
      if (x > 0 && x + full > width) {
        rows.push([])
        x = 0
      }
      rows.at(-1)?.push({ entry, x })
      widest = Math.max(widest, x + full)
      x += full + between
    }
  }
  if (rows.length === 0) return undefined
  return {
    width: Math.ceil(widest),
    height: rows.length * rowHeight,
    draw: (left, top) =>
      rows
        .flatMap((row, index) =>
          row.map(({ entry, x: at }) => drawEntry(entry, left + at, top + index * rowHeight + rowHeight / 2, context)),
        )
        .join(''),
  }
}

function drawEntry(entry: LegendEntry, x: number, y: number, context: SymbolContext): string {
  const words = context.painter.paint({
    text: entry.text,
    x: x + entry.width + toText,
    y: y + 4.6,
    ...textStyle,
    anchor: 'start',
    fill: context.palette.ink,
  })
  return entry.draw(x, y) + words
}
