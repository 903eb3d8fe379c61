import { overlaps, type Rect } from './rect'

/** Width of the cells in which rectangles are looked for, canvas units. */
const cell = 240
/** Cells in a row, for numbering them: further away than any map reaches, they are only shared. */
const perRow = 1 << 20

export interface RectGrid {
  add(rect: Rect): void
  /** True if one of them touches it, other than those. */
  meets(rect: Rect, but?: Rect, orBut?: Rect): boolean
}

/** Rectangles by cells of the canvas, to be asked quickly what lies where. */
export function createRectGrid(): RectGrid {
  const cells = new Map<number, Rect[]>()
  return {
    add: (rect) => {
      const [right, bottom] = [cellOf(rect.x + rect.width), cellOf(rect.y + rect.height)]
      for (let column = cellOf(rect.x); column <= right; column += 1) {
        for (let row = cellOf(rect.y); row <= bottom; row += 1) {
          const key = row * perRow + column
          const known = cells.get(key)
          if (known === undefined) cells.set(key, [rect])
          else known.push(rect)
        }
      }
    },
    meets: (rect, but, orBut) => {
      const [right, bottom] = [cellOf(rect.x + rect.width), cellOf(rect.y + rect.height)]
      for (let column = cellOf(rect.x); column <= right; column += 1) {
        for (let row = cellOf(rect.y); row <= bottom; row += 1) {
          for (const other of cells.get(row * perRow + column) ?? [])
            if (other !== but && other !== orBut && overlaps(rect, other)) return true
        }
      }
      return false
    },
  }
}

function cellOf(coordinate: number): number {
  return Math.floor(coordinate / cell)
}
