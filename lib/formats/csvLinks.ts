import * as z from 'zod/mini'
import type { LinkId } from '../base/ids'
import type { Json } from '../base/json'
import { readNumber } from '../base/readNumber'
import type { Polarity } from '../model/causalLink'
import { linkSchemas, type LinkKind } from '../model/link'
import { findTieType } from '../model/tieNames'
import { readClaimNames } from './claimNames'
import { addConnection, noteWay, readDirection, readingOfType, readWay, type ConnectionDirection } from './connection'
import { findEnds, linkColumns, planColumns, simplify, type ColumnPlan, type LinkColumn } from './csvColumns'
import type { CsvElements } from './csvElements'
import { placeOf, type CsvRow, type CsvTable } from './csvTable'
import type { MapDraft } from './mapDraft'
import { toLabel } from '../model/label'
import type { ReportBuilder } from './report'
import { createStrengthScale, noteStrength, readSign, readYes, type StrengthScale } from './sign'
import { readYesNo } from './yesWords'

/** A table of links with its columns understood. */
export interface LinkTable {
  readonly table: CsvTable
  readonly ends: { readonly from: number; readonly to: number }
  readonly plan: ColumnPlan<LinkColumn>
  readonly strengths: StrengthScale
  /** The column that the strengths are in. */
  readonly strengthColumn: LinkColumn
  /** True if the table says anything about signs. */
  readonly hasSigns: boolean
  /** True if numbers of a `weight` column carry the sign. */
  readonly weightHasSign: boolean
}

/** Understands a table of links, or nothing if it has no ends. */
export function planLinks(table: CsvTable): LinkTable | undefined {
  const ends = findEnds(table.header.cells)
  if (ends === undefined) return undefined
  const plan = takeSignsFromType(table, planColumns(table.header.cells, linkColumns, [ends.from, ends.to]))
  const column = (name: LinkColumn): readonly string[] => {
    const index = plan.known.get(name)
    return index === undefined ? [] : table.rows.map((row) => row.cells[index] ?? '')
  }
  const weights = column('weight')
  const strengthColumn = plan.known.has('strength') ? 'strength' : 'weight'
  const strengths = createStrengthScale(column(strengthColumn))
  const hasSignColumn = plan.known.has('sign')
  // Counts of contact are weights too; only a column that has a minus somewhere tells signs.
  const weightHasSign = !hasSignColumn && weights.some((weight) => (readNumber(weight) ?? 0) < 0)
  const hasSigns = hasSignColumn || weightHasSign || column('delay').some(readYes)
  return { table, ends, plan, strengths, strengthColumn, hasSigns, weightHasSign }
}

/** `type` holds the sign in some files and the kind of tie in others: its cells tell. */
function takeSignsFromType(table: CsvTable, plan: ColumnPlan<LinkColumn>): ColumnPlan<LinkColumn> {
  const type = plan.known.get('type')
  if (type === undefined || plan.known.has('sign')) return plan
  const cells = table.rows.map((row) => row.cells[type] ?? '').filter((cell) => cell !== '')
  if (cells.length === 0 || !cells.every((cell) => readSign(cell) !== undefined)) return plan
  const known = new Map(plan.known)
  known.delete('type')
  return { ...plan, known: known.set('sign', type) }
}

/** Adds the rows of a table of links to the draft. Several names in one `to` cell, with `|` between, are several links. */
export function readCsvLinks(links: LinkTable, elements: CsvElements, draft: MapDraft, report: ReportBuilder): void {
  for (const row of links.table.rows) {
    const where = placeOf(links.table, row)
    const from = row.cells[links.ends.from] ?? ''
    const target = row.cells[links.ends.to] ?? ''
    const targets = elements.find(target) !== undefined || !target.includes('|') ? [target] : target.split('|')
    for (const to of targets.map((name) => name.trim())) {
      if (from === '' || to === '') report.lose('missing-end', 'row without from or to', where)
      else readRow(row, from, to, where, links, elements, draft, report)
    }
  }
}

function readRow(
  row: CsvRow,
  fromName: string,
  toName: string,
  where: string,
  links: LinkTable,
  elements: CsvElements,
  draft: MapDraft,
  report: ReportBuilder,
): LinkId | undefined {
  const from = elements.findOrMake(fromName, where)
  const to = elements.findOrMake(toName, where)
  if (from === undefined || to === undefined) return undefined
  const cell = (column: LinkColumn): string => row.cells[links.plan.known.get(column) ?? -1] ?? ''
  const id = cell('id') === '' ? undefined : cell('id')
  const sign = readRowSign(cell, links, where, report)
  const shared = sharedFields(row, cell, links, where, report)
  const kind = cell('kind').toLowerCase()
  // Weft's own word for a causal link says no more than that it is one.
  const causalExtra = ['', 'causal'].includes(cell('type').trim().toLowerCase()) ? {} : { type: cell('type') }
  if (Object.hasOwn(linkSchemas, kind)) {
    const own = ownFields(kind as LinkKind, cell, sign)
    if (kind === 'tie') noteOwnTie(cell, links, report)
    const hasType = kind === 'tie' || kind === 'relation'
    const extra = { ...(shared['extra'] as object), ...(hasType ? {} : causalExtra) }
    return draft.addLink({ kind, from, to, ...shared, ...own, extra }, id, where)
  }
  const word = cell('direction')
  const direction = readDirection(word) ?? readDirected(word, links)
  if (word !== '' && direction === undefined) {
    keepBeside(shared, links, 'direction', word, where, report)
  }
  const delayed = readYes(cell('delay'))
  const said = {
    ...(links.plan.known.has('type') ? { type: nameOf(links, 'type') } : {}),
    ...(direction === undefined ? {} : { direction: { column: nameOf(links, 'direction'), word } }),
  }
  const connection = { from, to, id, where, sign, delayed, direction, type: cell('type'), shared, causalExtra, said }
  return addConnection(connection, elements.isStakeholder, draft, report)[0]?.link
}

