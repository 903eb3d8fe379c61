import type { Json } from '../../../lib/base/json'
import { readCommas } from '../../../lib/model/amount'
import {
  customFieldKey,
  customFieldLimits,
  type CustomField,
  type CustomFieldKind,
  type CustomFieldType,
} from '../../../lib/model/customField'
import { customText, toCustomValue, type Reading } from '../../../lib/model/customValue'
import { readDateOrder } from '../../../lib/model/dateOrder'
import { choiceWords, guessSheetType } from '../../../lib/model/guessFieldType'
import { labelKey } from '../../../lib/model/label'
import { isPersonalName } from '../../../lib/model/personalName'
import type { CellTexts } from './cells'
import type { TableColumn } from './columns'

/** What whoever pastes has decided of a sheet's columns. */
export interface PasteChoices {
  /** What commas part in numbers, and what comes first in dates, by the id of the column. */
  readonly readings: ReadonlyMap<string, Reading>
  /** Columns of the sheet, by their place in it, that become fields of the map: of which id and type. */
  readonly fields: ReadonlyMap<number, { readonly id: string; readonly type: CustomFieldType }>
  /** What an empty cell of a sheet does to one that says something: nothing as long as nobody chose. */
  readonly empties?: 'write'
}

export const noChoices: PasteChoices = { readings: new Map(), fields: new Map() }

/** What fields can be made of a sheet's columns. */
export interface FieldOffers {
  /** For which kinds they would be; undefined for all. */
  readonly of: readonly CustomFieldKind[] | undefined
  /** False for a name that no other field can have. */
  readonly canBe: (name: string) => boolean
  /** How many more the map has room for. */
  readonly room: number
}

/** A column of a sheet that is called like none of the table, and can be a field of the map. */
export interface OfferedField {
  /** Its place in the sheet. */
  readonly at: number
  readonly name: string
  /** What most likely it holds. */
  readonly guess: CustomFieldType
  /** Some of what is in it. */
  readonly examples: readonly string[]
  /** Files would leave it out unless it is asked for. */
  readonly personal: boolean
  /** What it becomes; undefined as long as it is left out. */
  readonly as: CustomFieldType | undefined
}

/** A field that a paste makes. */
export interface NewField {
  readonly id: string
  readonly field: Readonly<Record<string, Json>>
}

/** A column of a sheet: one of the table, one that is called like none of them, or one without a name. */
export type SheetColumn = TableColumn | 'unknown' | undefined

/** What the first line of a sheet says. */
export interface SheetHeader {
  /** The columns of the table that it names, or that are made of it. */
  readonly columns: readonly string[]
  /** Names that are no column's, whose words are left out. */
  readonly unknown: readonly string[]
  /** Of them, and of those that are made: what can be a field. */
  readonly offers: readonly OfferedField[]
}

/** What a sheet's columns are. */
export interface ReadHeader {
  readonly columns: readonly SheetColumn[]
  readonly header: SheetHeader
  readonly fields: readonly NewField[]
}

/** Some cells of a column that is offered. */
const mostExamples = 3

/**
 * What the columns of a sheet are by its first line: of the table, or new fields as they were chosen. Undefined for a line
 * that names no columns. Cost: linear in cells.
 */
