import type { ElementId } from '../../../lib/base/ids'
import type { Json } from '../../../lib/base/json'
import { compareValues } from '../../../lib/base/textOrder'
import { readNumber } from '../../../lib/base/readNumber'
import type { MapElement } from '../../../lib/model/element'
import { cellText, readShare, type CellTexts } from './cells'
import { cellValue, type Degrees, type TableColumn } from './columns'

/** By which column rows are sorted, and which way. */
export interface TableSort {
  readonly column: string
  readonly down: boolean
}

/** What rows of a column are shown: those that say it, that say anything, or that say nothing. */
export interface ColumnFilter {
  /** A part of the text; of numbers also `>3`, `<=0.5`, `=2`, of dates `>=2026-05-01`, `<2026-05`. */
  readonly text: string
  readonly has: 'any' | 'filled' | 'empty'
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
    return filter === undefined || isIdle(filter) ? [] : [{ column, filter }]
  })
  if (find === '' && filtered.length === 0) return undefined
  return (element) => {
    const isKept = filtered.every(({ column, filter }) => {
      const value = cellValue(column, element, degrees)
      return passes(filter, column, value, cellText(column, value, texts))
    })
    return isKept && (find === '' || wholeOf(element).includes(find))
  }
}

/** True for a filter that lets everything through. */
export function isIdle({ text, has }: ColumnFilter): boolean {
  return text.trim() === '' && has === 'any'
}

function passes(
  { text, has }: ColumnFilter,
  column: Pick<TableColumn, 'type'>,
  value: Json | undefined,
  said: string,
): boolean {
  if (has === 'filled' && said === '') return false
  if (has === 'empty' && said !== '') return false
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const comparison = /^(<=|>=|<|>|=)\s*(.+)$/.exec(wanted)
  const [, sign = '', than = ''] = comparison ?? []
  if (column.type === 'date' && typeof value === 'string') {
    const day = readDay(than)
    // As far as it is said: all days of a May are that May.
    if (day !== undefined && readDay(value) !== undefined)
      return compares(sign, collator.compare(value.slice(0, day.length), day))
  }
  const bound = comparison === null ? undefined : readBound(column, than)
  if (comparison === null || bound === undefined || typeof value !== 'number') {
    return said.toLocaleLowerCase().includes(wanted)
  }
  const shown = column.type === 'share' ? asShown(value) : value
  return compares(sign, shown - bound)
}

/** Whether something that is by so much more than another stands to it as a sign says. */
function compares(sign: string, more: number): boolean {
  switch (sign) {
    case '<':
      return more < 0
    case '<=':
      return more <= 0
    case '>':
      return more > 0
    case '>=':
      return more >= 0
    default:
      return more === 0
  }
}

/** A year, a month of one or a day as dates are kept: `2026`, `2026-05`, `2026-05-01`. */
function readDay(text: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  if (found === null) return undefined
  const [, year = '', month, day] = found
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-')
}

/** A share as its cell reads it: 0.3333 is 33.3%. */
function asShown(share: number): number {
  return Math.round(share * 1_000) / 1_000
}

/** What a column is compared with: a share as it is written in its cells, `80%`, `0.8` or `80`. */
function readBound({ type }: Pick<TableColumn, 'type'>, text: string): number | undefined {
  const share = type === 'share' ? readShare(text) : undefined
  return type !== 'share' ? readNumber(text) : share === undefined ? undefined : asShown(share)
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
