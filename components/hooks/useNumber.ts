import { useFormatter } from 'next-intl'
import { useCallback } from 'react'
import { withMinus } from './withMinus'

interface NumberOptions {
  readonly signed?: boolean
  /** Digits behind the point, as many in each number; up to two if left out. */
  readonly digits?: number
}

/** Numbers as the page's language writes them, two digits behind the point, with a true minus; `signed` has a plus too. */
export function useNumber(): (value: number, options?: NumberOptions) => string {
  const format = useFormatter()
  return useCallback(
    (value, options) =>
      withMinus(
        format.number(value, {
          maximumFractionDigits: options?.digits ?? 2,
          ...(options?.digits === undefined ? {} : { minimumFractionDigits: options.digits }),
          ...(options?.signed === true ? { signDisplay: 'exceptZero' } : {}),
        }),
      ),
    [format],
  )
}
