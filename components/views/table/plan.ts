import Papa from 'papaparse'
import type { ElementId } from '../../../lib/base/ids'
import { isSameJson, type Json } from '../../../lib/base/json'
import { commaOf } from '../../../lib/model/amount'
import type { Reading } from '../../../lib/model/customValue'
import type { ElementKind, MapElement } from '../../../lib/model/element'
import { labelKey } from '../../../lib/model/label'
import type { CellBlock } from './block'
import { cellText, readCell, type CellTexts } from './cells'
import { cellValue, hasColumn, type Degrees, type TableColumn } from './columns'
import {
  noChoices,
  readColumn,
  readHeader,
  type FieldOffers,
  type NewField,
  type PasteChoices,
  type ReadingQuestion,
  type SheetColumn,
  type SheetHeader,
} from './sheetColumns'

/** The table that a block of words is to be written into. */
export interface TablePlace {
  readonly rows: readonly MapElement[]
  readonly columns: readonly TableColumn[]
  readonly degrees: Degrees
  readonly texts: CellTexts
  /** What was decided of a sheet that is pasted. */
  readonly choices?: PasteChoices
  /** Which fields can be made of its columns; none without it. */
  readonly offers?: FieldOffers | undefined
}

/** A word that says nothing in its cell. */
export interface Misfit {
  readonly row: string
  readonly column: string
  readonly text: string
}

/** What writing a block would do, before it is done. */
export interface BlockPlan {
  readonly rows: readonly { readonly id: ElementId; readonly fields: Readonly<Record<string, Json>> }[]
  readonly added: readonly { readonly kind: ElementKind; readonly fields: Readonly<Record<string, Json>> }[]
  /** Cells that would say something else. */
  readonly changes: number
  readonly misfits: readonly Misfit[]
  /** Words for cells that cannot be written: counted ones, fields that the element does not have. */
  readonly unwritable: number
  /** Rows of elements that are locked. */
  readonly locked: number
  /** Lines without a name, which no element can be made of. */
  readonly nameless: number
  /** The first line named columns. */
  readonly header?: SheetHeader
  /** Fields that are made of columns. */
  readonly fields?: readonly NewField[]
  /** Columns of numbers and dates that do not say themselves how they are meant. */
  readonly questions: readonly ReadingQuestion[]
  /** Words of a choice that can be added to, such as sectors, that nobody has used before; each as it is spelt first. */
  readonly newWords: readonly string[]
  /** Of a column of dates one that is kept otherwise than it was written, of one of numbers one that says itself that its comma is another's: and how. */
  readonly readings: readonly CellReading[]
  /** Cells that say something where the sheet, whose columns have names, is empty. They go on saying it unless it is chosen. */
  readonly empties?: number
  /** Names that several rows have, and not as many lines: which is whose cannot be told, and they are left out. */
  readonly doubles?: readonly string[]
  /** Rows were found by their names: those that are there. What is added has names that no row has. */
  readonly there?: readonly string[]
  /** What some of the cells say now and would say, those that say something now first. */
  readonly examples: readonly CellChange[]
}

/** What becomes of one cell. */
export interface CellChange {
  readonly row: string
  readonly column: string
  readonly before: string
  readonly after: string
}

/** As what a text was read. */
export interface CellReading {
  readonly column: string
  readonly text: string
  readonly value: string
}

/** Changes of cells that are told one by one. */
const mostExamples = 6

/**
 * A spreadsheet's text as cells: tabs between them, quotes around those with tabs or breaks within. Undefined as soon
 * as there are more than `most` lines that say something, however many there are.
 */
export function readSheet(text: string, most = Infinity): readonly (readonly string[])[] | undefined {
  const lines: string[][] = []
  let isOver = false
  Papa.parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''), {
    delimiter: '\t',
    step: ({ data }, parser) => {
      if (lines.length < most) lines.push(data.map((cell) => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)))
      else if (data.some((cell) => cell.trim() !== '')) {
        isOver = true
        parser.abort()
      }
    },
  })
  return isOver ? undefined : lines
}

/** A block as a spreadsheet's text. What it would run as a formula gets an apostrophe, as in our CSV. */
export function writeSheet(place: TablePlace, block: CellBlock): string {
  const { rows, columns, degrees, texts } = place
  const lines = rows
    .slice(block.top, block.bottom + 1)
    .map((element) =>
      columns
        .slice(block.left, block.right + 1)
        .map((column) => guard(cellText(column, cellValue(column, element, degrees), texts))),
    )
  return Papa.unparse(lines, { delimiter: '\t', newline: '\n' })
}

function guard(text: string): string {
  return /^'*[=+\-@]/.test(text) && text.length > 1 && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text
}

