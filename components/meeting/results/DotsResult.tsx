'use client'
import { useTranslations } from 'next-intl'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useTargetName } from '../answers/useTargetName'
import { Bar } from './Bar'
import { By } from './By'
import { Tied } from './Tied'

type DotsOutcome = Extract<RoundOutcome, { kind: 'dots' }>

/** Targets by dots, with ties flagged. */
export function DotsResult({ round, result }: { readonly round: RoundAnswer; readonly result: DotsOutcome }) {
  const t = useTranslations('rounds.dots')
  const name = useTargetName(round)
  const most = Math.max(1, ...result.rows.map(({ dots }) => dots))
  const rows = result.rows.filter(({ dots }) => dots > 0)
  const without = result.rows.length - rows.length
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col">
        {rows.map(({ target, dots, people, rank, tied, by }) => (
          <li key={target} className="flex gap-3 border-b border-hairline py-2 last:border-0">
            <span className="w-6 shrink-0 text-end text-body text-muted tabular-nums">{rank}</span>
            <span className="flex min-w-0 flex-1 flex-col gap-1">
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 text-body break-words">
                  <bdi>{name(target)}</bdi>
                </span>
                {tied ? <Tied /> : null}
                <span className="text-body font-semibold tabular-nums">{dots}</span>
              </span>
              <Bar share={dots / most} />
              <span className="text-meta text-muted">{t('people', { people })}</span>
              <By people={by} />
            </span>
          </li>
        ))}
      </ol>
      <p className="text-second text-muted">{t('summary', { given: result.given, unused: result.unused, without })}</p>
    </div>
  )
}
