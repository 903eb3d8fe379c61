'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ChangeGroups } from './ChangeGroups'
import { FateLegend } from './FateLegend'
import type { SinceThen } from './useVersionMap'

/** What has changed since a version, in words, and what the colours of its picture mean. */
export function ChangeList({ since: { comparison, told } }: { readonly since: SinceThen }) {
  const t = useTranslations('versions')
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 px-4 py-3">
      <h4 id={id} className="text-second font-medium text-muted">
        {t('since')}
      </h4>
      {told.length === 0 ? (
        <p className="text-body">{t('same')}</p>
      ) : (
        <FateLegend
          label={t('legend.label')}
          words={{ added: t('legend.added'), removed: t('legend.removed'), changed: t('legend.changed') }}
        />
      )}
      <ChangeGroups told={told} loops={comparison.loops} heading="h5" />
    </section>
  )
}
