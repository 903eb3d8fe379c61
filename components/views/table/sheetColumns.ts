import type { Json } from '../../../lib/base/json'
import { readCommas, type CommaMeaning } from '../../../lib/model/amount'
import {
  customFieldKey,
  customFieldLimits,
  type CustomField,
  type CustomFieldKind,
  type CustomFieldType,
} from '../../../lib/model/customField'
import { choiceWords, guessSheetType } from '../../../lib/model/guessFieldType'
import { labelKey } from '../../../lib/model/label'
import { isPersonalName } from '../../../lib/model/personalName'
import type { TableColumn } from './columns'

/** What whoever pastes has decided of a sheet's columns. */
export interface PasteChoices {
  /** What commas part, by the id of the column. */
  readonly commas: ReadonlyMap<string, CommaMeaning>
  /** Columns of the sheet, by their place in it, that become fields of the map: of which id and type. */
  readonly fields: ReadonlyMap<number, { readonly id: string; readonly type: CustomFieldType }>
  /** What an empty cell of a sheet does to one that says something: nothing as long as nobody chose. */
  readonly empties?: 'write'
}

export const noChoices: PasteChoices = { commas: new Map(), fields: new Map() }

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

/** A column of numbers of which it must be said what its commas part. */
export interface CommaQuestion {
  readonly column: string
  readonly name: string
  /** A number that is another one by the other reading. */
  readonly example: string
  /** As it is read now. */
  readonly meaning: CommaMeaning
}

/**
 * What commas part in a column of numbers: as was chosen, else as its own numbers tell, else as the reader writes numbers.
 * @param own how the reader does; without it a column that does not tell has no meaning
 */
export function readColumnCommas(
  column: TableColumn,
  texts: Iterable<string>,
  { commas }: PasteChoices,
  own: CommaMeaning | undefined,
): { readonly meaning: CommaMeaning | undefined; readonly question?: CommaQuestion } {
  const read = column.custom?.type === 'number' ? readCommas(texts) : undefined
  if (read === undefined) return { meaning: undefined }
  const meaning = commas.get(column.id) ?? read.meaning ?? own
  if (read.open === undefined || meaning === undefined) return { meaning }
  return { meaning, question: { column: column.id, name: column.name, example: read.open, meaning } }
}
