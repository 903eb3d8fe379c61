import type { ReportBlock, ReportEntry, ReportPage, ReportPicture } from '../../lib/report/reportPage'
import type { Paper } from '../../lib/report/reportQuery'
import { drawPicture, preparePicture, type PreparedPicture } from './pdfPicture'
import { colours, lineHeight, openPdfPaper, type PdfPaper } from './pdfPaper'
import { drawTable } from './pdfTable'
import type { TextStyle } from './pdfText'

const styles = {
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

/** How much of the usual gaps there is on something that is to fit on a page. */
const sheetAir = 0.75

/** A picture that a portrait page would show at less than this is given a page across. */
const leastScale = 0.55

/**
 * The report as a PDF: text that can be selected and searched, headings, tables and the picture marked for screen
 * readers, a list of its sections, the map as lines. Nothing is fetched. Letters that no embedded face has are shown
 * by a sign, which is said at the end. A few milliseconds a page; fonts take some 50 ms the first time.
 */
export async function renderReportPdf(
  page: ReportPage,
  picture: ReportPicture | undefined,
  { paper: wanted, madeAt }: { readonly paper: Paper; readonly madeAt: number },
): Promise<Uint8Array> {
  const paper = openPdfPaper(page, wanted, new Date(madeAt))
  const prepared = picture === undefined ? undefined : await preparePicture(picture)
  drawText(paper, 'H1', page.title, styles.title, colours.ink)
  drawText(paper, 'P', page.subtitle, styles.quiet, colours.quiet)
  for (const section of page.sections) {
    drawSection(paper, section.title, section.blocks, prepared)
  }
  if (paper.pen.isLacking) {
    paper.y += 12
    drawText(paper, 'P', page.lacking, styles.quiet, colours.quiet)
  }
  return paper.finish(page)
}

/**
 * The same without a picture and close together, as something that hangs on a wall: on one page where it fits there at one
 * of these scales, the first that does; else over several at the last.
 * @returns the file, how many pages it has, and at what scale
 */
export async function renderSheetPdf(
  page: ReportPage,
  { paper: wanted, madeAt }: { readonly paper: Paper; readonly madeAt: number },
  scales: readonly [number, ...number[]],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly scale: number }> {
  const [scale, ...smaller] = scales
  const paper = openPdfPaper(page, wanted, new Date(madeAt), scale, scale * sheetAir)
  drawText(paper, 'H1', page.title, styles.sheetTitle, colours.ink)
  drawText(paper, 'P', page.subtitle, styles.quiet, colours.quiet)
  for (const { title, blocks } of page.sections) {
    paper.doc.outline.addItem(title)
    drawHeading(paper, 'H2', title, styles.sheetSection)
    for (const block of blocks) drawBlock(paper, block, undefined)
  }
  if (paper.pen.isLacking) drawText(paper, 'P', page.lacking, styles.quiet, colours.quiet)
  const pages = paper.pages()
  const [next, ...rest] = smaller
  if (pages > 1 && next !== undefined) return renderSheetPdf(page, { paper: wanted, madeAt }, [next, ...rest])
  return { bytes: await paper.finish(page), pages, scale }
}

function drawSection(
  paper: PdfPaper,
  title: string,
  blocks: readonly ReportBlock[],
  picture: PreparedPicture | undefined,
): void {
  const { doc } = paper
  const [first] = blocks
  const isFigure = first?.kind === 'picture' && picture !== undefined
  if (isFigure && isWide(paper, picture)) paper.breakPage('landscape')
  else if (isFigure && isSmallHere(paper, picture)) paper.breakPage()
  else {
    paper.y += 20
    paper.need(120)
  }
  doc.outline.addItem(title)
  drawText(paper, 'H2', title, styles.section, colours.ink)
  paper.decorate(() => {
    doc
      .moveTo(paper.left, paper.y - 2)
      .lineTo(paper.left + paper.width(), paper.y - 2)
      .lineWidth(1.2)
      .strokeColor(colours.ink)
      .stroke()
  })
  paper.y += 7
  for (const block of blocks) drawBlock(paper, block, picture)
  if (doc.page.layout === 'landscape') paper.breakPage()
}

function drawBlock(paper: PdfPaper, block: ReportBlock, picture: PreparedPicture | undefined): void {
  switch (block.kind) {
    case 'text':
      return block.tone === 'quiet'
        ? drawText(paper, 'P', block.text, styles.quiet, colours.quiet)
        : drawText(paper, 'P', block.text, block.tone === 'lead' ? styles.lead : styles.text, colours.ink)
    case 'heading':
      return drawHeading(paper, 'H3', block.text, styles.heading)
    case 'facts':
      return drawFacts(paper, block.rows)
    case 'table':
      return drawTable(paper, block.table)
    case 'entries':
      for (const entry of block.entries) drawEntry(paper, entry)
      return
    case 'picture':
      if (picture !== undefined) drawFigure(paper, picture, block.alt)
  }
}

/** Stays with the first lines of what it is over. */
function drawHeading(paper: PdfPaper, tag: string, text: string, style: TextStyle): void {
  paper.y += 10 * paper.air
  paper.need(70 * paper.scale)
  drawText(paper, tag, text, style, colours.ink)
}

function drawText(paper: PdfPaper, tag: string, text: string, usual: TextStyle, colour: string): void {
  const { doc, pen, root, left } = paper
  const style = { ...usual, size: usual.size * paper.scale }
  const set = pen.set(text, style, paper.width())
  const step = style.size * lineHeight
  const element = doc.struct(tag)
  root.add(element)
  for (let from = 0; from < set.lines.length;) {
    // Two lines at least stay together, so that none stands alone.
    paper.need(Math.min(2, set.lines.length - from) * step)
    const room = Math.max(1, Math.floor((paper.bottom() - paper.y) / step))
    const count = Math.min(set.lines.length - from, room)
    paper.mark(element, tag, () => {
      paper.drawLines(set, { x: left, top: paper.y, width: paper.width(), style, colour, from, count })
    })
    paper.y += count * step
    from += count
  }
  element.end()
  paper.y += style.size * 0.45
}

/** What is called how, and what it is, side by side. */
function drawFacts(paper: PdfPaper, rows: readonly (readonly [string, string])[]): void {
  const { doc, pen, root, left } = paper
  const list = doc.struct('L')
  root.add(list)
  const wide = 110
  for (const [label, value] of rows) {
    const labelText = pen.set(label, styles.text, wide - 10)
    const valueText = pen.set(value, styles.text, paper.width() - wide)
    const height = Math.max(labelText.lines.length, valueText.lines.length) * styles.text.size * lineHeight
    paper.need(Math.min(height, 300))
    const item = doc.struct('LI')
    list.add(item)
    const parts = [
      ['Lbl', labelText, left, wide - 10, colours.quiet],
      ['LBody', valueText, left + wide, paper.width() - wide, colours.ink],
    ] as const
    for (const [tag, set, x, width, colour] of parts) {
      const part = doc.struct(tag)
      item.add(part)
      paper.mark(part, tag, () => {
        paper.drawLines(set, { x, top: paper.y, width, style: styles.text, colour })
      })
      part.end()
    }
    item.end()
    paper.y += height + 2
  }
  list.end()
  paper.y += 6
}

function drawEntry(paper: PdfPaper, { lead, aside, lines }: ReportEntry): void {
  const { doc, pen, root, left } = paper
  const style = styles.strong
  const step = style.size * lineHeight
  const leadText = pen.set(lead, style, paper.width())
  // A lead stays with the first lines of what it leads.
  paper.need(leadText.lines.length * step + 3 * step)
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
  paper.y += leadText.lines.length * step + 1
  for (const line of lines) drawText(paper, 'P', line, styles.text, colours.ink)
  paper.y += 5
}

function isWide(paper: PdfPaper, { width, height }: PreparedPicture): boolean {
  return width > height * 1.15 && paper.width() / width < leastScale
}

/** True if a picture would be much smaller below what stands on the page than on a page of its own. */
function isSmallHere(paper: PdfPaper, { width, height }: PreparedPicture): boolean {
  const heading = 60
  const scaleIn = (room: number): number => Math.min(paper.width() / width, room / height, 1)
  return scaleIn(paper.bottom() - paper.y - heading) < 0.8 * scaleIn(paper.bottom() - 54 - heading)
}

function drawFigure(paper: PdfPaper, picture: PreparedPicture, alt: string): void {
  const { doc, pen, root } = paper
  const { width, height } = picture
  const scale = Math.min(paper.width() / width, (paper.bottom() - paper.y) / height, 1)
  const x = paper.left + (paper.width() - width * scale) / 2
  const figure = doc.struct('Figure', { alt })
  root.add(figure)
  paper.mark(figure, 'Figure', () => drawPicture(doc, pen, picture, { x, y: paper.y, scale }))
  figure.end()
  paper.y += height * scale + 6
}
