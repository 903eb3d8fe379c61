import { useFormatter } from 'next-intl'
import { useCallback } from 'react'
import { everyPlace } from '../../../lib/analysis/resultFigures'
import { withMinus } from '../../hooks/withMinus'

/** Figures that people typed, with every place that they have, as the page's language writes them; `signed` has a plus too. */
export function useFigure(): (value: number, options?: { readonly signed: boolean }) => string {
  const format = useFormatter()
  return useCallback(
    (value, options) =>
      withMinus(
        format.number(value, { ...everyPlace, ...(options?.signed === true ? { signDisplay: 'exceptZero' } : {}) }),
      ),
    [format],
  )
}
