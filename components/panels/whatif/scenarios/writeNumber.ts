/** Writes a number as the language does: `useFormatter().number`, or `Intl.NumberFormat` outside of components. */
export interface NumberWriter {
  number(value: number, options: NumberOptions): string
}

interface NumberOptions {
  readonly maximumFractionDigits?: number
  readonly maximumSignificantDigits?: number
  readonly useGrouping?: boolean
  readonly signDisplay?: 'exceptZero'
  readonly numberingSystem?: string
}

/** As many places as tell it from 0, at least two and at most four. */
export function placesOf(value: number): number {
  const size = Math.abs(value)
  return size >= 0.095 || size === 0 ? 2 : size >= 0.0095 ? 3 : 4
}

/** With its sign, and as many places as tell it from 0: "+0.42", "−0.05", in German "+0,42". */
export function signedNumber(value: number, format: NumberWriter): string {
  const text = format.number(value, { maximumFractionDigits: placesOf(value), signDisplay: 'exceptZero' })
  // Most languages' data have a hyphen, which is too short for a minus.
  return text.replace('-', '−')
}

/** As it stands in a field, to be changed: every place that was said, and what `readDecimal` reads. */
export function typedNumber(value: number, format: NumberWriter): string {
  return format.number(value, { maximumSignificantDigits: 15, useGrouping: false, numberingSystem: 'latn' })
}
