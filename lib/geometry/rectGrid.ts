import { overlaps, type Rect } from './rect'

/** Width of the cells in which rectangles are looked for, canvas units. */
const cell = 240

export interface RectGrid {
  add(rect: Rect): void
  /** True if one of them touches it, other than `but`. */
  meets(rect: Rect, but?: Rect): boolean
}

/** Rectangles by cells of the canvas, to be asked quickly what lies where. */
export function createRectGrid(): RectGrid {
  const cells = new Map<string, Rect[]>()
  const keysOf = ({ x, y, width, height }: Rect): readonly string[] => {
    const keys: string[] = []
    for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1) {
      for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1)
        keys.push(`${column},${row}`)
    }
    return keys
  }
  return {
    add: (rect) => {
      for (const key of keysOf(rect)) {
        const known = cells.get(key)
        if (known === undefined) cells.set(key, [rect])
        else known.push(rect)
      }
    },
    meets: (rect, but) =>
      keysOf(rect).some((key) => cells.get(key)?.some((other) => other !== but && overlaps(rect, other)) === true),
  }
}
