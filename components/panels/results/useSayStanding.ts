'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { standingWord, type ResultMeasure } from '../../../lib/analysis/results'

/** How a result stands, in a word or two. */
export function useSayStanding(): (
  measure: Pick<ResultMeasure, 'standing' | 'aim'> & Partial<Pick<ResultMeasure, 'needed'>>,
) => string {
  const t = useTranslations('results.standing')
  return useCallback((measure) => t(standingWord(measure)), [t])
}
