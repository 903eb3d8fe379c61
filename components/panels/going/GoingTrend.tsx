'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Word } from '../../../lib/analysis/checkIns'
import { pulseStates } from '../../../lib/model/practice/pulseState'
import { pulseTones } from '../../meeting/results/pulseLook'
import { goingIcons, goingInks } from './goingLook'

/** More do not fit beside each other in the inspector. */
const mostShown = 6

/** How an element has been going: a bar for what a group said, a ring for one person's word, the latest last. */
export function GoingTrend({ words }: { readonly words: readonly Word[] }) {
  const t = useTranslations('going')
  const format = useFormatter()
  const shown = words.slice(-mostShown)
  const dayOf = (at: number): string => format.dateTime(at, { day: 'numeric', month: 'short' })
  const hasBoth = shown.some(({ kind }) => kind === 'round') && shown.some(({ kind }) => kind === 'check-in')
  return (
    <>
      <ol aria-label={t('title')} className="flex gap-1.5 pt-1">
        {shown.map((word) => {
          const Icon = goingIcons[word.says]
          return (
            <li
              key={word.kind === 'round' ? word.round : word.id}
              className="flex max-w-16 min-w-0 flex-1 flex-col items-center gap-1"
            >
              <span aria-hidden className="flex h-12 w-full items-center justify-center">
                {word.kind === 'round' ? (
                  <span className="flex h-12 w-full max-w-10 flex-col gap-px overflow-hidden rounded bg-hover">
                    {pulseStates
                      .filter((state) => word.counts[state] > 0)
                      .map((state) => (
                        <span
                          key={state}
                          style={{ flexGrow: word.counts[state] }}
                          className={`w-full basis-0 ${pulseTones[state]}`}
                        />
                      ))}
                  </span>
                ) : (
                  <span className="flex size-7 items-center justify-center rounded-full border-2 border-node-border bg-panel">
                    <Icon size={16} className={goingInks[word.says]} />
                  </span>
                )}
              </span>
              <span aria-hidden className="text-center text-meta text-muted tabular-nums">
                {dayOf(word.at)}
              </span>
              <span className="sr-only">
                {t('line.column', { day: dayOf(word.at), what: t('says', { says: word.says }), kind: word.kind })}
              </span>
            </li>
          )
        })}
      </ol>
      {shown.some(({ kind }) => kind === 'round') ? (
        <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-muted">
          {pulseStates.map((state) => (
            <span key={state} className="flex items-center gap-1">
              <span aria-hidden className={`size-2 rounded-sm ${pulseTones[state]}`} />
              {t('state', { state })}
            </span>
          ))}
        </span>
      ) : null}
      {hasBoth ? <p className="text-meta text-muted">{t('line.key')}</p> : null}
    </>
  )
}
