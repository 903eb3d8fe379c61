'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { formatDayMoment } from '../ui/dayMoment'
import type { ApiProblem } from './api'
import { serverTime } from './serverTime'

/** Says what went wrong with a request in one sentence, with what to do. */
export function useApiProblem(): (problem: ApiProblem) => string {
  const t = useTranslations('errors')
  const formats = useTranslations('formats.problems')
  const locale = useLocale()
  return useCallback(
    (problem) => {
      const details = (problem.details ?? {}) as Readonly<Record<string, unknown>>
      const { code, detail, waitSeconds, endedAt } = details
      if (typeof code === 'string' && formats.has(code)) {
        const known = typeof detail === 'string' && detail !== ''
        return formats(code, { detail: known ? detail : '', has: known ? 'yes' : 'no' })
      }
      const seconds = typeof waitSeconds === 'number' ? Math.ceil(waitSeconds) : 0
      const when = typeof endedAt === 'number' ? formatDayMoment(endedAt, locale, serverTime.now()) : 'no'
      return t.has(problem.code) ? t(problem.code, { seconds, when }) : t('failed')
    },
    [t, formats, locale],
  )
}
