import type { Json, JsonFields } from '../base/json'
import { readNumber } from '../base/readNumber'
import { isId } from '../base/ids'
import {
  customFieldKey,
  customFieldKinds,
  customFieldLimits,
  customFieldTypes,
  readCustomFields,
  type CustomField,
} from '../model/customField'
import { rewriteCustomValue } from '../model/customValue'
import { readMeta } from '../model/readRecord'
import type { WeftMap } from '../model/weftMap'
import { elementColumns, simplify } from './csvColumns'
import { placeOf, type CsvTable } from './csvTable'
import { clip, type ReportBuilder } from './report'
import { readYes } from './sign'

/**
 * The map's own fields in tables: a section `fields` says what they are called and of what type they are, and each is
 * a column of the elements under its name. A name that means something else there gets `field:` before it.
 */

/** Columns of the section `fields`. */
export const fieldSection = ['id', 'name', 'type', 'choices', 'for', 'personal', 'added'] as const

const reserved = new Set(['label', 'from', 'to', ...Object.keys(elementColumns)].map(simplify))

/** The map's own fields by the columns that they have in a table of elements. */
export function nameFieldColumns(map: Pick<WeftMap, 'meta'>): ReadonlyMap<string, CustomField> {
  const columns = new Map<string, CustomField>()
  for (const field of readCustomFields(readMeta(map.meta).meta)) {
    const plain = reserved.has(simplify(field.name)) ? `field:${field.name}` : field.name
    columns.set(columns.has(plain) ? customFieldKey(field.id) : plain, field)
  }
  return columns
}

/** The rows of the section `fields`, one a field. */
export function writeFieldRows(fields: Iterable<CustomField>): readonly Readonly<Record<string, string | number>>[] {
  return [...fields].map(({ id, name, type, choices = [], of = [], personal, at }) => ({
    id,
    name,
    type,
    choices: writeChoices(choices),
    for: of.join('|'),
    personal: personal === true ? 'yes' : '',
    added: at ?? '',
  }))
}

/** Words to choose from with bars between; a bar or backslash of their own has a backslash before it. */
function writeChoices(choices: readonly string[]): string {
  return choices.map((choice) => choice.replaceAll(/[\\|]/g, '\\$&')).join('|')
}

function readChoices(cell: string): readonly string[] {
  const choices = ['']
  // A backslash before anything else is one.
  for (const [sign] of cell.matchAll(/\\[\\|]|[^]/gu)) {
    if (sign === '|') choices.push('')
    else choices[choices.length - 1] += sign.length === 2 && sign.startsWith('\\') ? sign.slice(1) : sign
  }
  return choices
}

/** An element's fields with those of the map's own under the names of their columns. */
export function nameFields(fields: JsonFields, columns: ReadonlyMap<string, CustomField>): JsonFields {
  if (columns.size === 0) return fields
  const names = new Map([...columns].map(([column, { id }]) => [customFieldKey(id), column]))
  const renamed = Object.entries(fields).map(([key, value]): [string, Json] => [names.get(key) ?? key, value])
  return Object.fromEntries(renamed)
}

/**
 * The definitions that sections `fields` hold, as a map stores them; those without a name are passed over. What a map
 * has no room for is cut or left out, and told.
 */
export function readFieldTables(tables: readonly CsvTable[], report: ReportBuilder): JsonFields {
  const definitions: Record<string, Json> = {}
  for (const table of tables) {
    const names = table.header.cells.map(simplify)
    for (const [index, row] of table.rows.entries()) {
      const where = placeOf(table, row)
      const cell = (name: (typeof fieldSection)[number]): string => row.cells[names.indexOf(name)] ?? ''
      if (cell('name').trim() === '') continue
      const name = fit(cell('name'), customFieldLimits.name, { report, where, what: 'name' })
      if (Object.keys(definitions).length >= customFieldLimits.fields) {
        report.lose('other-data', name, where)
        continue
      }
      const id = isId(cell('id')) ? cell('id') : `f${index + 1}`
      const choices = fitChoices(readChoices(cell('choices')), report, where)
      const of = customFieldKinds.filter((kind) => cell('for').split('|').includes(kind))
      definitions[customFieldKey(id)] = {
        name,
        type: customFieldTypes.find((type) => type === cell('type').toLowerCase()) ?? 'text',
        ...(choices.length > 0 ? { choices } : {}),
        ...(of.length > 0 ? { of } : {}),
        ...(readYes(cell('personal')) ? { personal: true } : {}),
        at: Math.max(0, Math.trunc(readNumber(cell('added')) ?? index)),
      }
    }
  }
  return definitions
}

function fitChoices(words: readonly string[], report: ReportBuilder, where: string): readonly string[] {
  const fitting = words.map((word) => fit(word, customFieldLimits.choice, { report, where, what: 'choices' }))
  const choices = [...new Set(fitting)].filter((choice) => choice !== '')
  for (const word of choices.slice(customFieldLimits.choices)) report.lose('other-data', word, where)
  return choices.slice(0, customFieldLimits.choices)
}

/** A text as long as a map keeps it; that it was cut is told. */
function fit(
  text: string,
  length: number,
  { report, where, what }: { readonly report: ReportBuilder; readonly where: string; readonly what: string },
): string {
  if (text.length > length) report.lose('shortened', what, where)
  return clip(text, length)
}

/** The columns of a table of elements that are the map's own fields, by their place. */
export function findFieldColumns(
  header: readonly string[],
  columns: ReadonlyMap<string, CustomField>,
): ReadonlyMap<number, CustomField> {
  return new Map(
    header.flatMap((name, index) => {
      // A name that was cut names its column as the file has it.
      const field = columns.get(name) ?? columns.get(clip(name, customFieldLimits.name))
      return field === undefined ? [] : [[index, field] as const]
    }),
  )
}

/** What a row says in the map's own fields; what does not fit its field stays as it is written, if cut, and told. */
export function readFieldCells(
  cells: readonly string[],
  columns: ReadonlyMap<number, CustomField>,
  { report, where }: { readonly report: ReportBuilder; readonly where: string },
): JsonFields {
  const fields: Record<string, Json> = {}
  for (const [index, field] of columns) {
    const text = fit((cells[index] ?? '').trim(), customFieldLimits.value, { report, where, what: field.name })
    const value = rewriteCustomValue(field, text)
    if (value !== null) fields[customFieldKey(field.id)] = value ?? text
  }
  return fields
}