/**
 * Says what pasting cells at a block would do. One cell fills the whole block; a first line that names columns says
 * which they are; lines below the last row become new elements, of `kind`. Cost: linear in cells.
 * @param all columns that a first line may name, those that are not shown too
 */
export function planPaste(
  place: TablePlace,
  block: CellBlock,
  cells: readonly (readonly string[])[],
  kind: ElementKind | undefined,
  all: readonly TableColumn[] = place.columns,
): BlockPlan {
  const [first = []] = cells
  if (cells.length === 1 && first.length === 1) {
    const height = block.bottom - block.top + 1
    const width = block.right - block.left + 1
    const filled = Array.from({ length: height }, () => Array.from({ length: width }, () => first[0] ?? ''))
    return planCells(place, block.top, place.columns.slice(block.left, block.right + 1), filled, undefined)
  }
  const named = readHeader(all, cells, place.offers, place.choices ?? noChoices)
  if (named !== undefined) {
    const { columns, header, fields } = named
    const inputs = readLines(cells.slice(1))
    const plan = planInputs(place, (at) => place.rows[block.top + at], { columns, kind, areNamed: true }, inputs)
    return { ...plan, header, fields }
  }
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0)
  return planCells(place, block.top, place.columns.slice(block.left, block.left + width), cells, kind)
}

/** Says what new elements cells make, below the last row: the first column has the names, unless a first line says. */
export function planRows(
  place: TablePlace,
  cells: readonly (readonly string[])[],
  kind: ElementKind,
  all: readonly TableColumn[],
): BlockPlan {
  const top = place.rows.length
  // Two lines: a single cell would fill a block.
  return planPaste(place, { top, bottom: top, left: 0, right: 0 }, [...cells, ['']], kind, all)
}

/** Writes the uppermost cells of a block into those below, as exactly as they are. */
export function planFill(place: TablePlace, block: CellBlock): BlockPlan {
  const columns = place.columns.slice(block.left, block.right + 1)
  const source = place.rows[block.top]
  if (source === undefined) return emptyPlan
  const cells = columns.map((column): CellInput => ({
    text: cellText(column, cellValue(column, source, place.degrees), place.texts),
    value: cellValue(column, source, place.degrees) ?? (column.id === 'description' ? '' : null),
  }))
  const lines = Array.from({ length: block.bottom - block.top }, () => cells)
  return planInputs(place, (at) => place.rows[block.top + 1 + at], { columns, kind: undefined }, lines)
}

/** Empties the cells of a block; names stay, since an element without one is nothing to work with in a table. */
export function planClear(place: TablePlace, block: CellBlock): BlockPlan {
  const columns = place.columns.slice(block.left, block.right + 1)
  const isOneName = block.left === block.right && columns[0]?.id === 'label'
  const emptied = isOneName ? columns : columns.filter(({ id }) => id !== 'label')
  const lines = Array.from({ length: block.bottom - block.top + 1 }, () => emptied.map(() => ''))
  return planCells(place, block.top, emptied, lines, undefined)
}

/** Writes one cell. */
export function planCell(place: TablePlace, row: number, column: TableColumn, text: string): BlockPlan {
  return planCells(place, row, [column], [[text]], undefined)
}

/** True for what a plan would write. */
export function hasWork({ rows, added }: BlockPlan): boolean {
  return rows.length + added.length > 0
}

const emptyPlan: BlockPlan = {
  rows: [],
  added: [],
  changes: 0,
  misfits: [],
  unwritable: 0,
  locked: 0,
  nameless: 0,
  newWords: [],
  questions: [],
  readings: [],
  examples: [],
}

/** A word for a cell; with its value where that is known better than words tell. */
export interface CellInput {
  readonly text: string
  readonly value?: Json
}

function planCells(
  place: TablePlace,
  top: number,
  columns: readonly SheetColumn[],
  lines: readonly (readonly string[])[],
  kind: ElementKind | undefined,
): BlockPlan {
  return planInputs(place, (at) => place.rows[top + at], { columns, kind }, readLines(lines))
}

/** Cells as what is written. */
export function readLines(lines: readonly (readonly string[])[]): readonly (readonly CellInput[])[] {
  return lines.map((line) => line.map((text) => ({ text })))
}

/** What the cells of lines are for. */
export interface LineColumns {
  readonly columns: readonly SheetColumn[]
  /** The columns where they are others for rows that are there: `name` for what only says which row it is. */
  readonly ofRows?: readonly (SheetColumn | 'name')[]
  /** What lines without a row become; undefined for nothing. */
  readonly kind: ElementKind | undefined
  /** By their names, and not as a block beside others: what is empty in the sheet says nothing, unless it is chosen to. */
  readonly areNamed?: boolean
}

