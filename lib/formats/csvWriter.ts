import Papa from 'papaparse'
import { textOf, type Json, type JsonFields } from '../base/json'
import { boardView } from '../model/position'
import { isKnownTieType } from '../model/tie'
import { tieNames } from '../model/tieNames'
import type { WeftMap } from '../model/weftMap'
import { writeBadgeFields } from './badgeFields'
import { takeClaimNames } from './claimNames'
import { isContactColumn } from './contactColumns'
import type { CustomField } from '../model/customField'
import { elementColumns, linkColumns, simplify } from './csvColumns'
import { loseDefinitions, loseOtherPlaces, loseSaved, nameOr } from './lookLosses'
import { withOwnNames } from './ownNames'
import { fieldSection, nameFieldColumns, nameFields, writeFieldRows } from './csvFields'
import { createReport, type NotCarried } from './report'

type Cell = string | number
type Row = Readonly<Record<string, Cell>>

/** Columns that are written even if they are empty, since people fill them in. */
const elementBase = ['id', 'kind', 'label', 'description', 'tags']
const linkBase = ['id', 'kind', 'from', 'to', 'sign', 'delay']

/**
 * The map as one CSV text with a section for elements and one for links (and for title and named loops,
 * if there are any), which `readCsv` takes back and spreadsheets open. Fields that an import brought go
 * out as columns of their own. Text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function writeCsv(whole: WeftMap): string {
  const map = withOwnNames(whole)
  const columns = nameFieldColumns(map)
  const parts = [
    writeMeta(map),
    columns.size === 0 ? '' : `fields\r\n${writeTable(writeFieldRows(columns.values()), fieldSection)}`,
    `elements\r\n${writeElements(map, columns)}`,
    `links\r\n${writeTable(writtenLinks(map), linkBase)}`,
    writeLoops(map),
  ]
  return `${parts.filter((part) => part !== '').join('\r\n\r\n')}\r\n`
}

/** The two main sections as files of their own, for programs that take one table to a file. */
export function writeCsvFiles(whole: WeftMap): { readonly elements: string; readonly links: string } {
  const map = withOwnNames(whole)
  const columns = nameFieldColumns(map)
  return { elements: writeElements(map, columns), links: writeTable(writtenLinks(map), linkBase) }
}

/** The map's own fields follow the columns that are always there, in their order: it is not left to who says something first. */
function writeElements(map: WeftMap, columns: ReadonlyMap<string, CustomField>): string {
  const rows = writtenElements(map).map(([id, fields]) => elementRow(id, fields, map, columns))
  const said = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== '')))
  return writeTable(rows, [...elementBase, ...[...columns.keys()].filter((name) => said.has(name))])
}

/** What of this map a CSV has no place for. */
export function listCsvLosses(map: WeftMap): readonly NotCarried[] {
  const report = createReport('csv')
  for (const [id, element] of Object.entries(map.elements)) {
    const { kind } = element
    if (unwritten.has(kind)) report.lose('no-room', kind === 'ink' ? 'pen stroke' : kind, nameOr(element, id))
  }
  const elements = map.elements as Readonly<Record<string, { readonly kind: string }>>
  loseOtherPlaces(map, (id) => !unwritten.has(elements[id]?.kind ?? 'image'), report)
  loseDefinitions(map, report)
  loseSaved(map, report)
  for (const [id, fields] of Object.entries(map.links as Readonly<Record<string, JsonFields>>)) {
    const { earlier } = takeClaimNames(id, fields)
    if (earlier > 0) report.lose('no-room', 'word on an earlier form of a link', id, earlier)
  }
  return report.losses()
}

const unwritten = new Set<string>(['image', 'ink'])

function writtenElements(map: WeftMap): readonly (readonly [string, JsonFields])[] {
  return Object.entries(map.elements as Readonly<Record<string, JsonFields>>).filter(
    ([, fields]) => !unwritten.has(textOf(fields['kind'])),
  )
}

function elementRow(id: string, fields: JsonFields, map: WeftMap, columns: ReadonlyMap<string, CustomField>): Row {
  const [x, y, width, height] =
    (map.positions as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>)[boardView]?.[id] ?? []
  const place = Object.entries({ x, y, width, height }).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  )
  return {
    id,
    ...toCells(nameFields(fields, columns), Object.keys(elementColumns), columns),
    ...Object.fromEntries(place),
  }
}

