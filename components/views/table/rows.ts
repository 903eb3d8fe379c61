import type { ElementId } from '../../../lib/base/ids'
import type { Json } from '../../../lib/base/json'
import { compareValues } from '../../../lib/base/textOrder'
import type { MapElement } from '../../../lib/model/element'
import { cellText, type CellTexts } from './cells'
import { isIdle, passes, readFilter, type ColumnFilter } from './columnFilter'
import { cellValue, type Degrees, type TableColumn } from './columns'

/** By which column rows are sorted, and which way. */
export interface TableSort {
  readonly column: string
  readonly down: boolean
}

/** Everything that decides which rows are shown and in what order. */
export interface RowChoice {
  readonly columns: readonly TableColumn[]
  readonly degrees: Degrees
  readonly texts: CellTexts
  readonly sort: TableSort | undefined
  /** Looked for in all columns. */
  readonly find: string
  readonly filters: ReadonlyMap<string, ColumnFilter>
}

/**
 * The elements that a table shows, in its order. Sorting is stable and by the reader's alphabet, numbers as numbers, words
 * to choose from in the order in which a field of the map's own has them; what says nothing comes last, whichever way. Cost: n log n for n elements, and a text per cell while looking for one.
 */
export function chooseRows(elements: readonly MapElement[], choice: RowChoice): readonly MapElement[] {
  return createRowChooser()(elements, choice)
}

/**
 * Chooses rows again and again, the same as `chooseRows` does. What was asked of an element is asked again only when
 * it is another or the choice is, and rows are put in order from the order that they had: where few elements changed
 * the cost is linear, with hardly a text compared.
 */
export function createRowChooser(): (elements: readonly MapElement[], choice: RowChoice) => readonly MapElement[] {
  let passed = new WeakMap<MapElement, boolean>()
  let keys = new WeakMap<MapElement, SortKey>()
  let wholes = new WeakMap<MapElement, string>()
  let before: RowChoice | undefined
  let order: readonly MapElement[] = []

  return (elements, choice) => {
    const column = choice.columns.find(({ id }) => id === choice.sort?.column)
    const said = before?.degrees === choice.degrees && before.texts === choice.texts
    if (!said || before?.columns !== choice.columns) wholes = new WeakMap()
    if (!said || before?.columns !== choice.columns || !isSameSearch(before, choice)) passed = new WeakMap()
    if (!said || before?.columns.find(({ id }) => id === before?.sort?.column) !== column) keys = new WeakMap()
    before = choice

    const isShown = createRowFilter(choice, (element) => recall(wholes, element, () => wholeRow(element, choice)))
    const shown = isShown === undefined ? elements : elements.filter((element) => recall(passed, element, isShown))
    if (column === undefined || choice.sort === undefined) return shown
    const keyOf = (element: MapElement): SortKey =>
      recall(keys, element, () => ({ key: sortKey(column, cellValue(column, element, choice.degrees), choice.texts) }))
    order = putInOrder(shown, { keyOf, way: choice.sort.down ? -1 : 1, order })
    return order
  }
}

/** What an element is sorted by; nothing if its cell says nothing. */
interface SortKey {
  readonly key: string | number | undefined
}

function recall<Value>(
  known: WeakMap<MapElement, Value>,
  element: MapElement,
  ask: (element: MapElement) => Value,
): Value {
  const before = known.get(element)
  if (before !== undefined) return before
  const value = ask(element)
  known.set(element, value)
  return value
}

function isSameSearch(one: RowChoice, other: RowChoice): boolean {
  return one.find === other.find && one.filters === other.filters
}

