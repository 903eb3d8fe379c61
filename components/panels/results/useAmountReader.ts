'use client'
import { useLocale, useTranslations } from 'next-intl'
import { groupSignOf, isGroupLike, type GroupSign } from '../whatif/scenarios/readDecimal'
import { readAmount } from './readAmount'
import { useFigure } from './useFigure'

/** How amounts are read that are typed on this page, and what is said of one that may be read in two ways. */
export function useAmountReader(): {
  readonly group: GroupSign | undefined
  /** "Read as 12,500"; undefined where there is no doubt. */
  readonly sayRead: (text: string, unit: string | undefined) => string | undefined
} {
  const t = useTranslations('results')
  const group = groupSignOf(useLocale())
  const figure = useFigure()
  return {
    group,
    sayRead: (text, unit) => {
      const value = isGroupLike(text) ? readAmount(text, unit, group) : undefined
      return typeof value === 'number' ? t('readAs', { amount: figure(value) }) : undefined
    },
  }
}
