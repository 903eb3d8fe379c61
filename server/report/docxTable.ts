import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ITableCellBorders,
} from 'docx'
import { columnShares } from '../../lib/report/columnShares'
import type { ReportTable } from '../../lib/report/reportPage'
import { colours, directionOf, makeRuns } from './docxText'
import { fewRows } from './tableParts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none } as const
const border = (color: string, size: number): ITableCellBorders => ({
  ...noBorders,
  bottom: { style: BorderStyle.SINGLE, size, color },
})
const space = { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 0, right: 140 } as const

/**
 * A table with a head that stands again on every page and rows that are not cut, of which neither the first nor the last
 * stands alone on a page. @param room twentieths of a point
 */
export function makeTable({ columns, rows }: ReportTable, room: number): Table {
  const widths = columnShares(columns).map((share) => Math.floor(room * share))
  const alignOf = (at: number): { alignment?: (typeof AlignmentType)['END'] } =>
    columns[at]?.isNumber === true ? { alignment: AlignmentType.END } : {}
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          borders: border(colours.ink, 8),
          margins: space,
          children: [
            new Paragraph({ style: 'Cell', ...alignOf(at), keepNext: true, children: makeRuns(title, { bold: true }) }),
          ],
        }),
    ),
  })
  // Word keeps a row with the next where every paragraph in it wants that.
  const staysWithNext = (at: number): boolean =>
    at < rows.length - 1 && (rows.length <= fewRows || at === 0 || at === rows.length - 2)
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: row.map(
          (cell, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              borders: border(colours.line, 4),
              margins: space,
              children: [
                new Paragraph({
                  style: 'Cell',
                  ...alignOf(at),
                  ...directionOf(String(cell)),
                  ...(staysWithNext(index) ? { keepNext: true } : {}),
                  children: makeRuns(String(cell)),
                }),
              ],
            }),
        ),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [head, ...body],
  })
}

/** What is called how, and what it is, side by side. */
export function makeFactTable(facts: readonly (readonly [string, string])[], room: number): Table {
  const wide = Math.min(2_400, Math.floor(room / 3))
  const cell = (text: string, size: number, color: string): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: noBorders,
      margins: { ...space, top: 20, bottom: 20 },
      children: [new Paragraph({ ...directionOf(text), children: makeRuns(text, { color }) })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: [wide, room - wide],
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: facts.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(label, wide, colours.quiet), cell(value, room - wide, colours.ink)],
        }),
    ),
  })
}
