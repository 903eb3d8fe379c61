'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { RoundOutcome } from '../../../lib/practice/round'
import type { RoundAnswer } from '../../../lib/protocol/round'
import { useTargetName } from '../answers/useTargetName'
import { CountBars } from './CountBars'

type ScaleOutcome = Extract<RoundOutcome, { kind: 'scale' }>

/** How many said each number, so that it is seen whether people agree. */
export function ScaleResult({ round, result }: { readonly round: RoundAnswer; readonly result: ScaleOutcome }) {
  const t = useTranslations('rounds.scale')
  const format = useFormatter()
  const name = useTargetName(round)
  return (
    <ul className="flex flex-col gap-5">
      {result.rows.map(({ target, counts, spread, by }) => {
        return (
          <li key={target} className="flex flex-col gap-1.5">
            {target === '' ? null : (
              <span className="text-body font-medium break-words" dir="auto">
                {name(target)}
              </span>
            )}
            <CountBars counts={counts} />
            <span className="flex justify-between gap-4 text-meta text-muted" dir="auto">
              <span>{round.setup.kind === 'scale' ? round.setup.low : ''}</span>
              <span>{round.setup.kind === 'scale' ? round.setup.high : ''}</span>
            </span>
            <span className="text-second text-muted">
              {spread.mean === undefined || spread.median === undefined || spread.deviation === undefined
                ? t('nobody')
                : t('spread', {
                    median: format.number(spread.median),
                    mean: format.number(spread.mean, { maximumFractionDigits: 1 }),
                    least: spread.least ?? 0,
                    most: spread.most ?? 0,
                  })}
            </span>
            {by === undefined ? null : (
              <span className="text-meta text-muted" dir="auto">
                {format.list(by.map(({ name: who, value }) => t('by', { who, value })))}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
