import { useFormatter } from 'next-intl'
import { useCallback } from 'react'
import { withMinus } from './withMinus'

/** Numbers as the page's language writes them, two digits behind the point, with a true minus; `signed` has a plus too. */
export function useNumber(): (value: number, options?: { readonly signed: boolean }) => string {
  const format = useFormatter()
  return useCallback(
    (value, options) =>
      withMinus(
        format.number(value, {
          maximumFractionDigits: 2,
          ...(options?.signed === true ? { signDisplay: 'exceptZero' } : {}),
        }),
      ),
    [format],
  )
}
