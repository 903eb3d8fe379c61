import type { RoundOutcome } from '../practice/round'
import type { ReportTable } from './reportPage'
import type { TabulatedRound } from './roundTable'

/** A table without the rows in which nobody said anything, and what these are about. */
export interface FilledTable {
  readonly table: ReportTable
  readonly empty: readonly string[]
}

/**
 * Parts from the table of a round the rows of which nobody said anything, so that one sentence can tell them: in kinds
 * that count answers for each part. In others every row says something, as an option that nobody chose does.
 */
export function partEmptyRows(
  { setup, outcome }: Pick<TabulatedRound, 'setup' | 'outcome'>,
  table: ReportTable,
): FilledTable {
  const isEmpty = emptyOf(outcome, table)
  if (isEmpty === undefined) return { table, empty: [] }
  const empty = table.rows.filter(isEmpty)
  if (empty.length === 0) return { table, empty: [] }
  return {
    table: { ...table, rows: table.rows.filter((row) => !isEmpty(row)) },
    empty:
      setup.kind === 'survey' && outcome.kind === 'survey'
        ? nameOfSurvey(setup, outcome, new Set(empty.map((row) => String(row[1]))))
        : empty.map((row) => String(row[0])),
  }
}

type Row = ReportTable['rows'][number]

function emptyOf(outcome: RoundOutcome, { columns }: ReportTable): ((row: Row) => boolean) | undefined {
  if (!['survey', 'scale', 'pulse', 'challenge'].includes(outcome.kind)) return undefined
  const isZero = (row: Row): boolean =>
    columns.every(({ isNumber }, at) => isNumber !== true || row[at] === 0 || row[at] === '')
  // A reason without a number is an answer.
  const reasons = outcome.kind === 'survey' ? columns.findLastIndex(({ isNumber }) => isNumber) + 1 : -1
  return (row) => isZero(row) && (row[reasons] ?? '') === ''
}

/** Groups of which all is empty by their own name, other questions by theirs. */
function nameOfSurvey(
  { groups }: Extract<TabulatedRound['setup'], { kind: 'survey' }>,
  outcome: Extract<RoundOutcome, { kind: 'survey' }>,
  texts: ReadonlySet<string>,
): readonly string[] {
  const shown = new Set(outcome.groups.map(({ id }) => id))
  return groups
    .filter(({ id }) => shown.has(id))
    .flatMap(({ name, questions }) => {
      const own = questions.filter(({ text }) => texts.has(text)).map(({ text }) => text)
      return own.length === questions.length && own.length > 1 ? [name] : own
    })
}
