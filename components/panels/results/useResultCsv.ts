'use client'
import { useTranslations } from 'next-intl'
import type { Result } from '../../../lib/analysis/results'
import { writeResultCsv } from './resultCsv'
import type { ResultWords } from './useResultWords'

/** Writes results as a table, in the page's language. */
export function useResultCsv(words: ResultWords): (results: readonly Result[]) => string {
  const t = useTranslations('results')
  return (results) =>
    writeResultCsv(results, {
      column: (name) => t(`csvColumns.${name}`),
      level: (level) => t(`level.${level}`),
      aim: (aim) => t(`aim.${aim}`),
      standing: words.sayStanding,
      measured: (result) => words.measured(result).map(words.nameOf),
      measure: words.measure,
    })
}
