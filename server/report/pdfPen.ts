import type { PdfFace } from './pdfFaces'
import { setText, type MeasureRun, type SetText, type TextLine, type TextStyle } from './pdfText'

type Doc = PDFKit.PDFDocument

/** Writes text of any script on a PDF, and knows whether some of it could not be written. */
export interface PdfPen {
  set(text: string, style: TextStyle, width: number, base?: 'ltr' | 'rtl'): SetText
  /** One line, its baseline and left end at a place. */
  draw(line: TextLine, x: number, baseline: number, size: number, colour: string): void
  /** One line of a picture, in front of a rim where there is one. */
  drawAt(
    text: string,
    place: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' },
    style: TextStyle,
    paint: { readonly fill: string; readonly rim?: { readonly colour: string; readonly width: number } },
  ): void
  /** Some character was shown by a sign in its place. */
  readonly isLacking: boolean
}

/** Widths kept: words repeat, and whole cells do not. */
const mostWidths = 50_000

export function createPdfPen(doc: Doc): PdfPen {
  const registered = new Set<string>()
  const widths = new Map<string, number>()
  let isLacking = false

  const choose = ({ name, bytes }: PdfFace, size: number): void => {
    if (!registered.has(name)) {
      doc.registerFont(name, bytes)
      registered.add(name)
    }
    doc.font(name).fontSize(size)
  }
  // At one size, since widths grow with it.
  const measure: MeasureRun = (text, face, size) => {
    if (face === undefined) return Array.from(text).length * boxWidth * size
    const key = `${face.name} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return (known * size) / 100
    choose(face, 100)
    const width = doc.widthOfString(text)
    if (widths.size < mostWidths) widths.set(key, width)
    return (width * size) / 100
  }
  const set: PdfPen['set'] = (text, style, width, base) => {
    const done = setText(text, style, width, measure, base)
    isLacking ||= done.isLacking
    return done
  }
  const draw = (
    line: TextLine,
    x: number,
    baseline: number,
    size: number,
    options: Partial<Record<'fill' | 'stroke', boolean>>,
  ): void => {
    for (const run of line.runs) {
      if (run.face === undefined) {
        drawBoxes(doc, run.text, x + run.x, baseline, size)
        continue
      }
      choose(run.face, size)
      doc.text(run.text, x + run.x, baseline, { lineBreak: false, baseline: 'alphabetic', ...options })
    }
  }

  return {
    set,
    draw(line, x, baseline, size, colour) {
      doc.fillColor(colour)
      draw(line, x, baseline, size, {})
    },
    drawAt(text, { x, y, anchor }, { size, weight }, { fill, rim }) {
      const [line] = set(text, { size, weight }, Infinity).lines
      if (line === undefined) return
      const left = anchor === 'start' ? x : anchor === 'middle' ? x - line.width / 2 : x - line.width
      if (rim !== undefined) {
        doc.lineWidth(rim.width).lineJoin('round').strokeColor(rim.colour)
        draw(line, left, y, size, { stroke: true, fill: false })
      }
      doc.fillColor(fill)
      draw(line, left, y, size, {})
    },
    get isLacking() {
      return isLacking
    },
  }
}

/** Width of a box that stands for a character, beside the size of letters. */
const boxWidth = 0.7

/** Boxes in place of characters, which are still what is copied, searched and read aloud. */
function drawBoxes(doc: Doc, text: string, x: number, baseline: number, size: number): void {
  doc.markContent('Span', { actual: text })
  doc
    .save()
    .lineWidth(size * 0.05)
    .strokeColor(boxColour)
  Array.from(text).forEach((_, at) => {
    doc.rect(x + (at * boxWidth + 0.08) * size, baseline - size * 0.7, size * (boxWidth - 0.16), size * 0.7).stroke()
  })
  doc.restore()
  doc.endMarkedContent()
}

const boxColour = '#565d69'
