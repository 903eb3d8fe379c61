'use client'
import { useTranslations } from 'next-intl'
import type { Result } from '../../../lib/analysis/results'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import type { ResultWords } from './useResultWords'

const columns = [
  ...['name', 'indicator', 'unit', 'level', 'who', 'where', 'aim'],
  ...['baseline', 'baselineDay', 'target', 'targetDay', 'standing', 'measures'],
  ...['readingDay', 'reading', 'note', 'by'],
] as const

/** Writes results as a table: a row for each reading, and one for a result that has none. Amounts are numbers, days are days. */
export function useResultCsv(words: ResultWords): (results: readonly Result[]) => string {
  const t = useTranslations('results')
  return (results) =>
    writeCsvCells([
      columns.map((name) => t(`csvColumns.${name}`)),
      ...results.flatMap((result) => {
        const measure = words.measure(result)
        const { indicator = '', unit = '', level, who = '', where = '', aim, baseline, target } = result
        const own = [
          ...[result.name, indicator, unit, level === undefined ? '' : t(`level.${level}`), who, where],
          aim === undefined ? '' : t(`aim.${aim}`),
          ...[baseline?.value ?? '', baseline?.on ?? '', target?.value ?? '', target?.on ?? ''],
          words.sayStanding(measure),
          words.measured(result).map(words.nameOf).join(', '),
        ]
        return measure.readings.length === 0
          ? [[...own, '', '', '', '']]
          : measure.readings.map(({ on, value, note = '', by = '' }) => [...own, on, value, note, by])
      }),
    ])
}
