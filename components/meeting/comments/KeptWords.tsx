'use client'
import { useTranslations } from 'next-intl'
import { useSeat } from '../../hooks/useRounds'
import { draftPlace, readDraft } from './drafts'

/** What somebody was writing where nothing can be sent any more: to be read and copied. Nothing if they were not. */
export function KeptWords({ place }: { readonly place: string }) {
  const t = useTranslations('comments')
  const { text } = readDraft(draftPlace(useSeat(), place))
  if (text.trim() === '') return null
  return (
    <div className="mt-2 rounded-button bg-hover p-2">
      <p className="text-meta text-muted">{t('kept')}</p>
      <p dir="auto" className="max-h-32 overflow-y-auto text-body break-words whitespace-pre-line select-text">
        {text}
      </p>
    </div>
  )
}
