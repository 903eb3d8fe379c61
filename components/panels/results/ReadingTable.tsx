'use client'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { DatedReading, Result, ResultMeasure } from '../../../lib/analysis/results'
import { IconButton } from '../../ui/IconButton'
import type { ResultWords } from './useResultWords'

/** The readings of one result as a table, the latest first: what its chart shows, and the way to correct one. */
export function ReadingTable({
  result,
  measure: { readings, series },
  words,
  onCorrect,
}: {
  readonly result: Result
  readonly measure: ResultMeasure
  readonly words: ResultWords
  /** Undefined where nothing can be changed. */
  readonly onCorrect: ((reading: DatedReading) => void) | undefined
}) {
  const t = useTranslations('results.readings')
  const counted = new Set(series.map(({ key }) => key))
  return (
    <table className="w-full text-second" aria-label={t('of', { name: result.name })}>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('note')}</th>
          {onCorrect === undefined ? null : <th scope="col">{t('correctHead')}</th>}
        </tr>
      </thead>
      <tbody>
        {readings.toReversed().map((one) => {
          const day = words.sayDay(one.on)
          return (
            <tr key={one.key} className="border-t border-hairline align-baseline first:border-t-0">
              <td className="py-1 pe-2 whitespace-nowrap text-muted">{day}</td>
              <td className="py-1 pe-2 text-end font-medium whitespace-nowrap tabular-nums">
                {words.amount(one.value, result)}
              </td>
              <td className="w-full py-1 break-words text-muted" dir="auto">
                {[one.note, one.by, counted.has(one.key) ? undefined : t('aside')].filter(Boolean).join(' · ')}
              </td>
              {onCorrect === undefined ? null : (
                <td className="py-0.5">
                  <IconButton
                    label={t('correct', { value: words.amount(one.value, result), day })}
                    size="small"
                    onClick={() => onCorrect(one)}
                  >
                    <Pencil size={14} aria-hidden />
                  </IconButton>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