/** Sorted, beginning with the order before: what stands in order already is hardly compared. */
function putInOrder(
  shown: readonly MapElement[],
  by: {
    readonly keyOf: (element: MapElement) => SortKey
    readonly way: 1 | -1
    readonly order: readonly MapElement[]
  },
): readonly MapElement[] {
  const left = new Map(
    shown.map((element, index) => [element.id, { element, index, key: by.keyOf(element).key }] as const),
  )
  const rows = by.order.flatMap(({ id }) => {
    const row = left.get(id)
    left.delete(id)
    return row === undefined ? [] : [row]
  })
  rows.push(...left.values())
  rows.sort((one, other) => {
    const isOneNothing = one.key === undefined
    const isOtherNothing = other.key === undefined
    if (isOneNothing && isOtherNothing) return one.index - other.index
    if (one.key === undefined || other.key === undefined) return isOneNothing ? 1 : -1
    return by.way * compareKeys(one.key, other.key) || one.index - other.index
  })
  return rows.map(({ element }) => element)
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compareKeys(one: string | number, other: string | number): number {
  if (typeof one === 'number') return typeof other === 'number' ? one - other : -1
  return typeof other === 'number' ? 1 : collator.compare(one, other)
}

function sortKey(column: TableColumn, value: Json | undefined, texts: CellTexts): string | number | undefined {
  if (typeof value === 'number') return value
  if (column.custom?.type === 'choice') {
    const rank = column.words.findIndex((word) => word.value === value)
    // Other words come after these, by the alphabet.
    if (rank >= 0) return rank
  }
  const text = cellText(column, value, texts)
  return text === '' ? undefined : text
}

/** All that a row says, cell by cell, in small letters. No cell runs on into the next. */
function wholeRow(element: MapElement, { columns, degrees, texts }: RowChoice): string {
  const cells = columns.map((column) => cellText(column, cellValue(column, element, degrees), texts))
  return cells.join('\u0000').toLocaleLowerCase()
}

/** Whether an element is shown; undefined if all are. */
function createRowFilter(
  choice: RowChoice,
  wholeOf: (element: MapElement) => string,
): ((element: MapElement) => boolean) | undefined {
  const { columns, degrees, texts, filters } = choice
  const find = choice.find.trim().toLocaleLowerCase()
  const filtered = columns.flatMap((column) => {
    const filter = filters.get(column.id)
    return filter === undefined || isIdle(filter)
      ? []
      : [{ column, filter, read: readFilter(column, filter.text, texts) }]
  })
  if (find === '' && filtered.length === 0) return undefined
  return (element) => {
    const isKept = filtered.every(({ column, filter: { has }, read }) => {
      const value = cellValue(column, element, degrees)
      const said = cellText(column, value, texts)
      return (has === 'any' || (has === 'filled') === (said !== '')) && passes(read, value, said)
    })
    return isKept && (find === '' || wholeOf(element).includes(find))
  }
}

/** A row that stays where it was while it is being written in, wherever its new words would put it. */
export interface HeldRow {
  readonly id: string
  readonly index: number
}

/**
 * The rows with the held one where it was, also if it would not be shown any more. Cost: linear.
 * @param elements all that there are: a row whose element has gone is not held
 */
export function holdRow(
  rows: readonly MapElement[],
  held: HeldRow | undefined,
  elements: ReadonlyMap<string, MapElement>,
): readonly MapElement[] {
  const element = held === undefined ? undefined : elements.get(held.id)
  if (held === undefined || element === undefined) return rows
  if (rows[held.index]?.id === held.id) return rows
  const rest = rows.filter(({ id }) => id !== held.id)
  return [...rest.slice(0, held.index), element, ...rest.slice(held.index)]
}

/** How many of those that were just added are on the map and have no row. Cost: linear in the rows. */
export function countHiddenNew(
  made: readonly ElementId[],
  rows: readonly MapElement[],
  elements: ReadonlyMap<ElementId, MapElement>,
): number {
  const shown = new Set(rows.map(({ id }) => id))
  return made.filter((id) => elements.has(id) && !shown.has(id)).length
}

/**
 * Elements as they were made, the same for everybody: a map holds them in another order on each screen. What nobody dated,
 * such as a file that began the map, comes first. What was made in one moment, such as a pasted list, stays in its order,
 * which those of one author have on every screen. Cost: n log n, and linear where they are in order already.
 */
export function inOrderMade(elements: Iterable<MapElement>): readonly MapElement[] {
  return [...elements].sort(
    (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || compareValues(a.createdBy ?? '', b.createdBy ?? ''),
  )
}
