'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { RoundOutcome } from '../../../lib/practice/round'
import { listTiedFirst } from '../../../lib/practice/tiedFirst'
import { Bar } from './Bar'
import { By } from './By'
import { Tied } from './Tied'

type ChoiceOutcome = Extract<RoundOutcome, { kind: 'choice' }>

/** Each option with its people, with a tie for the first place flagged. */
export function ChoiceResult({ result }: { readonly result: ChoiceOutcome }) {
  const t = useTranslations('rounds.choice')
  const format = useFormatter()
  const tied = listTiedFirst(result)
  return (
    <ul className="flex flex-col gap-3">
      {result.rows.map(({ option, people, share, by }) => (
        <li key={option} className="flex flex-col gap-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 text-body break-words">
              <bdi>{option}</bdi>
            </span>
            {tied.includes(option) ? <Tied /> : null}
            <span className="shrink-0 text-second text-muted tabular-nums">
              {t('result', { people, share: format.number(share, { style: 'percent' }) })}
            </span>
          </span>
          <Bar share={share} />
          <By people={by} />
        </li>
      ))}
    </ul>
  )
}
