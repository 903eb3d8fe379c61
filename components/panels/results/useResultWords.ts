'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { isPercent, tellShare } from '../../../lib/analysis/resultFigures'
import { measureResult, type Result, type ResultMeasure } from '../../../lib/analysis/results'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { useDay } from '../contributions/useDay'
import { useFigure } from './useFigure'
import { useSayStanding } from './useSayStanding'

/** What a result says, in words and in the numbers of the page's language. */
export function useResultWords() {
  const t = useTranslations('results')
  const tName = useTranslations('panels.inspector')
  const elements = useView((view) => view.elements)
  const format = useFormatter()
  const figure = useFigure()
  const { today, sayDay } = useDay()
  const amount = (value: number, { unit }: Pick<Result, 'unit'>, options?: { readonly signed: boolean }): string => {
    const text = figure(value, options)
    return unit === undefined || unit === '' ? text : t('amount', { value: text, unit })
  }
  const difference = (value: number, result: Result): string =>
    isPercent(result.unit) ? t('points', { value: figure(value), count: value }) : amount(value, result)
  const sayShare = (share: number): string => {
    const { way, percent } = tellShare(share)
    return t(`share.${way}`, { share: format.number(percent / 100, { style: 'percent', maximumFractionDigits: 0 }) })
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
    figure,
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
            amount: difference(Math.abs(change), result),
            since: start.isBaseline ? 'baseline' : 'first',
          }),
    sayShare: ({ share }: ResultMeasure): string => (share === undefined ? '' : sayShare(share)),
    sayLate: ({ target }: Result, { isOverdue }: ResultMeasure): string =>
      isOverdue && target?.on !== undefined ? t('overdue', { day: sayDay(target.on) }) : '',
    sayNeeded: (result: Result, { needed, latest }: ResultMeasure): string =>
      needed === undefined || latest === undefined
        ? ''
        : t('needed', { amount: amount(needed, result), day: sayDay(latest.on) }),
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
