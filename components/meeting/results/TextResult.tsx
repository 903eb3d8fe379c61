'use client'
import { useTranslations } from 'next-intl'
import type { RoundOutcome } from '../../../lib/practice/round'

type TextOutcome = Extract<RoundOutcome, { kind: 'text' }>

/** What people wrote. */
export function TextResult({ result }: { readonly result: TextOutcome }) {
  const t = useTranslations('rounds.text')
  if (result.texts.length === 0) return <p className="text-body text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {result.texts.map(({ text, by }, index) => (
        <li key={by?.id ?? index} className="rounded-button bg-canvas px-3 py-2">
          <p className="text-body break-words whitespace-pre-wrap" dir="auto">
            {text}
          </p>
          {by === undefined ? null : (
            <p className="mt-1 text-meta text-muted" dir="auto">
              {by.name}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
