'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Version } from '../../../lib/protocol/version'
import { serverTime } from '../../hooks/serverTime'
import { formatDayMoment } from '../../ui/dayMoment'

/** "today, 14:12": when a version was kept. */
export function useWhen(): (version: Pick<Version, 'at'>) => string {
  const locale = useLocale()
  return useCallback(({ at }) => formatDayMoment(at, locale, serverTime.now()), [locale])
}

/** What a version is called: its name, else why it was kept. */
export function useVersionName(): (version: Pick<Version, 'name' | 'why'>) => string {
  const t = useTranslations('versions.why')
  return useCallback(({ name, why }) => name ?? t(why), [t])
}
