/** Letters of Hebrew, Arabic and their like, and the marks that stand for one (Unicode bidi classes R and AL). */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/**
 * A name within a sentence, so that its direction turns nothing of the sentence round, arrows least of all (UAX #9).
 * For where no markup is possible; elsewhere `<bdi>` does the same.
 * @param direction of the sentence
 * @returns the name as it is where it cannot turn anything
 */
export function isolate(name: string, direction: 'ltr' | 'rtl'): string {
  if (name === '' || (direction === 'ltr' && !rightToLeft.test(name))) return name
  return `${firstStrongIsolate}${name}${popIsolate}`
}
