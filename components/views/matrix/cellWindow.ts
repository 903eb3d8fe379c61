/** Rows or columns, from the first to before the last. */
export interface Span {
  readonly first: number
  readonly end: number
}

/** Cells beyond the edge that are drawn already. */
const margin = 4

/**
 * The rows or columns that can be seen, and a few more.
 * @param scroll how far it is scrolled, in pixels
 * @param room of what can be seen beside the head, in pixels
 */
export function spanInView(scroll: number, room: number, cell: number, count: number): Span {
  return {
    first: Math.max(0, Math.floor(scroll / cell) - margin),
    end: Math.min(count, Math.ceil((scroll + room) / cell) + margin),
  }
}

/** The numbers of a span, and one more if it is outside: what has the focus stays drawn. */
export function numbersOf({ first, end }: Span, kept: number, count: number): readonly number[] {
  const inside = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
  if (kept < 0 || kept >= count || (kept >= first && kept < end)) return inside
  return kept < first ? [kept, ...inside] : [...inside, kept]
}

/** Where an arrow key and its like lead from a cell; undefined for other keys. */
export function cellAfterKey(
  { row, column }: { readonly row: number; readonly column: number },
  key: string,
  { isFar, page, count }: { readonly isFar: boolean; readonly page: number; readonly count: number },
): { readonly row: number; readonly column: number } | undefined {
  const last = count - 1
  const within = (value: number): number => Math.min(last, Math.max(0, value))
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : within(row - 1), column }
    case 'ArrowDown':
      return { row: isFar ? last : within(row + 1), column }
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : within(column - 1) }
    case 'ArrowRight':
      return { row, column: isFar ? last : within(column + 1) }
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 }
    case 'End':
      return { row: isFar ? last : row, column: last }
    case 'PageUp':
      return { row: within(row - page), column }
    case 'PageDown':
      return { row: within(row + page), column }
    default:
      return undefined
  }
}
