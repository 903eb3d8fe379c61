'use client'
import { useTranslations } from 'next-intl'
import { JoinByCode } from '../home/JoinByCode'
import { JoinCard } from './JoinCard'

/** Joining by code on a page of its own, for whoever reads an address from a screen. */
export function CodePage({ code = '' }: { readonly code?: string }) {
  const t = useTranslations('join.by-code')
  return (
    <JoinCard title={t('title')}>
      <p className="mt-1 mb-5 text-body text-muted">{t('where')}</p>
      <JoinByCode alone initialCode={code} />
    </JoinCard>
  )
}
