import { columnShares } from '../../lib/report/columnShares'
import type { ReportTable } from '../../lib/report/reportPage'
import { colours, lineHeight, type PdfPaper, type Structure } from './pdfPaper'
import type { PdfPiece } from './pdfPiece'
import type { SetText, TextStyle } from './pdfText'
import { countRowsHere, fewRows } from './tableParts'

const usual = { head: 8.5, body: 9, gap: 10, padding: 4 } as const

/**
 * A table whose head stands again on every page it goes on to. A row stays whole as long as it fits on a page;
 * one that is higher goes on. No row stands alone on a page where it need not.
 */
export function tablePiece(paper: PdfPaper, { title, columns, rows }: ReportTable): PdfPiece {
  const { doc, pen, scale, air } = paper
  const headStyle: TextStyle = { size: usual.head * scale, weight: 600 }
  const bodyStyle: TextStyle = { size: usual.body * scale, weight: 400 }
  const [gap, padding] = [usual.gap * scale, usual.padding * air]
  const step = bodyStyle.size * lineHeight
  const shares = columnShares(columns)
  const free = paper.width() - gap * (columns.length - 1)
  let x = paper.left
  const places = columns.map(({ isNumber = false }, at) => {
    const width = free * (shares[at] ?? 0)
    const place = { x, width, isAtEnd: isNumber }
    x += width + gap
    return place
  })
  const set = (cells: readonly string[], style: TextStyle): readonly SetText[] =>
    cells.map((cell, at) => pen.set(cell, style, places[at]?.width ?? 0))
  const heads = set(
    columns.map((column) => column.title),
    headStyle,
  )
  const texts = rows.map((row) => set(row.map(String), bodyStyle))
  const headHeight = linesOf(heads) * headStyle.size * lineHeight + padding * 2
  const heights = texts.map((cells) => linesOf(cells) * step + padding * 2)

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
    cells: readonly SetText[],
    at: number,
    style: TextStyle,
    part: { readonly from: number; readonly count: number },
  ): void => {
    const text = cells[at]
    const place = places[at]
    if (text === undefined || place === undefined) return
    paper.drawLines(text, { ...place, top: paper.y + padding, style, colour: colours.ink, ...part })
  }
  const all = { from: 0, count: Infinity }
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
  const goOn = (): void => {
    paper.breakPage()
    drawHead(undefined)
  }
  const drawRow = (cells: readonly SetText[], owner: Structure): void => {
    const lines = linesOf(cells)
    const row = doc.struct('TR')
    owner.add(row)
    const owners = cells.map(() => {
      const cell = doc.struct('TD')
      row.add(cell)
      return cell
    })
    for (let from = 0; from < lines;) {
      const room = Math.max(1, Math.floor((paper.bottom() - paper.y - padding * 2 + 0.01) / step))
      const count = Math.min(lines - from, room)
      owners.forEach((cell, at) => {
        if ((cells[at]?.lines.length ?? 0) > from) {
          paper.mark(cell, 'TD', () => drawCell(cells, at, bodyStyle, { from, count }))
        }
      })
      paper.y += count * step + padding * 2
      from += count
      if (from < lines) goOn()
    }
    for (const cell of owners) cell.end()
    row.end()
    rule(colours.line, 0.5)
  }

  const heightOf = (count: number): number =>
    heights.slice(0, count).reduce((sum, height) => sum + height, headHeight + 0.1)
  // Three rows cannot be parted without one of them standing alone.
  const together = heightOf(rows.length === 3 ? 3 : 2)
  return {
    least: together <= paper.pageRoom() ? together : headHeight + Math.min(heights[0] ?? 0, 200),
    wish: heightOf(rows.length <= fewRows ? rows.length : 2),
    draw() {
      const table = doc.struct('Table', { title })
      paper.root.add(table)
      const headRow = doc.struct('TR')
      table.add(headRow)
      const top = paper.isAtTop()
      drawHead(headRow)
      headRow.end()
      let isFresh = top
      for (let from = 0; from < texts.length;) {
        const page = paper.pageRoom() - headHeight
        const count = countRowsHere(heights, from, { room: paper.bottom() - paper.y, page, isFresh })
        for (const cells of texts.slice(from, from + count)) drawRow(cells, table)
        from += count
        // After a row that was parted there may be room for more.
        isFresh = count === 0 || (heights[from - 1] ?? 0) <= page
        if (isFresh && from < texts.length) goOn()
      }
      table.end()
      paper.y += 10 * air
    },
  }
}

function linesOf(texts: readonly SetText[]): number {
  return Math.max(1, ...texts.map(({ lines }) => lines.length))
}
