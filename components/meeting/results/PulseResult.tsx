'use client'
import { useTranslations } from 'next-intl'
import { pulseStates } from '../../../lib/model/practice/pulseState'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useTargetName } from '../answers/useTargetName'
import { HeadlineChip } from './HeadlineChip'
import { pulseTones } from './pulseLook'
import { ShareBar } from './ShareBar'

type PulseOutcome = Extract<RoundOutcome, { kind: 'pulse' }>

/** How each element is going, as the group sees it, with what people wrote. */
export function PulseResult({ round, result }: { readonly round: RoundAnswer; readonly result: PulseOutcome }) {
  const t = useTranslations('rounds.pulse')
  const name = useTargetName(round)
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {result.rows.map(({ target, counts, headline, notes, by }) => {
          const people = pulseStates.reduce((sum, state) => sum + counts[state], 0)
          return (
            <li key={target} className="flex flex-col gap-1.5 border-t border-hairline py-3 first:border-0 first:pt-0">
              <span className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 text-body font-medium break-words" dir="auto">
                  {name(target)}
                </span>
                <HeadlineChip headline={headline} isOne={people === 1} />
              </span>
              {people === 0 ? null : (
                <>
                  <ShareBar
                    parts={pulseStates.map((state) => ({ key: state, count: counts[state], look: pulseTones[state] }))}
                  />
                  <span className="flex flex-wrap gap-x-4 gap-y-0.5 text-second text-muted">
                    {pulseStates.map((state) => (
                      <span key={state} className="flex items-center gap-1.5 tabular-nums">
                        <span aria-hidden className={`size-2.5 rounded-sm ${pulseTones[state]}`} />
                        {t('count', { state, count: counts[state] })}
                      </span>
                    ))}
                  </span>
                </>
              )}
              {by === undefined ? null : (
                <span className="text-meta text-muted" dir="auto">
                  {by.map(({ name: who, says }) => t('by', { who, state: says })).join(', ')}
                </span>
              )}
              {notes.length === 0 ? null : (
                <ul aria-label={t('notes')} className="flex flex-col gap-1.5 pt-1">
                  {notes.map(({ text, by: who }, index) => (
                    <li key={index} className="rounded-button bg-canvas px-3 py-2 text-second">
                      <p className="break-words whitespace-pre-wrap" dir="auto">
                        {text}
                      </p>
                      {who === undefined ? null : (
                        <p className="mt-0.5 text-meta text-muted" dir="auto">
                          {who.name}
                        </p>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
      <p className="text-meta text-muted">{t('rule')}</p>
    </div>
  )
}
