import { readNumber } from '../base/readNumber'
import type { CsvElements } from './csvElements'
import { placeOf, type CsvTable } from './csvTable'
import { addConnection } from './connection'
import type { MapDraft } from './mapDraft'
import { toLabel } from '../model/label'
import type { ReportBuilder } from './report'
import { createStrengthScale, readSign } from './sign'

/**
 * True for a matrix of influence: names along the first line, most of the same names down the first
 * column, and nothing but numbers and signs between.
 */
export function isMatrix(table: CsvTable): boolean {
  const names = matrixNames(table)
  if (names.length === 0 || table.rows.length === 0) return false
  const columns = new Set(names)
  const rows = table.rows.map((row) => toLabel(row.cells[0] ?? ''))
  if (rows.filter((name) => columns.has(name)).length < rows.length / 2) return false
  return table.rows.every((row) =>
    row.cells.slice(1).every((cell) => cell === '' || readMatrixCell(cell) !== undefined),
  )
}

function readMatrixCell(cell: string): number | undefined {
  const number = readNumber(cell)
  if (number !== undefined) return number
  const sign = readSign(cell)
  return sign === undefined ? undefined : sign === '-' ? -1 : 1
}

function matrixNames(table: CsvTable): readonly string[] {
  return table.header.cells
    .slice(1)
    .map(toLabel)
    .filter((name) => name !== '')
}

/** True if the cells weigh influence. Nothing but zeros and ones says who is joined to whom, not with what sign. */
export function matrixHasSigns(table: CsvTable): boolean {
  return table.rows.some((row) => row.cells.slice(1).some((cell) => cell !== '' && !/^[01]$/.test(cell)))
}

/** Adds a matrix to the draft: the element of the row influences the element of the column. */
export function readMatrix(table: CsvTable, elements: CsvElements, draft: MapDraft, report: ReportBuilder): void {
  const hasSigns = matrixHasSigns(table)
  const strengths = createStrengthScale(table.rows.flatMap((row) => row.cells.slice(1)))
  const header = table.header.cells
  for (const name of matrixNames(table)) elements.findOrMake(name, placeOf(table, table.header))
  for (const row of table.rows) {
    const where = placeOf(table, row)
    const from = toLabel(row.cells[0] ?? '')
    if (from === '') report.lose('missing-end', 'row without a name', where)
    const source = from === '' ? undefined : elements.findOrMake(from, where)
    if (source === undefined) continue
    for (const [index, cell] of row.cells.entries()) {
      const to = toLabel(header[index] ?? '')
      if (index === 0 || (readMatrixCell(cell) ?? 0) === 0) continue
      const target = to === '' ? undefined : elements.findOrMake(to, where)
      if (target === undefined) {
        report.lose('missing-end', 'cell without a column name', where)
        continue
      }
      const plain = Math.abs(readMatrixCell(cell) ?? 1) === 1 && strengths.divisor === 1
      const strength = plain ? undefined : strengths.read(cell)
      if (strength !== undefined && strengths.divisor > 1) {
        report.lose('scaled-strength', 'weights', where, 1, `${cell} as ${Math.round(strength * 1e6) / 1e6}`)
      }
      const shared = {
        description: '',
        ...(strength === undefined ? {} : { strength, extra: { weight: cell } }),
      }
      const sign = hasSigns ? readSign(cell) : undefined
      const ends = { from: source, to: target, id: undefined, where, sign, direction: 'directed' as const }
      addConnection(
        { ...ends, delayed: false, type: '', shared, causalExtra: {} },
        elements.isStakeholder,
        draft,
        report,
      )
    }
  }
}
