/** A cell by its place in the rows and columns that are shown. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, both ends included. */
export interface CellBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The block between two cells, whichever came first. */
export function blockBetween(one: CellPlace, other: CellPlace): CellBlock {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

/** How many cells a block has. */
export function blockSize({ top, bottom, left, right }: CellBlock): number {
  return (bottom - top + 1) * (right - left + 1)
}

export interface MoveKey {
  readonly key: string
  readonly command: boolean
}

/**
 * Where a key takes the active cell; undefined for keys that move nothing. With Ctrl or Cmd arrows go to the end.
 * @param size rows and columns there are; nothing moves out of them
 * @param page rows of a page
 */
export function moveCell(
  { row, column }: CellPlace,
  { key, command }: MoveKey,
  size: { readonly rows: number; readonly columns: number },
  page: number,
): CellPlace | undefined {
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) }
  const clamp = (to: CellPlace): CellPlace => ({
    row: Math.min(last.row, Math.max(0, to.row)),
    column: Math.min(last.column, Math.max(0, to.column)),
  })
  switch (key) {
    case 'ArrowUp':
      return clamp({ row: command ? 0 : row - 1, column })
    case 'ArrowDown':
      return clamp({ row: command ? last.row : row + 1, column })
    case 'ArrowLeft':
      return clamp({ row, column: command ? 0 : column - 1 })
    case 'ArrowRight':
      return clamp({ row, column: command ? last.column : column + 1 })
    case 'Home':
      return clamp({ row: command ? 0 : row, column: 0 })
    case 'End':
      return clamp({ row: command ? last.row : row, column: last.column })
    case 'PageUp':
      return clamp({ row: row - page, column })
    case 'PageDown':
      return clamp({ row: row + page, column })
    default:
      return undefined
  }
}
