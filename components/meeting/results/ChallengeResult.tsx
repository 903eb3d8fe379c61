'use client'
import { useTranslations } from 'next-intl'
import { challengeTypes, challengeVerdicts } from '../../../lib/practice/challenge'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useTargetName } from '../answers/useTargetName'
import { ChallengeAdvice } from './ChallengeAdvice'
import { challengeTones } from './challengeLook'
import { ShareBar } from './ShareBar'
import { VerdictChip } from './VerdictChip'

type ChallengeOutcome = Extract<RoundOutcome, { kind: 'challenge' }>

/** What kind of challenge the group sees in each element, where it is split, and what helps then. */
export function ChallengeResult({ round, result }: { readonly round: RoundAnswer; readonly result: ChallengeOutcome }) {
  const t = useTranslations('rounds.challenge')
  const name = useTargetName(round)
  const met = challengeVerdicts.filter((verdict) => result.rows.some((row) => row.verdict === verdict))
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col">
        {result.rows.map(({ target, counts, verdict, by }) => {
          const people = challengeTypes.reduce((sum, type) => sum + counts[type], 0)
          return (
            <li key={target} className="flex flex-col gap-1.5 border-t border-hairline py-3 first:border-0 first:pt-0">
              <span className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 text-body font-medium break-words" dir="auto">
                  {name(target)}
                </span>
                <VerdictChip verdict={verdict} isOne={people === 1} />
              </span>
              {people === 0 ? null : (
                <>
                  <ShareBar
                    parts={challengeTypes.map((type) => ({
                      key: type,
                      count: counts[type],
                      look: challengeTones[type],
                    }))}
                  />
                  <span className="flex flex-wrap gap-x-4 gap-y-0.5 text-second text-muted">
                    {challengeTypes.map((type) => (
                      <span key={type} className="flex items-center gap-1.5 tabular-nums">
                        <span aria-hidden className={`size-2.5 rounded-sm ${challengeTones[type]}`} />
                        {t('count', { type, count: counts[type] })}
                      </span>
                    ))}
                  </span>
                </>
              )}
              {by === undefined ? null : (
                <span className="text-meta text-muted" dir="auto">
                  {by.map(({ name: who, type }) => t('by', { who, type })).join(', ')}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {met
        .filter((verdict) => verdict !== 'none')
        .map((verdict) => (
          <ChallengeAdvice key={verdict} verdict={verdict} />
        ))}
      <p className="text-meta text-muted">{t('rule')}</p>
    </div>
  )
}
