'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { DatedPulse } from '../../../lib/practice/groupSaid'
import { pulseStates } from '../../../lib/model/practice/pulseState'
import { HeadlineChip } from '../results/HeadlineChip'
import { pulseTones } from '../results/pulseLook'

/** More do not fit beside each other in the inspector. */
const mostShown = 6

/** How the group saw one element at several times: a column of each, the latest last, with its day. */
export function PulseTrend({ pulses }: { readonly pulses: readonly DatedPulse[] }) {
  const t = useTranslations('rounds.said')
  const tPulse = useTranslations('rounds.pulse')
  const format = useFormatter()
  const shown = pulses.slice(-mostShown)
  const latest = shown.at(-1)
  const dayOf = (at: number): string => format.dateTime(at, { day: 'numeric', month: 'short' })
  // Two of one day are told apart by the time.
  const isOnlyOfDay = (at: number): boolean => shown.filter((one) => dayOf(one.at) === dayOf(at)).length === 1
  if (latest === undefined) return null
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <HeadlineChip headline={latest.headline} isOne={latest.people === 1} />
        <span className="text-meta text-muted">
          {t('when', { day: format.dateTime(latest.at, { dateStyle: 'medium' }), people: latest.people })}
        </span>
      </span>
      <ol className="flex gap-1.5 pt-1">
        {shown.map(({ round, at, counts, headline, people }) => (
          <li key={round} className="flex min-w-0 flex-1 flex-col items-center gap-1">
            <span aria-hidden className="flex h-14 w-full max-w-10 flex-col gap-px overflow-hidden rounded bg-hover">
              {pulseStates
                .filter((state) => counts[state] > 0)
                .map((state) => (
                  <span
                    key={state}
                    style={{ flexGrow: counts[state] }}
                    className={`w-full basis-0 ${pulseTones[state]}`}
                  />
                ))}
            </span>
            <span className="text-center text-meta text-muted tabular-nums">
              {dayOf(at)}
              {isOnlyOfDay(at) ? null : (
                <span className="block">{format.dateTime(at, { hour: 'numeric', minute: '2-digit' })}</span>
              )}
            </span>
            <span className="sr-only">{t('one', { what: tPulse('headline', { headline }), people })}</span>
          </li>
        ))}
      </ol>
      <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-muted">
        {pulseStates.map((state) => (
          <span key={state} className="flex items-center gap-1">
            <span aria-hidden className={`size-2 rounded-sm ${pulseTones[state]}`} />
            {tPulse('short', { state })}
          </span>
        ))}
      </span>
      {pulses.length > shown.length ? (
        <p className="text-meta text-muted">{t('more', { count: pulses.length - shown.length })}</p>
      ) : null}
    </>
  )
}
