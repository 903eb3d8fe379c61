'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { measureResult, type Result, type ResultMeasure } from '../../../lib/analysis/results'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useNumber } from '../../hooks/useNumber'
import { useDay } from '../contributions/useDay'
import { useSayStanding } from './useSayStanding'

/** What a result says, in words and in the numbers of the page's language. */
export function useResultWords() {
  const t = useTranslations('results')
  const tName = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  const format = useFormatter()
  const number = useNumber()
  const { today, sayDay } = useDay()
  const amount = (value: number, { unit }: Pick<Result, 'unit'>, options?: { readonly signed: boolean }): string => {
    const text = number(value, options)
    return unit === undefined || unit === '' ? text : t('amount', { value: text, unit })
  }
  const sayStanding = useSayStanding()
  const sayMark = (mark: Result['baseline'], result: Result): string =>
    mark === undefined
      ? t('notSaid')
      : mark.on === undefined
        ? amount(mark.value, result)
        : t('onDay', { amount: amount(mark.value, result), day: sayDay(mark.on) })
  return {
    today,
    sayDay,
    amount,
    sayStanding,
    /** "40 nights, 1 Jan 2026". */
    sayMark,
    measure: (result: Result): ResultMeasure => measureResult(result, today),
    nameOf: (id: ElementId): string => {
      const label = elements.get(id)?.label ?? ''
      return label === '' ? tName('unnamed') : label
    },
    /** The variables it measures that are there and may be seen. */
    measured: ({ measures }: { readonly measures?: readonly string[] | undefined }): readonly ElementId[] =>
      ((measures ?? []) as readonly ElementId[]).filter((id) => elements.has(id)),
    sayChange: (result: Result, { change, start }: ResultMeasure): string =>
      change === undefined || start === undefined
        ? ''
        : t('change', {
            way: change > 0 ? 'more' : change < 0 ? 'less' : 'same',
            amount: amount(Math.abs(change), result),
            since: start.isBaseline ? 'baseline' : 'first',
          }),
    sayShare: ({ share }: ResultMeasure): string =>
      share === undefined
        ? ''
        : t('share', {
            way: share < 0 ? 'back' : share >= 1 ? 'all' : 'part',
            share: format.number(Math.abs(share), { style: 'percent', maximumFractionDigits: 0 }),
          }),
    sayLate: ({ target }: Result, { isOverdue }: ResultMeasure): string =>
      isOverdue && target?.on !== undefined ? t('overdue', { day: sayDay(target.on) }) : '',
    tellChart: (result: Result, { readings, latest }: ResultMeasure): string =>
      [
        t('chart.of', { name: result.name, count: readings.length }),
        ...(latest === undefined ? [] : [t('chart.latest', { at: sayMark(latest, result) })]),
        ...(result.baseline === undefined ? [] : [t('chart.baseline', { at: sayMark(result.baseline, result) })]),
        ...(result.target === undefined ? [] : [t('chart.target', { at: sayMark(result.target, result) })]),
      ].join(' '),
  }
}

export type ResultWords = ReturnType<typeof useResultWords>
