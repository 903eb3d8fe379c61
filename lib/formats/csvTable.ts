import Papa from 'papaparse'
import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import { findEnds, findLabelColumn, readSectionTitle, type SectionTitle } from './csvColumns'
import type { FormatProblem } from './problem'
import type { ReportBuilder } from './report'

/** One line of a table with the line of the file on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** A stretch of a file with column names of its own. */
export interface CsvTable {
  readonly file: string
  readonly title: SectionTitle | undefined
  readonly header: CsvRow
  readonly rows: readonly CsvRow[]
}

/** A file of a table format: its name serves the report. */
export interface CsvSource {
  readonly name: string
  readonly text: string
}

const delimiters = [',', ';', '\t', '|'] as const
const mostRows = limits.elements + limits.links + 5_000
const mostCells = 4_000_000

/**
 * Cuts a text into tables. Finds the delimiter by itself (comma, semicolon, tab, bar; a `sep=` line
 * decides), understands quotes and every kind of line end. A new table begins at a line that holds
 * nothing but a section's name (`elements`, `links`…), or after a blank line at new column names.
 */
export function parseTables(source: CsvSource, report: ReportBuilder): Result<readonly CsvTable[], FormatProblem> {
  if (source.text.length > limits.importBytes) return fail({ code: 'too-large' })
  const { text, delimiter } = chooseDelimiter(source.text.replace(/^\uFEFF/, ''))
  if (text.trim() === '') return fail({ code: 'empty' })
  if (hasMore(text, delimiter, mostCells)) return fail({ code: 'too-large', detail: 'over 4 million cells' })
  const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false, preview: mostRows + 1 })
  if (parsed.data.length > mostRows) return fail({ code: 'too-many-links' })
  const rows = numberRows(parsed.data)
  for (const error of parsed.errors) {
    if (error.type === 'Quotes')
      report.lose('bad-record', 'quotation mark that is not closed', `line ${rows[error.row ?? 0]?.line ?? 1}`)
  }
  return succeed(splitTables(source.name, rows))
}

function hasMore(text: string, mark: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    count += 1
    if (count > most) return true
  }
  return false
}

function numberRows(data: readonly (readonly string[])[]): readonly CsvRow[] {
  let line = 1
  return data.map((cells) => {
    const row = { cells: cells.map(readCell), line }
    line += 1 + cells.reduce((breaks, cell) => breaks + countBreaks(cell), 0)
    return row
  })
}

function countBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n?|\n/g)?.length ?? 0) : 0
}

/** Spreadsheets take a leading apostrophe as "this is text, not a formula". */
function readCell(cell: string): string {
  const text = cell.trim()
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text
}

function chooseDelimiter(text: string): { readonly text: string; readonly delimiter: string } {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text)
  if (said !== null) return { text: text.slice(said[0].length), delimiter: said[1] ?? ',' }
  const sample = text.slice(0, 64_000)
  const scores = delimiters.map((delimiter) => {
    const rows = Papa.parse<string[]>(sample, { delimiter, preview: 40, skipEmptyLines: true }).data
    const wide = rows.filter((row) => row.length > 1)
    const isKnown = wide.some((row) => findEnds(row) !== undefined || findLabelColumn(row) !== undefined)
    const widths = new Set(wide.map((row) => row.length))
    return (isKnown ? 1_000 : 0) + (wide.length / Math.max(1, rows.length)) * 100 - widths.size
  })
  const best = scores.indexOf(Math.max(...scores))
  return { text, delimiter: delimiters[best] ?? ',' }
}

function splitTables(file: string, rows: readonly CsvRow[]): readonly CsvTable[] {
  const tables: { title: SectionTitle | undefined; header: CsvRow; rows: CsvRow[] }[] = []
  let title: SectionTitle | undefined
  let isAfterGap = true
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell !== '')
    if (filled.length === 0) {
      isAfterGap = true
      continue
    }
    const named = filled.length === 1 && row.cells[0] !== '' ? readSectionTitle(filled[0] ?? '') : undefined
    const current = tables.at(-1)
    const isHeader = findEnds(row.cells) !== undefined || findLabelColumn(row.cells) !== undefined
    if (named !== undefined && (isAfterGap || current === undefined)) title = named
    else if (title !== undefined || current === undefined || (isAfterGap && isHeader)) {
      tables.push({ title, header: row, rows: [] })
      title = undefined
    } else current.rows.push(row)
    isAfterGap = false
  }
  return tables.map((table) => ({ file, ...table }))
}

/** Where a row stands: `line 3`, with the file's name if there are several. */
export function placeOf(table: CsvTable, row: CsvRow): string {
  return table.file === '' ? `line ${row.line}` : `${table.file}, line ${row.line}`
}
