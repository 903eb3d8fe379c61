'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Result, ResultMeasure } from '../../../lib/analysis/results'
import { classes } from '../../ui/classes'
import { amountsOf, spanOf } from './chartLayout'
import { ResultChart } from './ResultChart'
import { StandingChip } from './StandingChip'
import type { ResultWords } from './useResultWords'

/** Small charts of all results side by side, on one axis of time, so that what moved when can be compared. */
export function ResultMultiples({
  results,
  words,
}: {
  readonly results: readonly Result[]
  readonly words: ResultWords
}) {
  const t = useTranslations('results')
  const told = results.map((result) => ({ result, measure: words.measure(result) }))
  const drawn = told.filter(({ measure }) => measure.readings.length > 0)
  const span = spanOf(drawn)
  if (span === undefined) return <p className="px-4 pb-3 text-second text-muted">{t('chart.none')}</p>
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      <p className="text-meta text-muted">
        {t('chart.axis', { first: words.sayDay(span.first), last: words.sayDay(span.last) })} {t('chart.legend')}
      </p>
      <ul aria-label={t('views.charts')} className="grid grid-cols-2 gap-x-3 gap-y-4">
        {drawn.map(({ result, measure }) => (
          <li key={result.id} className="flex min-w-0 flex-col gap-1">
            <span className="line-clamp-2 text-second font-medium break-words" dir="auto">
              {result.name}
            </span>
            <AmountAxis result={result} measure={measure} words={words}>
              <ResultChart result={result} measure={measure} words={words} span={span} height={96} />
            </AmountAxis>
            <span className="flex flex-wrap items-center gap-1">
              {measure.latest === undefined ? null : (
                <span className="text-second font-semibold tabular-nums">
                  {words.amount(measure.latest.value, result)}
                </span>
              )}
              <StandingChip measure={measure} words={words} />
            </span>
          </li>
        ))}
      </ul>
      {drawn.length === told.length ? null : (
        <p className="text-meta text-muted">{t('chart.without', { count: told.length - drawn.length })}</p>
      )}
    </div>
  )
}

/** A chart with its highest and its lowest amount beside it, where they stand in it. What it says is said in words by the chart. */
function AmountAxis({
  result,
  measure,
  words,
  children,
}: {
  readonly result: Result
  readonly measure: ResultMeasure
  readonly words: ResultWords
  readonly children: ReactNode
}) {
  const { least, most } = amountsOf(result, measure)
  return (
    <div className="flex gap-1.5">
      <div
        aria-hidden
        className={classes(
          'flex shrink-0 flex-col py-px text-end text-meta leading-4 text-muted tabular-nums',
          least === most ? 'justify-center' : 'justify-between',
        )}
      >
        <span>{words.figure(most)}</span>
        {least === most ? null : <span>{words.figure(least)}</span>}
      </div>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
