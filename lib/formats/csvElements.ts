import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { readNumber } from '../base/readNumber'
import type { CustomField } from '../model/customField'
import { elementSchemas, type ElementKind } from '../model/element'
import { elementColumns, findLabelColumn, planColumns, type ElementColumn } from './csvColumns'
import { isContactColumn } from './contactColumns'
import { findFieldColumns, readFieldCells } from './csvFields'
import { placeOf, type CsvRow, type CsvTable } from './csvTable'
import { readTags } from './kumuElements'
import type { MapDraft } from './mapDraft'
import { isFormWord, isQuantityType, noteForm, readPeopleType } from './people'
import { toLabel } from '../model/label'
import type { ReportBuilder } from './report'
import { readYes } from './sign'
import { createStandingReader, longestContact, type StandingRead, type StandingSaid } from './standing'
import { standingFields, type StandingField } from './standingFields'

/** The elements of a table file, to be found by the names that links use. */
export interface CsvElements {
  find(name: string): ElementId | undefined
  /** Finds an element, or makes one that has just this name. */
  findOrMake(name: string, where: string): ElementId | undefined
  isStakeholder(id: ElementId): boolean
  /** Whether any element, so far, does not say itself what it is. */
  readonly anyUsual: boolean
}

/**
 * Adds the rows of all tables of elements to the draft. `kind` is what a row is that does not say; `fieldColumns` are
 * the names of columns that are fields of the map's own.
 */
export function readCsvElements(
  tables: readonly CsvTable[],
  kind: 'variable' | 'stakeholder',
  fieldColumns: ReadonlyMap<string, CustomField>,
  draft: MapDraft,
  report: ReportBuilder,
): CsvElements {
  const byId = new Map<string, ElementId>()
  const byLabel = new Map<string, ElementId>()
  const stakeholders = new Set<ElementId>()
  let anyUsual = false
  const planned = tables.map((table) => {
    const labelColumn = findLabelColumn(table.header.cells) ?? 0
    const own = findFieldColumns(table.header.cells, fieldColumns)
    const plan = planColumns(table.header.cells, elementColumns, [labelColumn, ...own.keys()])
    return { table, labelColumn, own, plan }
  })
  const readStanding = createStandingReader(
    planned.flatMap(({ table, plan }) => table.rows.map((row) => standingOf(row, table.header.cells, plan))),
    report,
  )
  for (const { table, labelColumn, own, plan } of planned) {
    // Where the only name is the id, the column serves as both.
    const saysKinds = table.rows.some((row) => weftKind(row, plan) !== undefined)
    const idColumn = plan.known.get('id') ?? (isNamedId(table, labelColumn) ? labelColumn : undefined)
    for (const row of table.rows) {
      const where = placeOf(table, row)
      const label = readLabel(row.cells[labelColumn] ?? '')
      const said = idColumn === undefined ? '' : (row.cells[idColumn] ?? '')
      anyUsual ||= kindSaid(row, plan) === undefined
      const fields = readElementFields(
        row,
        table.header.cells,
        plan,
        { usual: kind, saysKinds },
        (said) => readStanding(said, where),
        report,
      )
      const id = draft.addElement(
        { ...fields, ...readFieldCells(row.cells, own, { report, where }), label },
        said === '' ? undefined : said,
        where,
      )
      if (id === undefined) continue
      if (fields['kind'] === 'stakeholder') stakeholders.add(id)
      if (said !== '' && !byId.has(said)) byId.set(said, id)
      if (label !== '' && !byLabel.has(label)) byLabel.set(label, id)
      placeElement(id, row, plan.known, draft, where)
    }
  }
  const hasLists = tables.length > 0
  const find = (name: string): ElementId | undefined => byId.get(name) ?? byLabel.get(toLabel(name))
  return {
    find,
    findOrMake: (name, where) => {
      const known = find(name)
      if (known !== undefined) return known
      const id = draft.addElement({ kind, label: toLabel(name), description: '' }, undefined, where)
      if (id === undefined) return undefined
      anyUsual = true
      if (hasLists) report.lose('made-element', toLabel(name), where)
      byLabel.set(toLabel(name), id)
      if (kind === 'stakeholder') stakeholders.add(id)
      return id
    },
    isStakeholder: (id) => stakeholders.has(id),
    get anyUsual() {
      return anyUsual
    },
  }
}

