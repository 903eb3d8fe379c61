import type { Position } from '../model/position'

const columnWidth = 240
const rowHeight = 100

/** Room that an element and what it is called need around its middle. */
const roomOf = { x: 210, y: 76 } as const
/** Ways around the wanted place that are tried for a free one. */
const mostTries = 160

/**
 * Places for a list of new elements: in columns that together are about as wide as high, down the first one, then
 * the next, as a list is read. Every second row is shifted by half a column, so that a link between two of a column, or
 * between neighbours, does not run through a third. `middle` is the middle of the block; where others stand there, the
 * whole block goes to the nearest place around it that is free. Cost: elements there, times new ones, for every place
 * that is tried.
 * @param taken where others stand
 */
export function blockPlaces(count: number, middle: Position, taken: Iterable<Position> = []): readonly Position[] {
  const { rows, width, height } = spanOf(count)
  const others = [...taken]
  const isFree = ({ x, y }: Position): boolean =>
    others.every((one) => Math.abs(one.x - x) >= width / 2 + roomOf.x || Math.abs(one.y - y) >= height / 2 + roomOf.y)
  const { x, y } = count === 0 ? middle : findFree(middle, isFree)
  return Array.from({ length: count }, (_, index) => {
    const row = index % rows
    const shift = row % 2 === 1 ? columnWidth / 2 : 0
    return {
      x: x + Math.floor(index / rows) * columnWidth + shift - width / 2,
      y: y + row * rowHeight - height / 2,
    }
  })
}

/** Room that such a list takes on the map, with what its elements are called. */
export function blockSize(count: number): { readonly width: number; readonly height: number } {
  const { width, height } = spanOf(count)
  return { width: width + columnWidth, height: height + rowHeight }
}

/** From the middle of the first element to that of the last, across and down. */
function spanOf(count: number): { readonly rows: number; readonly width: number; readonly height: number } {
  const most = Math.max(1, Math.ceil(Math.sqrt((count * rowHeight) / columnWidth)))
  const rows = Math.max(1, Math.ceil(count / most))
  const columns = Math.max(1, Math.ceil(count / rows))
  return {
    rows,
    width: (columns - 1) * columnWidth + (rows > 1 ? columnWidth / 2 : 0),
    height: (rows - 1) * rowHeight,
  }
}

/** Goes outwards from a place, turn by turn, until one is free; the last one tried if none is. */
function findFree(middle: Position, isFree: (at: Position) => boolean): Position {
  let at = middle
  for (let step = 1; step <= mostTries && !isFree(at); step += 1) {
    const angle = step * 2.399963
    // Wider and wider, so that there is an end to whatever is in the way.
    const far = Math.sqrt(step) * 150 * (1 + step / 40)
    at = { x: Math.round(middle.x + Math.cos(angle) * far), y: Math.round(middle.y + Math.sin(angle) * far) }
  }
  return at
}
