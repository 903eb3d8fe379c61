import type { Json } from '../../../lib/base/json'
import type { MapElement } from '../../../lib/model/element'
import { cellText, type CellTexts } from './cells'
import { cellValue, hasColumn, isMisfit, type Degrees, type TableColumn } from './columns'

/** What rows say in the page's language. */
export interface RowTexts {
  readonly unnamed: string
  readonly isLocked: string
  readonly select: (name: string) => string
  readonly others: (names: string) => string
  readonly writes: (name: string) => string
  readonly misfit: (text: string) => string
  readonly open: (address: string) => string
}

/** What one cell shows. */
export interface CellWords {
  readonly value: Json | undefined
  readonly text: string
  /** It holds what does not fit its field. */
  readonly isMisfit: boolean
  /** Elements of this kind have the column's field. */
  readonly isTheirs: boolean
}

interface Known {
  readonly columns: readonly TableColumn[]
  readonly texts: CellTexts
  readonly in: number | undefined
  readonly out: number | undefined
  readonly words: readonly CellWords[]
}

const known = new WeakMap<MapElement, Known>()

/** What the cells of an element's row show, a piece for each column. Worked out once for as long as nothing of it changes. */
export function rowWords(
  element: MapElement,
  {
    columns,
    degrees,
    texts,
  }: { readonly columns: readonly TableColumn[]; readonly degrees: Degrees; readonly texts: CellTexts },
): readonly CellWords[] {
  const links = degrees.get(element.id)
  const before = known.get(element)
  const isSame =
    before?.columns === columns && before.texts === texts && before.in === links?.in && before.out === links?.out
  if (before !== undefined && isSame) return before.words
  const words = columns.map((column): CellWords => {
    const value = cellValue(column, element, degrees)
    return {
      value,
      text: cellText(column, value, texts),
      isMisfit: isMisfit(column, value),
      isTheirs: hasColumn(column, element.kind),
    }
  })
  known.set(element, { columns, texts, in: links?.in, out: links?.out, words })
  return words
}
