'use client'
import { useTranslations } from 'next-intl'
import type { RoundOutcome } from '../../../lib/practice/round'
import { cell, head, table } from './tableLook'

type Group = Extract<RoundOutcome, { kind: 'survey' }>['groups'][number] & { readonly name: string }

/** What each condition came to, in figures: the same as the picture shows, for who cannot see it and to be copied. */
export function SurveyTable({
  groups,
  mean,
  low,
  high,
}: {
  readonly groups: readonly Group[]
  readonly mean: (value: number | undefined) => string
  readonly low: string
  readonly high: string
}) {
  const t = useTranslations('surveys.result')
  const tScale = useTranslations('rounds.scale')
  return (
    <div className="flex flex-col gap-1.5">
      <table className={table}>
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-start`}>
              {t('condition')}
            </th>
            {(['average', 'middle', 'range'] as const).map((key) => (
              <th key={key} scope="col" className={`${head} text-end`}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, people, spread: { median, least, most, mean: average } }) => (
            <tr key={id}>
              <th scope="row" className={`${cell} text-start font-normal`}>
                <span className="block break-words" dir="auto">
                  {name}
                </span>
                <span className="block text-meta text-muted">{t('people', { people })}</span>
              </th>
              <td className={`${cell} text-end font-semibold`}>{mean(average)}</td>
              <td className={`${cell} text-end`}>{median ?? '–'}</td>
              <td className={`${cell} text-end whitespace-nowrap`}>
                {least === undefined || most === undefined ? '–' : t('fromTo', { least, most })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flex flex-wrap justify-between gap-x-4 text-meta text-muted">
        <span dir="auto">{tScale('low', { words: low })}</span>
        <span dir="auto">{tScale('high', { words: high })}</span>
      </p>
    </div>
  )
}