export function readHeader(
  all: readonly TableColumn[],
  cells: readonly (readonly string[])[],
  offers: FieldOffers | undefined,
  { fields: chosen }: PasteChoices,
): ReadHeader | undefined {
  const [first = [], ...lines] = cells
  const found = lines.length === 0 ? undefined : findHeader(all, first)
  if (found === undefined) return undefined
  const fields: NewField[] = []
  const offered: OfferedField[] = []
  const seen = new Set<string>()
  const columns = found.map((column, at): SheetColumn => {
    const name = first[at]?.trim() ?? ''
    if (column !== 'unknown' || offers === undefined || offered.length >= offers.room) return column
    const key = labelKey(name)
    if (seen.has(key) || name.length > customFieldLimits.name || !offers.canBe(name)) return column
    const texts = lines.map((line) => line[at]?.trim() ?? '').filter((text) => text !== '')
    if (texts.length === 0) return column
    seen.add(key)
    const choice = chosen.get(at)
    const examples = [...new Set(texts)].slice(0, mostExamples)
    const personal = isPersonalName(name, offers.of === undefined || offers.of.includes('stakeholder'))
    offered.push({ at, name, guess: guessSheetType(name, texts), examples, personal, as: choice?.type })
    if (choice === undefined) return column
    const field: CustomField = {
      id: choice.id,
      name,
      type: choice.type,
      ...(choice.type === 'choice' ? { choices: choiceWords(texts) } : {}),
      ...(offers.of === undefined ? {} : { of: offers.of }),
    }
    fields.push({ id: field.id, field: definitionOf(field) })
    return columnOf(field)
  })
  const header = {
    columns: columns.flatMap((column) => (typeof column === 'object' ? column.name : [])),
    unknown: first.filter((_, at) => columns[at] === 'unknown'),
    offers: offered,
  }
  return { columns, header, fields }
}

function definitionOf({ id: _, ...rest }: CustomField): NewField['field'] {
  return JSON.parse(JSON.stringify(rest)) as NewField['field']
}

function columnOf(field: CustomField): TableColumn {
  const words = (field.choices ?? []).map((value) => ({ value, label: value }))
  const { name, type } = field
  return { id: customFieldKey(field.id), name, type, words, editable: true, width: 0, personal: false, custom: field }
}

/**
 * Columns by a line of their names, in the page's language or as formats call them; undefined for a line that is none:
 * of several names most are columns', or the first is that of the names of rows, and a single one is.
 */
function findHeader(columns: readonly TableColumn[], names: readonly string[]): readonly SheetColumn[] | undefined {
  const found = names.map((name) => columns.find((column) => namesColumn(column, name.trim())))
  const said = names.filter((name) => name.trim() !== '').length
  const known = new Set(found.filter((column) => column !== undefined)).size
  const isHeader = known > 0 && (known === said || found[0]?.id === 'label' || (known > 1 && known * 2 > said))
  return isHeader ? found.map((column, at) => column ?? (names[at]?.trim() === '' ? undefined : 'unknown')) : undefined
}

function namesColumn({ id, name, custom }: TableColumn, text: string): boolean {
  return (
    isSameName(name, text) ||
    (custom === undefined && (isSameName(id, text) || (id === 'label' && /^name$/i.test(text))))
  )
}

function isSameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase()
}

/** A column of numbers or dates of which it must be said how they are meant. */
export interface ReadingQuestion {
  readonly column: string
  readonly name: string
  /** The readings to choose from. */
  readonly choices: readonly (readonly [Reading, string])[]
  /** One that is another by the other reading. */
  readonly example: string
  /** As it is read now. */
  readonly meaning: Reading
}

/**
 * How the numbers or dates of a column are meant: as was chosen, else as they tell themselves, else as the reader writes
 * them.
 * @param own how the reader does; without it a column that does not tell has no meaning
 */
export function readColumn(
  column: TableColumn,
  texts: Iterable<string>,
  { readings }: PasteChoices,
  own: Pick<CellTexts, 'comma' | 'dates'>,
): { readonly meaning: Reading | undefined; readonly question?: ReadingQuestion } {
  const { id, name, custom } = column
  const isDate = custom?.type === 'date'
  const read = isDate ? readDateOrder(texts) : custom?.type === 'number' ? readCommas(texts) : undefined
  if (custom === undefined || read === undefined) return { meaning: undefined }
  const meaning = readings.get(id) ?? read.meaning ?? (isDate ? own.dates : own.comma)
  const { open } = read
  if (open === undefined || meaning === undefined) return { meaning }
  const words = isDate ? (['day-first', 'month-first'] as const) : (['thousands', 'decimals'] as const)
  const choices = words.map((word) => [word, customText(toCustomValue(custom, open, word))] as const)
  return { meaning, question: { column: id, name, choices, example: open, meaning } }
}
