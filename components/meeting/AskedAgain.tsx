'use client'
import { Repeat2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { findAskedAgain } from '../../lib/practice/askedAgain'
import { useWorkspace } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights, useRounds } from '../hooks/useRounds'
import { Button } from '../ui/Button'
import { answered } from './answered'

/** Says beside the result of a round that the same is asked again at this moment, and leads there. */
export function AskedAgain({ round }: { readonly round: string }) {
  const t = useTranslations('rounds')
  const workspace = useWorkspace()
  const { mayRun, mayAnswer } = useRoundRights()
  const next = findAskedAgain(useRounds(), round)
  const has = useObservable(answered).get(next?.id ?? '') === true
  const act = next === undefined || mayRun || !mayAnswer(next) ? 'look' : has ? 'change' : 'answer'
  return (
    // There before it says something, so that it is read aloud when it does.
    <div role="status">
      {next === undefined ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-accent-tint py-1.5 ps-3 pe-1.5">
          <Repeat2 size={18} aria-hidden className="shrink-0 text-accent" />
          <span className="min-w-0 flex-1 text-body font-medium">{t('askedAgain')}</span>
          <Button
            size="small"
            variant={act === 'answer' ? 'primary' : 'secondary'}
            onClick={() => workspace.openRound(next.id)}
          >
            {t(`strip.${act}`)}
          </Button>
        </div>
      )}
    </div>
  )
}