/**
 * Says what writing lines of cells would do. Cost: linear in cells.
 * @param rowOf the row that a line is written to; undefined for one that is to be added
 */
export function planInputs(
  { degrees, texts, choices = noChoices }: TablePlace,
  rowOf: (line: number) => MapElement | undefined,
  { columns, ofRows = columns, kind, areNamed = false }: LineColumns,
  lines: readonly (readonly CellInput[])[],
): BlockPlan {
  const planned: { id: ElementId; fields: Readonly<Record<string, Json>> }[] = []
  const added: { kind: ElementKind; fields: Readonly<Record<string, Json>> }[] = []
  const misfits: Misfit[] = []
  const over: CellChange[] = []
  const fresh: CellChange[] = []
  const newWords = new Map<string, string>()
  let [changes, unwritable, locked, nameless, empties] = [0, 0, 0, 0, 0]
  const readings = new Map<string, CellReading>()
  const meant = columns.map((column, index) => {
    if (typeof column !== 'object') return undefined
    const said = lines.flatMap((line) => (line[index]?.value === undefined ? (line[index]?.text ?? '') : []))
    return readColumn(column, said, choices, texts)
  })
  for (const [at, line] of lines.entries()) {
    const element = rowOf(at)
    if (element?.locked === true) {
      locked += 1
      continue
    }
    const rowKind = element?.kind ?? kind
    if (rowKind === undefined || (element === undefined && line.every(({ text }) => text.trim() === ''))) continue
    const fields: Record<string, Json> = {}
    for (const [index, { text, value: known }] of line.entries()) {
      const column = (element === undefined ? columns : ofRows)[index]
      // What is left out because of its column is told by the column.
      if (column === 'unknown' || column === 'name') continue
      if (column === undefined || !column.editable || !hasColumn(column, rowKind)) {
        if (text.trim() !== '') unwritable += 1
        continue
      }
      const before = element === undefined ? undefined : cellValue(column, element, degrees)
      // A share of 0.3333 reads as 33.3%: what is pasted where it was copied changes nothing.
      if (known === undefined && cellText(column, before, texts) === text.trim()) continue
      if (areNamed && text.trim() === '' && before !== undefined) {
        empties += 1
        if (choices.empties !== 'write') continue
      }
      const read = known ?? (known === null ? null : readCell(column, rowKind, text, texts, meant[index]?.meaning))
      const value = known === undefined ? spellWord(column, read, newWords) : read
      if (value === undefined) {
        misfits.push({ row: element?.label ?? line[0]?.text ?? '', column: column.name, text: text.trim() })
      } else if (!isSameJson(before ?? null, value === '' ? null : value)) {
        fields[column.id] = value
        if (
          value !== null &&
          !readings.has(column.id) &&
          isReadOtherwise(column, text.trim(), value, meant[index]?.meaning)
        )
          readings.set(column.id, { column: column.name, text: text.trim(), value: cellText(column, value, texts) })
        const list = before === undefined ? fresh : over
        if (element !== undefined && list.length < mostExamples) {
          const after = cellText(column, value ?? undefined, texts)
          list.push({ row: element.label, column: column.name, before: cellText(column, before, texts), after })
        }
      }
    }
    const count = Object.keys(fields).length
    if (element !== undefined) {
      if (count > 0) planned.push({ id: element.id, fields })
      changes += count
    } else if (typeof fields['label'] === 'string' && fields['label'] !== '')
      added.push({ kind: rowKind, fields: withoutNulls(fields) })
    else nameless += 1
  }
  const examples = [...over, ...fresh].slice(0, mostExamples)
  return {
    rows: planned,
    added,
    changes,
    misfits,
    unwritable,
    locked,
    nameless,
    newWords: [...newWords.values()],
    readings: [...readings.values()],
    ...(areNamed ? { empties } : {}),
    questions: meant.flatMap((one) => one?.question ?? []),
    examples,
  }
}

/** Whether a date is kept otherwise than it was written, or a number has its commas for something else than its column's. */
function isReadOtherwise({ type, custom }: TableColumn, text: string, value: Json, meaning?: Reading): boolean {
  if (type === 'date') return value !== text
  const own = custom?.type === 'number' ? commaOf(text) : undefined
  return own !== undefined && meaning !== undefined && own !== meaning
}

/** A word that nobody has used before, as it was spelt first. */
function spellWord(column: TableColumn, value: Json | undefined, spelt: Map<string, string>): Json | undefined {
  if (column.type !== 'open-choice' || typeof value !== 'string') return value
  if (column.words.some((word) => word.value === value)) return value
  const key = labelKey(value)
  const first = spelt.get(key) ?? value
  spelt.set(key, first)
  return first
}

function withoutNulls(fields: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
