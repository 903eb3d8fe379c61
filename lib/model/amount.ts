import { readNumber } from '../base/readNumber'

/** What a comma parts in a number: groups of three digits, or the decimals. */
export type CommaMeaning = 'thousands' | 'decimals'

/**
 * A number as people write it, in groups of three too: `1 500`, `1,500,000`, `1,500.25`, `1.500,25`. `1,500` alone is not
 * read unless it is said what the comma parts: it is fifteen hundred to some and one and a half to others. Where it parts
 * decimals, `1.500` is fifteen hundred. More digits than a number can keep are not read.
 */
export function readAmount(text: string, comma?: CommaMeaning): number | undefined {
  if (isOpenComma(text) && comma === undefined) return undefined
  const number = readNumber(
    /^[+−-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/.test(text)
      ? text.replace(/[ \u00a0\u202f'’]/g, '')
      : isGrouped(text, ',', '.', comma === 'thousands')
        ? text.replaceAll(',', '')
        : isGrouped(text, '.', ',', comma === 'decimals')
          ? text.replaceAll('.', '')
          : text,
  )
  const isExact = number === undefined || Math.abs(number) < 1e15 || String(number) === text
  return isExact ? number : undefined
}

/** Whether a number is in groups of three with such a mark between, and not by zeros in front a small one. */
function isGrouped(text: string, mark: string, decimal: string, isOne: boolean): boolean {
  const sure = isOne ? '' : `(?=.*\\${mark}.*\\${mark}|.*\\${decimal})`
  return new RegExp(`^[+−-]?${sure}[1-9]\\d{0,2}(?:\\${mark}\\d{3})+(?:\\${decimal}\\d+)?$`).test(text)
}

/** True for a number of which its comma alone does not say what it is: `12,000`. */
export function isOpenComma(text: string): boolean {
  return /^[+−-]?[1-9]\d{0,2},\d{3}$/.test(text)
}

/** What a number itself says that its commas part; undefined for one that does not tell, or has none. */
export function commaOf(text: string): CommaMeaning | undefined {
  if (!text.includes(',') || isOpenComma(text) || readAmount(text) === undefined) return undefined
  return /,\d{3}[,.]/.test(text) ? 'thousands' : 'decimals'
}

/** What the numbers of one column say together of their commas. */
export interface ColumnCommas {
  /** What they part, as far as any of the numbers tells. */
  readonly meaning: CommaMeaning | undefined
  /** The first number that is another one by the other reading. */
  readonly open: string | undefined
}

/** Looks at all numbers of a column; undefined where none has a comma. Cost: linear. */
export function readCommas(texts: Iterable<string>): ColumnCommas | undefined {
  let hasComma = false
  const says = { thousands: false, decimals: false }
  let [openComma, openPoint]: [string?, string?] = []
  for (const typed of texts) {
    const text = typed.trim()
    if (readAmount(text, 'thousands') === undefined) continue
    if (isOpenComma(text)) openComma ??= text
    else if (/^[+−-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) openPoint ??= text
    const own = commaOf(text)
    if (own !== undefined) says[own] = true
    hasComma ||= text.includes(',')
  }
  if (!hasComma) return undefined
  const meaning = says.thousands === says.decimals ? undefined : says.thousands ? 'thousands' : 'decimals'
  return { meaning, open: openComma ?? openPoint }
}