function writtenLinks(map: WeftMap): readonly Row[] {
  const written = new Set(writtenElements(map).map(([id]) => id))
  const nameOf = chooseNames(map)
  return Object.entries(map.links as Readonly<Record<string, JsonFields>>)
    .filter(([, { from, to }]) => written.has(textOf(from)) && written.has(textOf(to)))
    .map(([id, record]) => {
      const { rest, agreed, disagreed } = takeClaimNames(id, record)
      const { from, to, polarity, delay, ...fields } = rest
      return {
        id,
        kind: toCell(fields['kind'] ?? ''),
        from: nameOf(textOf(from)),
        to: nameOf(textOf(to)),
        sign: toCell(polarity ?? ''),
        delay: delay === true ? 'yes' : '',
        ...toCells(fields, Object.keys(linkColumns)),
        ...(fields['kind'] === 'tie' && fields['type'] !== undefined ? { type: nameTie(textOf(fields['type'])) } : {}),
        agreedBy: joinNames(agreed),
        disagreedBy: joinNames(disagreed),
      }
    })
}

/** What a kind of tie is called: the map's own names stand there already. */
function nameTie(type: string): string {
  return isKnownTieType(type) ? tieNames[type] : type
}

/** Links name elements by label where every label is there once and is nobody's id, else by id. */
function chooseNames(map: WeftMap): (id: string) => string {
  const labels = Object.values(map.elements).map((element) => element.label)
  const plain = labels.every((label) => label === label.trim() && !/[\n|]|\s\s/.test(label) && label !== '')
  const unique = new Set(labels).size === labels.length && labels.every((label) => !Object.hasOwn(map.elements, label))
  const elements = map.elements as Readonly<Record<string, { readonly label: string }>>
  return (id) => (plain && unique ? (elements[id]?.label ?? id) : id)
}

/** Fields as cells; what an import brought follows under its own names, unless they are taken. */
function toCells(
  fields: JsonFields,
  reserved: readonly string[],
  own: Pick<ReadonlyMap<string, unknown>, 'has'> = new Set(),
): Row {
  const { extra, ...known } = fields
  const taken = new Set(['from', 'to', 'label', ...reserved].map(simplify))
  const cells = Object.entries(known).map(([name, value]) => [name, toCell(value)] as const)
  const others = Object.entries((extra ?? {}) as JsonFields).map(
    ([name, value]) =>
      [
        takesPlace(name, taken) || own.has(name) || isContactColumn(name) ? `extra:${name}` : name,
        toCell(value),
      ] as const,
  )
  return Object.fromEntries([...cells, ...others])
}

function takesPlace(name: string, taken: ReadonlySet<string>): boolean {
  return !sharedNames.has(name) && taken.has(simplify(name))
}

/** Names that mean the same in `extra` as in a table. */
const sharedNames = new Set(['type', 'weight'])

function toCell(value: Json): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : ''
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return joinWords(value)
  return value === null ? '' : JSON.stringify(value)
}

/** A bar in a name would part it in two. */
function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('|', '/')).join('|')
}

/** A lone word with a comma in it would be read as two without the bar. */
function joinWords(words: readonly string[]): string {
  return words.length === 1 && words[0]?.includes(',') === true ? `${words[0]}|` : words.join('|')
}

function writeTable(rows: readonly Row[], base: readonly string[]): string {
  const columns = [...base]
  const known = new Set(base)
  for (const row of rows) {
    for (const [name, cell] of Object.entries(row)) {
      if (known.has(name) || cell === '') continue
      known.add(name)
      columns.push(name)
    }
  }
  const cells = rows.map((row) =>
    columns.map((column) => guardCell(Object.hasOwn(row, column) ? (row[column] ?? '') : '')),
  )
  return Papa.unparse([columns.map(guardCell), ...cells], { newline: '\r\n' })
}

/** Rows of cells as CSV, guarded as in `writeCsv`: for tables that are not a map. */
export function writeCsvCells(rows: readonly (readonly (string | number)[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => row.map(guardCell)),
    { newline: '\r\n' },
  )}\r\n`
}

/** A cell that begins like a formula would be run by a spreadsheet; signs and numbers are harmless. */
function guardCell(cell: Cell): Cell {
  if (typeof cell === 'number' || cell === '+' || cell === '-') return cell
  return /^'*[=+\-@]/.test(cell) ? `'${cell}` : cell
}

function writeMeta(map: WeftMap): string {
  const { title, description } = map.meta
  if (title === '' && description === '') return ''
  return `map\r\n${Papa.unparse(
    [
      ['title', guardCell(title)],
      ['description', guardCell(description)],
    ],
    { newline: '\r\n' },
  )}`
}

function writeLoops(map: WeftMap): string {
  const rows = Object.entries(map.loops ?? {}).map(([key, { name, note, archetype, ...badge }]) => ({
    links: key.replaceAll('.', ' '),
    name: name ?? '',
    note: note ?? '',
    archetype: archetype ?? '',
    ...writeBadgeFields(badge),
  }))
  return rows.length === 0 ? '' : `loops\r\n${writeTable(rows, ['links', 'name', 'note'])}`
}
