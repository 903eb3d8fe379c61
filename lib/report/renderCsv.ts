import { zipSync, strToU8 } from 'fflate'
import { writeCsvCells } from '../formats/csvWriter'
import { composeReport, listTables } from './composeReport'
import { sayLoop } from './composeMeeting'
import { nameOr } from './mapTables'
import type { Report } from './report'
import type { ReportTable, ReportWords } from './reportPage'

/** A table as the text of one CSV file, with the mark by which spreadsheets know its letters. */
export function renderReportTable({ columns, rows }: ReportTable): string {
  return `\uFEFF${writeCsvCells([columns.map(({ title }) => title), ...rows])}`
}

/** Every table of a report: those that it shows, and loops and comments, which it tells as text. */
export function listCsvTables(report: Report, words: ReportWords): readonly ReportTable[] {
  const shown = listTables(composeReport(report, words))
  return [...shown, ...loopTable(report, words), ...commentTable(report, words)]
}

/**
 * The report as a ZIP of CSV files, one for each table: spreadsheets and programs read one table a file. The same
 * report gives the same bytes.
 */
export function renderReportZip(report: Report, words: ReportWords): Uint8Array<ArrayBuffer> {
  const files = listCsvTables(report, words).map(
    (table) => [`${table.id}.csv`, strToU8(renderReportTable(table))] as const,
  )
  // The format cannot say an earlier time, nor one of no zone: the same for everyone.
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }))
}

function loopTable({ loops }: Report, words: ReportWords): readonly ReportTable[] {
  if (loops === undefined || loops.list.length === 0) return []
  const { say } = words
  return [
    {
      id: 'loops',
      title: say('sections.loops'),
      columns: ['tag', 'name', 'what', 'told', 'note'].map((key) => ({
        title: say(`loops.columns.${key}`),
        weight: 1,
      })),
      rows: loops.list.map(({ tag, name, kind, delayed, steps, note }) => [
        tag,
        name,
        say('loops.kind', { kind, delayed: delayed ? 'yes' : 'no' }),
        sayLoop(steps, kind, words),
        note,
      ]),
    },
  ]
}

function commentTable({ comments }: Report, words: ReportWords): readonly ReportTable[] {
  if (comments === undefined || comments.length === 0) return []
  const { say, moment } = words
  return [
    {
      id: 'comments',
      title: say('sections.comments'),
      columns: ['about', 'when', 'who', 'mark', 'text'].map((key) => ({
        title: say(`comments.columns.${key}`),
        weight: 1,
      })),
      rows: comments.flatMap(({ anchor, label, comments: list }) =>
        list.map(({ at, text, by, mark }) => [
          anchor.kind === 'place' ? say('comments.place') : nameOr(label, words),
          moment(at),
          by ?? '',
          mark === undefined ? '' : say('comments.mark', { mark }),
          text,
        ]),
      ),
    },
  ]
}
