import PdfDocument from 'pdfkit'
import type { ReportPage } from '../../lib/report/reportPage'
import type { Paper } from '../../lib/report/reportQuery'
import { createPdfPen, type PdfPen } from './pdfPen'
import type { SetText, TextStyle } from './pdfText'

type Doc = PDFKit.PDFDocument
/** An element of the structure that screen readers follow. */
export type Structure = PDFKit.PDFStructureElement

export const colours = { ink: '#1a1d23', quiet: '#565d69', line: '#d9dce1' } as const

/** Points of 1/72 inch. */
const margins = { top: 54, bottom: 60, side: 48 } as const

/** Pages of paper that are filled from the top, with what is written marked for screen readers. */
export interface PdfPaper {
  readonly doc: Doc
  readonly pen: PdfPen
  /** The whole report, to which all else belongs. */
  readonly root: Structure
  /** Size of letters, and of the gaps between them, beside the usual ones. */
  readonly scale: number
  readonly air: number
  /** Where the next thing goes. */
  y: number
  readonly left: number
  width(): number
  bottom(): number
  /** Nothing stands on the page yet. */
  isAtTop(): boolean
  /** Height of a page between its margins, and of one of a layout with its width. */
  pageRoom(): number
  roomOf(layout: 'portrait' | 'landscape'): { readonly width: number; readonly height: number }
  /** Begins a page if less than this is left of the present one. @returns true if it did */
  need(height: number): boolean
  breakPage(layout?: 'portrait' | 'landscape'): void
  /** Marks what is drawn as the content of an element. */
  mark(owner: Structure, tag: string, draw: () => void): void
  /** Marks what is drawn as no part of the text: lines, repeated heads, page numbers. */
  decorate(draw: () => void): void
  /** Draws set lines from `top` on; those after `from`, up to `count` of them. @returns the height */
  drawLines(text: SetText, place: LinePlace): number
  /** Pages begun so far. */
  pages(): number
  /** Numbers the pages and gives the file. */
  finish(page: ReportPage): Promise<Uint8Array>
}

export interface LinePlace {
  readonly x: number
  readonly top: number
  readonly width: number
  readonly style: TextStyle
  readonly colour: string
  readonly isAtEnd?: boolean
  readonly from?: number
  readonly count?: number
}

/** Height of a line beside the size of its letters. */
export const lineHeight = 1.42

export function openPdfPaper(page: ReportPage, paper: Paper, madeAt: Date, scale = 1, air = scale): PdfPaper {
  const size = paper === 'letter' ? 'LETTER' : 'A4'
  const doc = new PdfDocument({
    size,
    // Margins are kept here; a line of the foot must not begin a page by itself.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: page.lang,
    pdfVersion: '1.7',
    // Faces are chosen letter by letter; the built-in ones are not carried along, and so not used.
    font: '',
    info: { Title: page.title, Subject: page.subtitle, Creator: 'Weft', Producer: 'Weft', CreationDate: madeAt },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Uint8Array>((done, failed) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => done(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', failed)
  })
  const pen = createPdfPen(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)

  const paperOf: PdfPaper = {
    doc,
    pen,
    root,
    scale,
    air,
    y: margins.top,
    left: margins.side,
    width: () => doc.page.width - margins.side * 2,
    bottom: () => doc.page.height - margins.bottom,
    isAtTop: () => paperOf.y <= margins.top,
    pageRoom: () => paperOf.bottom() - margins.top,
    roomOf(layout) {
      const sides = [doc.page.width, doc.page.height]
      const [short, long] = [Math.min(...sides), Math.max(...sides)]
      const [width, height] = layout === 'portrait' ? [short, long] : [long, short]
      return { width: width - margins.side * 2, height: height - margins.top - margins.bottom }
    },
    need(height) {
      if (paperOf.y + height <= paperOf.bottom()) return false
      if (paperOf.isAtTop()) return false
      // What is higher than a page begins where it is, if its first lines fit.
      if (height > paperOf.pageRoom() && paperOf.y + 60 <= paperOf.bottom()) return false
      paperOf.breakPage()
      return true
    },
    breakPage(layout = 'portrait') {
      doc.addPage({ size, layout, margin: 0 })
      paperOf.y = margins.top
    },
    mark(owner, tag, draw) {
      const content = doc.markStructureContent(tag)
      draw()
      doc.endMarkedContent()
      owner.add(content)
    },
    decorate(draw) {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    drawLines({ lines }, { x, top, width, style, colour, isAtEnd = false, from = 0, count = Infinity }) {
      const step = style.size * lineHeight
      const shown = lines.slice(from, from + count)
      shown.forEach((line, index) => {
        const atRight = isAtEnd !== line.isRightToLeft
        const left = atRight ? x + width - line.width : x
        pen.draw(line, left, top + index * step + style.size * 1.08, style.size, colour)
      })
      return shown.length * step
    },
    pages: () => doc.bufferedPageRange().count,
    async finish({ foot }) {
      const { start, count } = doc.bufferedPageRange()
      const style = { size: 8, weight: 400 } as const
      for (let index = start; index < start + count; index += 1) {
        doc.switchToPage(index)
        const top = doc.page.height - margins.bottom + 22
        const width = doc.page.width - margins.side * 2
        const place = { x: margins.side, top, width, style, colour: colours.quiet }
        paperOf.decorate(() => {
          paperOf.drawLines(pen.set(foot.text, style, width * 0.7), place)
          paperOf.drawLines(pen.set(foot.page(index - start + 1, count), style, width * 0.3), {
            ...place,
            isAtEnd: true,
          })
        })
      }
      root.end()
      doc.end()
      return ended
    },
  }
  paperOf.breakPage()
  return paperOf
}
