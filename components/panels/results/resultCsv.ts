import type { Result, ResultMeasure } from '../../../lib/analysis/results'
import { writeCsvCells } from '../../../lib/formats/csvWriter'

const resultColumns = [
  ...['name', 'indicator', 'unit', 'level', 'who', 'where', 'aim'],
  ...['baseline', 'baselineDay', 'target', 'targetDay', 'standing', 'measures'],
  ...['readingDay', 'reading', 'note'],
] as const

/** How a language says what stands in the table of results. */
export interface ResultCsvWords {
  column(name: string): string
  level(level: NonNullable<Result['level']>): string
  aim(aim: NonNullable<Result['aim']>): string
  standing(measure: ResultMeasure): string
  /** Names of the variables that it measures. */
  measured(result: Result): readonly string[]
  measure(result: Result): ResultMeasure
}

/**
 * Results as a table: a row for each reading, and one for a result that has none. Amounts are numbers, days are days.
 * Nobody who read is named.
 */
export function writeResultCsv(results: readonly Result[], words: ResultCsvWords): string {
  return writeCsvCells([
    resultColumns.map((name) => words.column(name)),
    ...results.flatMap((result) => {
      const measure = words.measure(result)
      const { indicator = '', unit = '', level, who = '', where = '', aim, baseline, target } = result
      const own = [
        ...[result.name, indicator, unit, level === undefined ? '' : words.level(level), who, where],
        aim === undefined ? '' : words.aim(aim),
        ...[baseline?.value ?? '', baseline?.on ?? '', target?.value ?? '', target?.on ?? ''],
        words.standing(measure),
        words.measured(result).join(', '),
      ]
      return measure.readings.length === 0
        ? [[...own, '', '', '']]
        : measure.readings.map(({ on, value, note = '' }) => [...own, on, value, note])
    }),
  ])
}