/** Whether rows of these tables say that they are people, and none that it is a quantity. */
export function speaksOfPeople(tables: readonly CsvTable[]): boolean {
  const kinds = tables.flatMap((table) => {
    const label = findLabelColumn(table.header.cells) ?? 0
    const plan = planColumns(table.header.cells, elementColumns, [label])
    return table.rows.map((row) => kindSaid(row, plan))
  })
  return kinds.includes('stakeholder') && !kinds.includes('variable')
}

/** Labels keep line breaks that people made with care only in Weft's own files; tables hold them in quotes. */
function readLabel(cell: string): string {
  return cell.includes('\n')
    ? cell
        .split(/\r\n?|\n/)
        .map(toLabel)
        .join('\n')
    : toLabel(cell)
}

function isNamedId(table: CsvTable, column: number): boolean {
  return /^(id|key)$/i.test(table.header.cells[column] ?? '')
}

type Plan = ReturnType<typeof planColumns<ElementColumn>>

/** What a row says that it is, by its kind or its type. */
function kindSaid(row: CsvRow, plan: Plan): ElementKind | undefined {
  const own = weftKind(row, plan)
  if (own !== undefined) return own
  const types = typesSaid(row, plan)
  if (types.some(({ people }) => people !== undefined)) return 'stakeholder'
  return types.some(({ text }) => isQuantityType(text)) ? 'variable' : undefined
}

/** A kind by Weft's own word for it. */
function weftKind(row: CsvRow, { known }: Plan): ElementKind | undefined {
  const said = (row.cells[known.get('kind') ?? -1] ?? '').trim().toLowerCase()
  return Object.hasOwn(elementSchemas, said) ? (said as ElementKind) : undefined
}

interface TypeSaid {
  readonly column: ElementColumn
  readonly text: string
  readonly people: ReturnType<typeof readPeopleType>
}

/** Where a row may say what people it is: its type, else a kind that is none of Weft's (`NGO`), else its form. */
function typesSaid(row: CsvRow, plan: Plan): readonly TypeSaid[] {
  const columns = ['type', ...(weftKind(row, plan) === undefined ? (['kind'] as const) : []), 'form'] as const
  return columns.flatMap((column) => {
    const text = (row.cells[plan.known.get(column) ?? -1] ?? '').trim()
    if (text === '') return []
    const people = column !== 'form' || isFormWord(text) ? readPeopleType(text) : undefined
    return [{ column, text, people }]
  })
}

function readElementFields(
  row: CsvRow,
  header: readonly string[],
  plan: Plan,
  { usual, saysKinds }: { readonly usual: 'variable' | 'stakeholder'; readonly saysKinds: boolean },
  readStanding: (said: StandingSaid) => StandingRead,
  report: ReportBuilder,
): JsonFields {
  const cell = (column: ElementColumn): string => row.cells[plan.known.get(column) ?? -1] ?? ''
  const typed = typesSaid(row, plan).find(({ people }) => people !== undefined)
  const form = typed?.people?.form
  const kind = kindSaid(row, plan) ?? usual
  const shape: z.core.$ZodShape = elementSchemas[kind].shape
  const fields: Record<string, JsonFields[string]> = {
    kind,
    description: cell('description'),
    tags: readTags(cell('tags')) as readonly string[],
    ...(kind === 'stakeholder' && form !== undefined ? { form } : {}),
  }
  if (typed !== undefined && fields['form'] !== undefined) {
    noteForm(header[plan.known.get(typed.column) ?? -1] ?? 'type', typed.text, report)
  }
  const standing = kind === 'stakeholder' ? readStanding(standingOf(row, header, plan)) : undefined
  const reached = kind === 'stakeholder' && cell('contact').trim() === '' ? readContact(row, plan, report) : undefined
  const extra: [string, string][] = plan.others
    .filter(({ index }) => reached?.taken.has(index) !== true)
    .map(({ name, index }) => [name, row.cells[index] ?? ''])
  if (reached !== undefined) fields['contact'] = reached.contact
  Object.assign(fields, standing?.fields)
  const isRead = (column: ElementColumn): boolean =>
    standing !== undefined && isStanding(column) && !standing.left.includes(column)
  for (const [column, index] of plan.known) {
    const text = cell(column)
    if (text === '' || readElsewhere.has(column) || isRead(column)) continue
    if (column === 'kind' && weftKind(row, plan) !== undefined) continue
    // Weft's own word for what it was read as says no more than that.
    if (column === 'type' && text.trim().toLowerCase() === kind) continue
    // The form says all of it.
    if (typed?.column === column && fields['form'] !== undefined && isFormWord(text)) continue
    const value = toFieldValue(column, text)
    const isOwn = !isStanding(column) && (!weftColumns.has(column) || saysKinds)
    const schema = isOwn && Object.hasOwn(shape, column) ? shape[column] : undefined
    // A column that means something else in this file, or nothing for this kind, is the people's own.
    if (schema !== undefined && z.safeParse(schema, value).success) {
      fields[column] = value
      if (column === 'form') report.readCell(header[index] ?? column, 'form', { kind: 'text' })
    } else extra.push([header[index] ?? column, text])
  }
  return { ...fields, extra: Object.fromEntries(extra) }
}

