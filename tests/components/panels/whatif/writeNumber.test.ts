import { createFormatter } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { groupSignOf, readDecimal } from '../../../../components/panels/whatif/scenarios/readDecimal'
import { signedNumber, typedNumber } from '../../../../components/panels/whatif/scenarios/writeNumber'

describe('numbers of scenarios', () => {
  it('WHATIF-16: a number has its sign and as many places as tell it from nothing', () => {
    const format = createFormatter({ locale: 'en' })
    expect([0.4212, -0.05, 0.00123, 0, 1, -0.3, 1e-9, -1e-9].map((value) => signedNumber(value, format))).toEqual([
      '+0.42',
      '−0.05',
      '+0.0012',
      '0',
      '+1',
      '−0.3',
      '0',
      '0',
    ])
  })

  it('WHATIF-23: it is written as the language writes numbers', () => {
    const format = createFormatter({ locale: 'de' })
    expect([0.4212, -0.05].map((value) => signedNumber(value, format))).toEqual(['+0,42', '−0,05'])
    expect([0.5, -0.25, 100_000].map((value) => typedNumber(value, format))).toEqual(['0,5', '-0,25', '100000'])
  })

  it('WHATIF-23: what stands in a field is read as the same number, in any language', () => {
    for (const locale of ['en', 'de', 'fr', 'sv', 'ar-EG', 'fa', 'he', 'hi', 'de-CH']) {
      const format = createFormatter({ locale })
      for (const value of [0, 1, -1, 0.1, -0.3, 0.123456, 1.125, -12.345, 1e-4, 12_345.5, 100_000]) {
        const text = typedNumber(value, format)
        expect(readDecimal(text, groupSignOf(locale)), `${locale}: ${text}`).toBe(value)
      }
    }
  })
})