/** What the file calls a column. */
function nameOf({ table, plan }: LinkTable, column: LinkColumn): string {
  return table.header.cells[plan.known.get(column) ?? -1] ?? column
}

/** In a column named so, yes and no say whether a link has a direction. */
function readDirected(word: string, links: LinkTable): ConnectionDirection | undefined {
  const yes = simplify(nameOf(links, 'direction')) === 'directed' ? readYesNo(word) : undefined
  return yes === undefined ? undefined : yes ? 'directed' : 'undirected'
}

/** Keeps a cell that says nothing that Weft knows beside its link, and tells it. */
function keepBeside(
  shared: Record<string, unknown>,
  links: LinkTable,
  column: LinkColumn,
  text: string,
  where: string,
  report: ReportBuilder,
): void {
  const name = nameOf(links, column)
  shared['extra'] = { ...(shared['extra'] as object | undefined), [name]: text }
  report.lose('kept-beside', name, where, 1, `“${text}”`)
}

/** Tells as what the words of a tie were read that a file of Weft's own names as one. */
function noteOwnTie(cell: Cells, links: LinkTable, report: ReportBuilder): void {
  const type = cell('type')
  if (type !== '')
    report.readCell(nameOf(links, 'type'), 'tieType', readingOfType(type, findTieType(type) ?? type, false))
  const way = readWay(cell('direction'))
  if (way !== undefined) noteWay(nameOf(links, 'direction'), cell('direction'), way, report)
}

type Cells = (column: LinkColumn) => string

function readRowSign(cell: Cells, links: LinkTable, where: string, report: ReportBuilder): Polarity | undefined {
  if (links.weightHasSign) return readSign(cell('weight'))
  const text = cell('sign')
  const sign = readSign(text)
  if (text !== '' && sign === undefined && readNumber(text) !== 0) {
    report.lose('sign-unclear', nameOf(links, 'sign'), where, 1, `“${text}”`)
  }
  return sign
}

/** Fields of the kinds that a row may name itself. */
function ownFields(kind: LinkKind, cell: Cells, sign: Polarity | undefined): Readonly<Record<string, Json>> {
  if (kind === 'causal') {
    return { ...(sign === undefined ? {} : { polarity: sign }), ...(readYes(cell('delay')) ? { delay: true } : {}) }
  }
  if (kind === 'contribution') return {}
  const said = cell('direction')
  const direction = kind === 'tie' ? (readWay(said) ?? said) : said
  const type = kind === 'tie' ? (findTieType(cell('type')) ?? cell('type')) : cell('type')
  return { ...(type === '' ? {} : { type }), ...(direction === '' ? {} : { direction }) }
}

function sharedFields(
  row: CsvRow,
  cell: Cells,
  links: LinkTable,
  where: string,
  report: ReportBuilder,
): Record<string, unknown> {
  const said = cell(links.strengthColumn)
  const isWeight = links.strengthColumn === 'weight'
  // Weights that only say plus one or minus one say nothing about strength.
  const strength =
    isWeight && Math.abs(readNumber(said) ?? 1) === 1 && links.strengths.divisor === 1
      ? undefined
      : links.strengths.read(said)
  const extra: [string, string][] = links.plan.others.map(({ name, index }) => [name, row.cells[index] ?? ''])
  // What the strength was made of is kept, unless the strength says it whole.
  const weight = cell('weight')
  if (weight !== '' && (!isWeight || strength !== undefined || !links.weightHasSign)) extra.push(['weight', weight])
  if (!isWeight && links.strengths.divisor > 1 && strength !== undefined) extra.push(['weight', said])
  if (strength !== undefined)
    noteStrength(nameOf(links, links.strengthColumn), said, strength, links.strengths, where, report)
  const fields: Record<string, unknown> = { description: cell('description') }
  if (cell('label') !== '') fields['label'] = toLabel(cell('label'))
  if (strength !== undefined) fields['strength'] = strength
  const shape = linkSchemas.causal.shape
  for (const column of ['confidence', 'evidenceUrl', 'curvature', 'createdBy', 'createdAt'] as const) {
    const text = cell(column)
    if (text === '') continue
    const value = column === 'createdBy' || column === 'evidenceUrl' ? text : (readNumber(text) ?? text)
    if (z.safeParse(shape[column], value).success) fields[column] = value
    else extra.push([column, text])
  }
  const claims = readClaimNames(cell('agreedBy').split('|'), cell('disagreedBy').split('|'))
  const shared = { ...fields, ...claims, extra: Object.fromEntries(extra) }
  if (!isWeight && said !== '' && strength === undefined) {
    keepBeside(shared, links, 'strength', said, where, report)
  }
  return shared
}
