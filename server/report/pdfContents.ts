import { colours, lineHeight, type PdfPaper, type Structure } from './pdfPaper'
import { styles, textPiece } from './pdfTexts'

/** Fewer sections need no list. */
const fewest = 3
const step = styles.text.size * lineHeight + 4

/** A list of sections on a page, whose numbers are written once they are known. */
export interface PdfContents {
  /** Writes on which page each section begins. */
  fill(pageOf: (id: string) => number | undefined): void
}

/**
 * A list of what follows, in what is left of the page; none where it has no room or little to list.
 * Every line leads to its section, which is the named place of its id.
 */
export function drawContents(
  paper: PdfPaper,
  title: string,
  sections: readonly { readonly id: string; readonly title: string }[],
): PdfContents | undefined {
  const { doc, pen, root, left } = paper
  const heading = textPiece(paper, title, {
    ...{ tag: 'P', style: styles.section, colour: colours.ink, staysWithNext: true, above: 26 },
  })
  if (sections.length < fewest || paper.y + heading.least + sections.length * step > paper.bottom()) return undefined
  heading.draw()
  const list = doc.struct('TOC', { title })
  root.add(list)
  const rows = sections.map((section) => {
    const item = doc.struct('TOCI')
    list.add(item)
    const row = { ...section, item, y: paper.y }
    paper.y += step
    return row
  })
  const page = paper.pages() - 1
  const wide = paper.width()

  const write = (item: Structure, { id, y, title: name }: (typeof rows)[number], number: number): void => {
    const style = styles.text
    const link = doc.struct('Link')
    item.add(link)
    paper.mark(link, 'Link', () => {
      paper.drawLines(pen.set(name, style, wide - 60), { x: left, top: y, width: wide, style, colour: colours.ink })
      const place = { x: left, top: y, width: wide, style, colour: colours.quiet, isAtEnd: true }
      paper.drawLines(pen.set(String(number), style, 50), place)
    })
    doc.goTo(left, y, wide, step, id)
    link.end()
    paper.decorate(() => {
      const line = y + step - 3
      doc
        .moveTo(left, line)
        .lineTo(left + wide, line)
        .lineWidth(0.5)
        .strokeColor(colours.line)
        .stroke()
    })
  }
  return {
    fill(pageOf) {
      doc.switchToPage(page)
      for (const row of rows) {
        const number = pageOf(row.id)
        if (number !== undefined) write(row.item, row, number)
        row.item.end()
      }
      list.end()
    },
  }
}
