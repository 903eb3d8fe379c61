'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ApiProblem } from './api'

/** Says what went wrong with a request in one sentence, with what to do. */
export function useApiProblem(): (problem: ApiProblem) => string {
  const t = useTranslations('errors')
  const formats = useTranslations('formats.problems')
  return useCallback(
    (problem) => {
      const details = (problem.details ?? {}) as Readonly<Record<string, unknown>>
      const { code, detail, waitSeconds } = details
      if (typeof code === 'string' && formats.has(code)) {
        const known = typeof detail === 'string' && detail !== ''
        return formats(code, { detail: known ? detail : '', has: known ? 'yes' : 'no' })
      }
      const seconds = typeof waitSeconds === 'number' ? Math.ceil(waitSeconds) : 0
      return t.has(problem.code) ? t(problem.code, { seconds }) : t('failed')
    },
    [t, formats],
  )
}