/**
 * Ways to reach somebody that stand in columns named so (`isContactColumn`), one after the other; undefined if there are
 * none, or more than a contact has room for: then they stay beside.
 */
function readContact(
  row: CsvRow,
  plan: Plan,
  report: ReportBuilder,
): { readonly contact: string; readonly taken: ReadonlySet<number> } | undefined {
  const found = plan.others.flatMap(({ name, index, isOwn }) => {
    const text = (row.cells[index] ?? '').trim()
    return text === '' || isOwn || !isContactColumn(name) ? [] : [{ name, index, text }]
  })
  const contact = [...new Set(found.map(({ text }) => text))].join(', ')
  if (contact === '' || contact.length > longestContact) return undefined
  for (const { name } of found) report.readCell(name, 'contact', { kind: 'text' })
  return { contact, taken: new Set(found.map(({ index }) => index)) }
}

/** In tables that do not say kinds, others mean a rating or a remark of their own by these names. */
const weftColumns = new Set<ElementColumn>(['leverage', 'chosen'])

const readElsewhere = new Set<ElementColumn>(['id', 'description', 'tags', 'x', 'y', 'width', 'height'])
const numberColumns = new Set<ElementColumn>(['leverage', 'z', 'createdAt'])

const lowerCaseColumns = new Set<ElementColumn>(['form', 'colour', 'mark'])

function isStanding(column: ElementColumn): column is StandingField {
  const fields: readonly string[] = standingFields
  return fields.includes(column)
}

/** What a row says of where somebody stands. */
function standingOf(row: CsvRow, header: readonly string[], plan: Plan): StandingSaid {
  return new Map(
    standingFields.flatMap((field) => {
      const index = plan.known.get(field) ?? -1
      const text = row.cells[index] ?? ''
      return text.trim() === '' ? [] : [[field, { name: header[index] ?? field, text }] as const]
    }),
  )
}

function toFieldValue(column: ElementColumn, text: string): string | number | boolean {
  if (column === 'locked' || column === 'chosen') return readYes(text)
  if (numberColumns.has(column)) return readNumber(text) ?? text
  return lowerCaseColumns.has(column) ? text.toLowerCase() : text
}

function placeElement(
  id: ElementId,
  row: CsvRow,
  known: ReadonlyMap<ElementColumn, number>,
  draft: MapDraft,
  where: string,
): void {
  const cell = (column: ElementColumn): string => row.cells[known.get(column) ?? -1] ?? ''
  if (cell('x') === '' && cell('y') === '') return
  const [x, y] = [readNumber(cell('x')) ?? Number.NaN, readNumber(cell('y')) ?? Number.NaN]
  const [width, height] = [readNumber(cell('width')), readNumber(cell('height'))]
  draft.place(id, { x, y, ...(width === undefined || height === undefined ? {} : { width, height }) }, where)
}
