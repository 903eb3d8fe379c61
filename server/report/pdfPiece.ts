import type { PdfPaper } from './pdfPaper'

/** Something that goes onto pages, and how much of it may not be parted. */
export interface PdfPiece {
  /** Height of what stands on one page at its beginning: of what stays with the next piece, all of it. */
  readonly least: number
  /** Height that it wants on one page where a page has it; `least` where it is not said. */
  readonly wish?: number
  /** No page ends between this and the next piece. */
  readonly staysWithNext?: boolean
  draw(): void
}

/** Draws pieces one below the other, and begins a page rather than part what belongs together. */
export function drawPieces(paper: PdfPaper, pieces: readonly PdfPiece[]): void {
  pieces.forEach((piece, at) => {
    // What stays with the piece before was reckoned with it.
    if (pieces[at - 1]?.staysWithNext !== true) {
      const wish = heightTogether(pieces, at, 'wish')
      paper.need(wish <= paper.pageRoom() ? wish : heightTogether(pieces, at, 'least'))
    }
    piece.draw()
  })
}

/** From a piece on, all that stays together. */
function heightTogether(pieces: readonly PdfPiece[], from: number, last: 'wish' | 'least'): number {
  let height = 0
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined) break
    if (piece.staysWithNext !== true) return height + (last === 'wish' ? (piece.wish ?? piece.least) : piece.least)
    height += piece.least
  }
  return height
}
