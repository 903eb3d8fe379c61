import { columnShares } from '../../lib/report/columnShares'
import type { ReportTable } from '../../lib/report/reportPage'
import { colours, lineHeight, type PdfPaper, type Structure } from './pdfPaper'
import type { SetText, TextStyle } from './pdfText'

const usual = { head: 8.5, body: 9, gap: 10, padding: 4 } as const

/**
 * A table whose head stands again on every page it goes on to. A row stays whole as long as it fits on a page;
 * one that is higher goes on.
 */
export function drawTable(paper: PdfPaper, { title, columns, rows }: ReportTable): void {
  const { doc, pen, scale, air } = paper
  const headStyle: TextStyle = { size: usual.head * scale, weight: 600 }
  const bodyStyle: TextStyle = { size: usual.body * scale, weight: 400 }
  const [gap, padding] = [usual.gap * scale, usual.padding * air]
  const shares = columnShares(columns)
  const free = paper.width() - gap * (columns.length - 1)
  let x = paper.left
  const places = columns.map(({ isNumber = false }, at) => {
    const width = free * (shares[at] ?? 0)
    const place = { x, width, isAtEnd: isNumber }
    x += width + gap
    return place
  })
  const table = doc.struct('Table', { title })
  paper.root.add(table)
  const set = (cells: readonly string[], style: TextStyle): readonly SetText[] =>
    cells.map((cell, at) => pen.set(cell, style, places[at]?.width ?? 0))
  const heads = set(
    columns.map((column) => column.title),
    headStyle,
  )

  const rule = (colour: string, width: number): void =>
    paper.decorate(() => {
      doc
        .moveTo(paper.left, paper.y)
        .lineTo(paper.left + paper.width(), paper.y)
        .lineWidth(width)
        .strokeColor(colour)
        .stroke()
    })
  const drawCell = (
    texts: readonly SetText[],
    at: number,
    style: TextStyle,
    part: { readonly from: number; readonly count: number },
  ): void => {
    const text = texts[at]
    const place = places[at]
    if (text === undefined || place === undefined) return
    paper.drawLines(text, { ...place, top: paper.y + padding, style, colour: colours.ink, ...part })
  }
  const all = { from: 0, count: Infinity }
  const headHeight = heightOf(heads, headStyle) + padding * 2
  const drawHead = (owner: Structure | undefined): void => {
    heads.forEach((_, at) => {
      const draw = (): void => drawCell(heads, at, headStyle, all)
      if (owner === undefined) return paper.decorate(draw)
      const cell = doc.struct('TH')
      owner.add(cell)
      paper.mark(cell, 'TH', draw)
      cell.end()
    })
    paper.y += headHeight
    rule(colours.ink, 1)
  }

  const texts = rows.map((row) => set(row.map(String), bodyStyle))
  // The head does not stay behind alone.
  paper.need(headHeight + Math.min(heightOf(texts[0] ?? [], bodyStyle) + padding * 2, 200))
  const headRow = doc.struct('TR')
  table.add(headRow)
  drawHead(headRow)
  headRow.end()
  for (const cells of texts) {
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
    const step = bodyStyle.size * lineHeight
    if (paper.need(lines * step + padding * 2)) drawHead(undefined)
    const row = doc.struct('TR')
    table.add(row)
    const owners = cells.map(() => {
      const cell = doc.struct('TD')
      row.add(cell)
      return cell
    })
    for (let from = 0; from < lines;) {
      const room = Math.max(1, Math.floor((paper.bottom() - paper.y - padding * 2) / step))
      const count = Math.min(lines - from, room)
      owners.forEach((cell, at) => {
        if ((cells[at]?.lines.length ?? 0) > from) {
          paper.mark(cell, 'TD', () => drawCell(cells, at, bodyStyle, { from, count }))
        }
      })
      paper.y += count * step + padding * 2
      from += count
      if (from < lines) {
        paper.breakPage()
        drawHead(undefined)
      }
    }
    for (const cell of owners) cell.end()
    row.end()
    rule(colours.line, 0.5)
  }
  table.end()
  paper.y += 10 * air
}

function heightOf(texts: readonly SetText[], { size }: TextStyle): number {
  return Math.max(1, ...texts.map(({ lines }) => lines.length)) * size * lineHeight
}
