import { containsPoint, distanceBetween, overlaps, type Point, type Rect } from './rect'

/** Side of the squares, about the size of a badge's disc. */
const square = 48
/** Squares in a row, for numbering them: further away than any map reaches, they are only shared. */
const perRow = 1 << 20
/** Something that covers more squares than this is kept apart, so that memory stays bounded. */
const mostSquares = 4_000

/** Points of one line in one square. */
interface Stretch {
  readonly line: number
  readonly points: readonly Point[]
  readonly first: number
  readonly last: number
}

interface Square {
  readonly blocks: Rect[]
  readonly stretches: Stretch[]
}

/**
 * What badges may not cover and better do not cover, by squares of the canvas: each place that is tried
 * is compared with what lies there alone.
 */
export class BadgeSurroundings {
  private readonly squares = new Map<number, Square>()
  private readonly huge: Rect[] = []
  /** Line → the turn in which it was last counted. */
  private readonly counted: number[] = []
  private turn = 0
  private lastBlock: Rect | undefined
  /** Comparisons made. */
  looks = 0

  /** Adds what may not be covered. */
  addBlock(rect: Rect): void {
    const [left, right] = [placeOf(rect.x), placeOf(rect.x + rect.width)]
    const [top, bottom] = [placeOf(rect.y), placeOf(rect.y + rect.height)]
    if ((right - left + 1) * (bottom - top + 1) > mostSquares) {
      this.huge.push(rect)
      return
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) this.squareAt(column, row).blocks.push(rect)
    }
  }

  /** Adds what is better not covered: points along a line. */
  addLine(points: readonly Point[]): void {
    const line = this.counted.length
    this.counted.push(0)
    for (let first = 0; first < points.length;) {
      const { x, y } = points[first] as Point
      const [column, row] = [placeOf(x), placeOf(y)]
      let last = first + 1
      for (; last < points.length; last += 1) {
        const next = points[last] as Point
        if (placeOf(next.x) !== column || placeOf(next.y) !== row) break
      }
      this.squareAt(column, row).stretches.push({ line, points, first, last })
      first = last
    }
  }

  /** Whether something that may not be covered touches this rectangle. */
  isBlocked(rect: Rect): boolean {
    // Places next to each other are mostly blocked by one thing.
    this.looks += 1
    if (this.lastBlock !== undefined && overlaps(this.lastBlock, rect)) return true
    if (this.hasBlock(this.huge, rect)) return true
    const [right, bottom] = [placeOf(rect.x + rect.width), placeOf(rect.y + rect.height)]
    for (let row = placeOf(rect.y); row <= bottom; row += 1) {
      for (let column = placeOf(rect.x); column <= right; column += 1) {
        const found = this.squares.get(row * perRow + column)
        if (found !== undefined && this.hasBlock(found.blocks, rect)) return true
      }
    }
    return false
  }

  /** Lines with a point in a disc, or in the rectangle below it; counted until they are more than `most`. */
  countLines(centre: Point, radius: number, below: Rect | undefined, most: number): number {
    this.turn += 1
    const disc = { x: centre.x - radius, y: centre.y - radius, width: radius * 2, height: radius * 2 }
    const count = this.countIn(disc, most, (point) => distanceBetween(point, centre) < radius)
    return below === undefined || count > most ? count : count + this.countIn(below, most - count)
  }

  /** Lines with a point in the rectangle that suits, but for those counted in this turn. */
  private countIn(rect: Rect, most: number, suits?: (point: Point) => boolean): number {
    const [right, bottom] = [placeOf(rect.x + rect.width), placeOf(rect.y + rect.height)]
    let count = 0
    for (let row = placeOf(rect.y); row <= bottom; row += 1) {
      for (let column = placeOf(rect.x); column <= right; column += 1) {
        for (const stretch of this.squares.get(row * perRow + column)?.stretches ?? []) {
          if (this.counted[stretch.line] === this.turn || !this.isMet(stretch, rect, suits)) continue
          this.counted[stretch.line] = this.turn
          count += 1
          if (count > most) return count
        }
      }
    }
    return count
  }

  private isMet({ points, first, last }: Stretch, rect: Rect, suits?: (point: Point) => boolean): boolean {
    for (let at = first; at < last; at += 1) {
      this.looks += 1
      const point = points[at] as Point
      if (containsPoint(rect, point) && (suits === undefined || suits(point))) return true
    }
    return false
  }

  private hasBlock(blocks: readonly Rect[], rect: Rect): boolean {
    for (const block of blocks) {
      this.looks += 1
      if (!overlaps(block, rect)) continue
      this.lastBlock = block
      return true
    }
    return false
  }

  private squareAt(column: number, row: number): Square {
    const key = row * perRow + column
    const known = this.squares.get(key)
    if (known !== undefined) return known
    const made: Square = { blocks: [], stretches: [] }
    this.squares.set(key, made)
    return made
  }
}

function placeOf(coordinate: number): number {
  return Math.floor(coordinate / square)
}
