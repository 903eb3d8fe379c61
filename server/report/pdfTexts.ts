import type { ReportEntry } from '../../lib/report/reportPage'
import { colours, lineHeight, type PdfPaper } from './pdfPaper'
import type { PdfPiece } from './pdfPiece'
import type { TextStyle } from './pdfText'

export const styles = {
  title: { size: 22, weight: 600 },
  section: { size: 14, weight: 600 },
  sheetTitle: { size: 20, weight: 600 },
  sheetSection: { size: 11.5, weight: 600 },
  heading: { size: 10.5, weight: 600 },
  text: { size: 10, weight: 400 },
  lead: { size: 12, weight: 400 },
  quiet: { size: 9, weight: 400 },
  strong: { size: 10, weight: 600 },
} as const satisfies Readonly<Record<string, TextStyle>>

export interface TextLook {
  readonly tag: string
  readonly style: TextStyle
  readonly colour: string
  readonly staysWithNext?: boolean
  /** Room above it, where it does not begin a page. */
  readonly above?: number
}

/** A text over as many lines as it takes. Neither its first line nor its last stands alone on a page. */
export function textPiece(
  paper: PdfPaper,
  text: string,
  { tag, style: usual, colour, staysWithNext = false, above = 0 }: TextLook,
): PdfPiece {
  const { doc, pen, root, left } = paper
  const style = { ...usual, size: usual.size * paper.scale }
  const set = pen.set(text, style, paper.width())
  const step = style.size * lineHeight
  const below = style.size * 0.45
  const all = set.lines.length
  return {
    least: staysWithNext ? above + all * step + below : above + (all <= 3 ? all : 2) * step,
    staysWithNext,
    draw() {
      if (!paper.isAtTop()) paper.y += above
      const element = doc.struct(tag)
      root.add(element)
      for (let from = 0; from < all;) {
        const rest = all - from
        const room = Math.max(1, Math.floor((paper.bottom() - paper.y + 0.01) / step))
        const count = rest <= room ? rest : rest - room === 1 && room > 2 ? room - 1 : room
        paper.mark(element, tag, () => {
          paper.drawLines(set, { x: left, top: paper.y, width: paper.width(), style, colour, from, count })
        })
        paper.y += count * step
        from += count
        if (from < all) paper.breakPage()
      }
      element.end()
      paper.y += below
    },
  }
}

/** What is called how, and what it is, side by side. */
export function factsPiece(paper: PdfPaper, rows: readonly (readonly [string, string])[]): PdfPiece {
  const { doc, pen, root, left } = paper
  const wide = 110
  const set = rows.map(([label, value]) => {
    const labelText = pen.set(label, styles.text, wide - 10)
    const valueText = pen.set(value, styles.text, paper.width() - wide)
    const height = Math.max(labelText.lines.length, valueText.lines.length) * styles.text.size * lineHeight
    return { labelText, valueText, height }
  })
  return {
    least: Math.min(set[0]?.height ?? 0, 300),
    wish: set.reduce((sum, { height }) => sum + height + 2, 0),
    draw() {
      const list = doc.struct('L')
      root.add(list)
      for (const { labelText, valueText, height } of set) {
        paper.need(Math.min(height, 300))
        const item = doc.struct('LI')
        list.add(item)
        const parts = [
          ['Lbl', labelText, left, wide - 10, colours.quiet],
          ['LBody', valueText, left + wide, paper.width() - wide, colours.ink],
        ] as const
        for (const [tag, text, x, width, colour] of parts) {
          const part = doc.struct(tag)
          item.add(part)
          paper.mark(part, tag, () => {
            paper.drawLines(text, { x, top: paper.y, width, style: styles.text, colour })
          })
          part.end()
        }
        item.end()
        paper.y += height + 2
      }
      list.end()
      paper.y += 6
    },
  }
}

/** One of several things: its lead stays with the first of its lines. */
export function entryPieces(paper: PdfPaper, { lead, aside, lines }: ReportEntry): readonly PdfPiece[] {
  const { doc, pen, root, left } = paper
  const style = styles.strong
  const step = style.size * lineHeight
  const leadText = pen.set(lead, style, paper.width())
  const height = leadText.lines.length * step + 1
  const leadPiece: PdfPiece = {
    least: height,
    staysWithNext: lines.length > 0,
    draw() {
      const head = doc.struct('P')
      root.add(head)
      paper.mark(head, 'P', () => {
        paper.drawLines(leadText, { x: left, top: paper.y, width: paper.width(), style, colour: colours.ink })
        const last = leadText.lines.at(-1)
        if (aside === '' || last === undefined) return
        const quiet = styles.quiet
        const room = paper.width() - last.width - 8
        const asideText = pen.set(aside, quiet, Math.max(room, 60))
        if (last.isRightToLeft || asideText.lines.length > 1) return
        const top = paper.y + (leadText.lines.length - 1) * step + (style.size - quiet.size) * 1.08
        paper.drawLines(asideText, { x: left + last.width + 8, top, width: room, style: quiet, colour: colours.quiet })
      })
      head.end()
      paper.y += height
    },
  }
  const end: PdfPiece = {
    least: 0,
    draw() {
      paper.y += 5
    },
  }
  return [
    leadPiece,
    ...lines.map((line) => textPiece(paper, line, { tag: 'P', style: styles.text, colour: colours.ink })),
    end,
  ]
}
