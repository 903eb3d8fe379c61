import type { LinkId } from '../base/ids'
import { limits } from '../base/limits'
import { fail, type Result } from '../base/result'
import { toLoopKey } from '../model/loopKey'
import { readBadgeFields } from './badgeFields'
import type { WeftMap } from '../model/weftMap'
import { findLabelColumn, hasPeopleColumn, simplify } from './csvColumns'
import { readCsvElements, speaksOfPeople } from './csvElements'
import { nameFieldColumns, readFieldTables } from './csvFields'
import { planLinks, readCsvLinks, type LinkTable } from './csvLinks'
import { isMatrix, matrixHasSigns, readMatrix } from './csvMatrix'
import { parseTables, type CsvSource, type CsvTable } from './csvTable'
import { createMapDraft, type MapDraft } from './mapDraft'
import type { FormatProblem } from './problem'
import { kindOfReading, type ElementReading, type ReadingChoices } from './readAs'
import { clip, createReport, type ImportedMap, type ReportBuilder } from './report'
import { readSign } from './sign'

/**
 * Reads tables: a list of links (`from,to,sign,…`), elements and links in two files or in two sections
 * of one, or a matrix of influence. Finds the delimiter and the column names by itself; columns that
 * Weft does not know are kept with their records. Never throws; refuses more than 5,000 elements or
 * 20,000 links.
 * @param choices what somebody says of them where they do not say it
 */
export function readCsv(
  sources: readonly CsvSource[],
  choices: ReadingChoices = {},
): Result<ImportedMap, FormatProblem> {
  const report = createReport('csv')
  const tables: CsvTable[] = []
  for (const source of sources) {
    const name = sources.length > 1 ? source.name : ''
    const parsed = parseTables({ name, text: source.text }, report)
    if (!parsed.ok) return name === '' ? parsed : fail({ ...parsed.reason, where: name })
    tables.push(...parsed.value)
  }
  const sorted = sortTables(tables, report)
  if (!sorted.ok) return sorted
  const draft = createMapDraft(report, choices.ties)
  fillDraft(sorted.value, draft, report, choices.as)
  return draft.finish()
}

interface SortedTables {
  readonly elements: readonly CsvTable[]
  readonly links: readonly LinkTable[]
  readonly matrices: readonly CsvTable[]
  readonly map: readonly CsvTable[]
  readonly fields: readonly CsvTable[]
  readonly loops: readonly CsvTable[]
}

function sortTables(tables: readonly CsvTable[], report: ReportBuilder): Result<SortedTables, FormatProblem> {
  const sorted = {
    elements: [] as CsvTable[],
    links: [] as LinkTable[],
    matrices: [] as CsvTable[],
    map: [] as CsvTable[],
    fields: [] as CsvTable[],
    loops: [] as CsvTable[],
  }
  for (const table of tables) {
    const links = planLinks(table)
    if (table.title === 'map' || table.title === 'loops' || table.title === 'fields') sorted[table.title].push(table)
    else if (links !== undefined) sorted.links.push(links)
    else if (isMatrix(table)) sorted.matrices.push(table)
    else if (table.title !== 'links' && findLabelColumn(table.header.cells) !== undefined) sorted.elements.push(table)
    else {
      const named = nameColumns(table)
      const bare = named === undefined ? undefined : planLinks(named)
      if (bare === undefined) {
        return fail({
          code: 'no-columns',
          where: `${table.file === '' ? '' : `${table.file}, `}line ${table.header.line}`,
          detail: clip(table.header.cells.slice(0, 8).join(', '), 120),
        })
      }
      report.lose('no-header', 'column names', `line ${table.header.line}`)
      sorted.links.push(bare)
    }
  }
  const { elements, links, matrices } = sorted
  if (elements.length + links.length + matrices.length === 0) return fail({ code: 'no-columns' })
  const rows = (list: readonly CsvTable[]): number => list.reduce((sum, table) => sum + table.rows.length, 0)
  if (rows(elements) > limits.elements) return fail({ code: 'too-many-elements', detail: String(rows(elements)) })
  return { ok: true, value: sorted }
}

/** A table without column names is a list of links if its third column holds signs and nothing else. */
function nameColumns(table: CsvTable): CsvTable | undefined {
  const rows = [table.header, ...table.rows]
  const isLink = rows.every(({ cells }) => cells.length >= 3 && cells.length <= 5 && cells[0] !== '' && cells[1] !== '')
  const signs = rows.map(({ cells }) => cells[2] ?? '')
  const areSigns =
    signs.some((sign) => sign !== '') && signs.every((sign) => sign === '' || readSign(sign) !== undefined)
  if (!isLink || !areSigns) return undefined
  return { ...table, header: { line: table.header.line, cells: ['from', 'to', 'sign', 'label', 'description'] }, rows }
}

function fillDraft(tables: SortedTables, draft: MapDraft, report: ReportBuilder, as: ElementReading | undefined): void {
  const wanted = kindOfReading(as)
  const { kind, guessed } = wanted === undefined ? chooseKind(tables) : { kind: wanted, guessed: false }
  const definitions = readFieldTables(tables.fields, report)
  draft.setMeta(definitions)
  const columns = nameFieldColumns({ meta: definitions as unknown as WeftMap['meta'] })
  const elements = readCsvElements(tables.elements, kind, columns, draft, report)
  for (const links of tables.links) readCsvLinks(links, elements, draft, report)
  for (const matrix of tables.matrices) readMatrix(matrix, elements, draft, report)
  if (guessed && elements.anyUsual) report.lose('kind-guessed', `no link has a sign: elements read as ${kind}s`)
  for (const { header, rows } of tables.map) {
    const cells = new Map([header, ...rows].map((row) => [row.cells[0]?.toLowerCase(), row.cells[1] ?? '']))
    draft.setMeta({ title: cells.get('title') ?? '', description: cells.get('description') ?? '' })
  }
  for (const { header, rows } of tables.loops) {
    const names = header.cells.map(simplify)
    const at = (row: CsvTable['rows'][number], name: string): string => row.cells[names.indexOf(name)] ?? ''
    for (const row of rows)
      draft.nameLoop(toLoopKey(at(row, 'links').split(/\s+/) as LinkId[]), {
        name: at(row, 'name'),
        note: at(row, 'note'),
        archetype: at(row, 'archetype'),
        ...readBadgeFields((field) => at(row, field)),
      })
  }
}

/** Variables, unless there is no sign anywhere and the columns or rows speak of people or of ties. */
function chooseKind(tables: SortedTables): { readonly kind: 'variable' | 'stakeholder'; readonly guessed: boolean } {
  const hasSigns = tables.links.some((links) => links.hasSigns) || tables.matrices.some(matrixHasSigns)
  if (hasSigns) return { kind: 'variable', guessed: false }
  const isOfPeople =
    [...tables.elements, ...tables.links.map((links) => links.table)].some((table) =>
      hasPeopleColumn(table.header.cells),
    ) || speaksOfPeople(tables.elements)
  const hasTies = tables.links.some(({ plan }) => plan.known.has('type') || plan.known.has('direction'))
  const saysItself = tables.links.some(({ plan }) => plan.known.has('kind'))
  const kind = (isOfPeople || hasTies) && !saysItself ? 'stakeholder' : 'variable'
  const hasLinks = tables.links.length + tables.matrices.length > 0
  return { kind, guessed: !saysItself && hasLinks }
}
