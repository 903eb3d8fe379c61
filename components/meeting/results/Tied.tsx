'use client'
import { useTranslations } from 'next-intl'

/** Says of a row that it shares its place with another. */
export function Tied() {
  const t = useTranslations('rounds')
  return <span className="shrink-0 rounded-full bg-warn-tint px-2 text-meta font-medium text-warn">{t('tied')}</span>
}
