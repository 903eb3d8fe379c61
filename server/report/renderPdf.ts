import type { ReportBlock, ReportPage, ReportPicture } from '../../lib/report/reportPage'
import type { Paper } from '../../lib/report/reportQuery'
import { drawContents, type PdfContents } from './pdfContents'
import { drawFigure, drawingPiece, placeOnPaper } from './pdfFigure'
import { colours, openPdfPaper, type PdfPaper } from './pdfPaper'
import { prepareDrawing, preparePicture, type PreparedPicture } from './pdfPicture'
import { drawPieces, type PdfPiece } from './pdfPiece'
import { tablePiece } from './pdfTable'
import type { TextStyle } from './pdfText'
import { entryPieces, factsPiece, styles, textPiece } from './pdfTexts'

/** How much of the usual gaps there is on something that is to fit on a page. */
const sheetAir = 0.75

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
  const pages = new Map<string, number>()
  let contents: PdfContents | undefined
  drawTitle(paper, page, styles.title)
  page.sections.forEach((section, at) => {
    const figure = section.blocks.some(({ kind }) => kind === 'picture') ? prepared : undefined
    // A page across is for the picture alone.
    if (paper.doc.page.layout === 'landscape') paper.breakPage()
    const place = figure === undefined ? 'here' : placeOnPaper(paper, figure)
    if (place !== 'here') {
      // What would stay empty tells what follows, and where.
      contents ??= page.contents === undefined ? undefined : drawContents(paper, page.contents, page.sections.slice(at))
      paper.breakPage(place)
    }
    const heading = sectionPiece(paper, section, () => pages.set(section.id, paper.pages()))
    drawPieces(paper, [heading, ...piecesOf(paper, section.blocks, figure)])
  })
  if (paper.pen.isLacking) {
    if (paper.doc.page.layout === 'landscape') paper.breakPage()
    drawPieces(paper, [
      textPiece(paper, page.lacking, { tag: 'P', style: styles.quiet, colour: colours.quiet, above: 12 }),
    ])
  }
  contents?.fill((id) => pages.get(id))
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
  drawTitle(paper, page, styles.sheetTitle)
  for (const { title, blocks } of page.sections) {
    const heading = headingPiece(paper, 'H2', title, styles.sheetSection)
    const draw = (): void => {
      heading.draw()
      paper.doc.outline.addItem(title)
    }
    drawPieces(paper, [{ ...heading, draw }, ...piecesOf(paper, blocks, undefined)])
  }
  if (paper.pen.isLacking) {
    drawPieces(paper, [textPiece(paper, page.lacking, { tag: 'P', style: styles.quiet, colour: colours.quiet })])
  }
  const pages = paper.pages()
  const [next, ...rest] = smaller
  if (pages > 1 && next !== undefined) return renderSheetPdf(page, { paper: wanted, madeAt }, [next, ...rest])
  return { bytes: await paper.finish(page), pages, scale }
}

function drawTitle(paper: PdfPaper, { title, subtitle }: ReportPage, style: TextStyle): void {
  drawPieces(paper, [
    textPiece(paper, title, { tag: 'H1', style, colour: colours.ink }),
    textPiece(paper, subtitle, { tag: 'P', style: styles.quiet, colour: colours.quiet }),
  ])
}

/** The title of a section over a line, in the list of sections too. @param note where it has come to stand */
function sectionPiece(
  paper: PdfPaper,
  { id, title }: { readonly id: string; readonly title: string },
  note: () => void,
): PdfPiece {
  const { doc } = paper
  const text = textPiece(paper, title, {
    ...{ tag: 'H2', style: styles.section, colour: colours.ink, staysWithNext: true, above: 20 },
  })
  return {
    least: text.least + 7,
    staysWithNext: true,
    draw() {
      doc.outline.addItem(title)
      doc.addNamedDestination(id, 'XYZ', 0, Math.max(0, paper.y - 20), null)
      note()
      text.draw()
      paper.decorate(() => {
        doc
          .moveTo(paper.left, paper.y - 2)
          .lineTo(paper.left + paper.width(), paper.y - 2)
          .lineWidth(1.2)
          .strokeColor(colours.ink)
          .stroke()
      })
      paper.y += 7
    },
  }
}

function headingPiece(paper: PdfPaper, tag: string, text: string, style: TextStyle): PdfPiece {
  return textPiece(paper, text, { tag, style, colour: colours.ink, staysWithNext: true, above: 10 * paper.air })
}

function piecesOf(
  paper: PdfPaper,
  blocks: readonly ReportBlock[],
  picture: PreparedPicture | undefined,
): readonly PdfPiece[] {
  return blocks.flatMap((block, at) => piecesOfBlock(paper, block, picture, at < blocks.length - 1))
}

function piecesOfBlock(
  paper: PdfPaper,
  block: ReportBlock,
  picture: PreparedPicture | undefined,
  isFollowed: boolean,
): readonly PdfPiece[] {
  switch (block.kind) {
    case 'text': {
      if (block.tone === 'quiet') {
        // It says what is below it.
        const look = { tag: 'P', style: styles.quiet, colour: colours.quiet, staysWithNext: isFollowed }
        return [textPiece(paper, block.text, look)]
      }
      const style = block.tone === 'lead' ? styles.lead : styles.text
      return [textPiece(paper, block.text, { tag: 'P', style, colour: colours.ink })]
    }
    case 'heading':
      return [headingPiece(paper, 'H3', block.text, styles.heading)]
    case 'facts':
      return [factsPiece(paper, block.rows)]
    case 'table':
      return [tablePiece(paper, block.table)]
    case 'entries':
      return block.entries.flatMap((entry) => entryPieces(paper, entry))
    case 'picture':
      // A page that it fits on was begun for it.
      return picture === undefined ? [] : [{ least: 0, draw: () => drawFigure(paper, picture, block) }]
    case 'drawing':
      return [drawingPiece(paper, prepareDrawing(block.drawing), block.alt)]
  }
}
