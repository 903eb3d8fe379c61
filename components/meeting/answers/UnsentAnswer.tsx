'use client'
import { Copy, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useObservable } from '../../hooks/useObservable'
import { copyText } from '../../panels/share/copyText'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { answered } from '../answered'
import { draftLines, useAnswerDraft, useAnswerDrafts, useAnswerWords } from './useAnswerDrafts'

/** What somebody was answering when answers were no longer taken: said not to be sent, with the words, to be copied. */
export function UnsentAnswer({ round }: { readonly round: RoundAnswer }) {
  const t = useTranslations('rounds.unsent')
  const tLosses = useTranslations('losses')
  const drafts = useAnswerDrafts()
  const draft = useAnswerDraft(round.id)
  const has = useObservable(answered).get(round.id) === true || round.mine !== undefined
  const words = useAnswerWords(round)
  const lines = draft === undefined ? [] : draftLines(round, draft, words)
  if (lines.length === 0) return null
  const copy = async (): Promise<void> => {
    toast(tLosses((await copyText(lines.join('\n'))) ? 'copied' : 'notCopied'))
  }
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 rounded-card bg-warn-tint p-3">
      <p role="alert" className="text-second">
        <strong className="font-semibold">{t('title')}</strong>{' '}
        {t('why', { state: round.state, has: has ? 'yes' : 'no' })}
      </p>
      <ul className="flex flex-col gap-1">
        {lines.map((line, index) => (
          <li key={index} className="text-body break-words whitespace-pre-wrap" dir="auto">
            {line}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {tLosses('copy')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<Trash2 size={16} aria-hidden />}
          onClick={() => drafts.drop(round.id)}
        >
          {t('discard')}
        </Button>
      </div>
    </section>
  )
}
