'use client'
import { useTranslations } from 'next-intl'

/** Between two names of a chain, with the spaces around it; it points the way in which the page is read. */
export function Arrow() {
  const t = useTranslations('analysis.story')
  return <span className="text-muted"> {t('leadsTo')} </span>
}
