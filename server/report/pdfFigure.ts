import { isTooSmall, placeFigure, scaleIn } from './figurePlace'
import { colours, type PdfPaper } from './pdfPaper'
import { drawPicture, type PreparedPicture } from './pdfPicture'
import type { PdfPiece } from './pdfPiece'
import { styles, textPiece } from './pdfTexts'

/** Heights of the heading above a picture, and of what is said below one that is too small. */
const [headingHeight, noteHeight] = [46, 34]

/** Where the picture of a section stands that begins now, with its heading. */
export function placeOnPaper(paper: PdfPaper, picture: PreparedPicture): 'here' | 'portrait' | 'landscape' {
  const own = (layout: 'portrait' | 'landscape'): { readonly width: number; readonly height: number } => {
    const { width, height } = paper.roomOf(layout)
    return { width, height: height - headingHeight - noteHeight }
  }
  const here = { width: paper.width(), height: paper.bottom() - paper.y - headingHeight - 20 }
  return placeFigure(picture, { here, portrait: own('portrait'), landscape: own('landscape') })
}

/** The picture as large as the page has room for it, with a sentence where its names are too small to be read. */
export function drawFigure(
  paper: PdfPaper,
  picture: PreparedPicture,
  { alt, tooSmall }: { readonly alt: string; readonly tooSmall: string },
): void {
  const { doc, pen, root } = paper
  const { width, height } = picture
  const room = { width: paper.width(), height: paper.bottom() - paper.y }
  const isSmall = isTooSmall(scaleIn(picture, room))
  const scale = isSmall ? scaleIn(picture, { ...room, height: room.height - noteHeight }) : scaleIn(picture, room)
  const x = paper.left + (paper.width() - width * scale) / 2
  const figure = doc.struct('Figure', { alt })
  root.add(figure)
  paper.mark(figure, 'Figure', () => drawPicture(doc, pen, picture, { x, y: paper.y, scale }))
  figure.end()
  paper.y += height * scale + 6
  if (isSmall) textPiece(paper, tooSmall, { tag: 'P', style: styles.quiet, colour: colours.quiet }).draw()
}

/** A small picture of figures in the run of the text, whole on one page. */
export function drawingPiece(paper: PdfPaper, drawing: PreparedPicture, alt: string): PdfPiece {
  const { doc, pen, root } = paper
  const scale = Math.min(1, paper.width() / drawing.width)
  return {
    least: drawing.height * scale + 6,
    draw() {
      const x = paper.left + (paper.width() - drawing.width * scale) / 2
      const figure = doc.struct('Figure', { alt })
      root.add(figure)
      paper.mark(figure, 'Figure', () => drawPicture(doc, pen, drawing, { x, y: paper.y, scale }))
      figure.end()
      paper.y += drawing.height * scale + 6
    },
  }
}
