import type { Json } from '../../../lib/base/json'
import { isOpenComma, readAmount } from '../../../lib/model/amount'
import { customText } from '../../../lib/model/customValue'
import { readShare, type CellTexts } from './cells'
import type { TableColumn } from './columns'

/** What rows of a column are shown: those that say it, that say anything, or that say nothing. */
export interface ColumnFilter {
  /** A part of the text; of numbers also `>3`, `<=0.5`, `2-5`, of dates `>=2026-05-01`, `<2026-05`. */
  readonly text: string
  readonly has: 'any' | 'filled' | 'empty'
}

type Sign = '<' | '<=' | '>' | '>=' | '='

/** What a filter's text asks of a column. */
export type ReadFilter =
  | { readonly kind: 'any' }
  | { readonly kind: 'part'; readonly text: string }
  | {
      readonly kind: 'number'
      readonly tests: readonly NumberTest[]
      readonly isShare: boolean
      readonly open: boolean
    }
  | { readonly kind: 'date'; readonly sign: Sign; readonly day: string }
  /** Asks for something, and nobody can tell what: all rows stay. */
  | { readonly kind: 'unclear' }

interface NumberTest {
  readonly sign: Sign
  readonly bound: number
}

/** True for a filter that lets everything through. */
export function isIdle({ text, has }: ColumnFilter): boolean {
  return text.trim() === '' && has === 'any'
}

const signs: Readonly<Record<string, Sign>> = { '≥': '>=', '≤': '<=', '=>': '>=', '=<': '<=' }

/**
 * What a text asks of the cells of a column: a part of what they say, or of numbers, shares and dates a comparison, of
 * numbers and shares a range too. A sign with nothing after it asks nothing yet.
 */
export function readFilter(
  column: Pick<TableColumn, 'type' | 'custom'>,
  text: string,
  texts: Pick<CellTexts, 'comma'>,
): ReadFilter {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return { kind: 'any' }
  const { type, custom } = column
  const isNumber = type === 'number' || type === 'share'
  if (!isNumber && type !== 'date') return { kind: 'part', text: wanted }
  const [, said = '', than = ''] = /^(<=|>=|=>|=<|[<>=≥≤])\s*(.*)$/.exec(wanted) ?? []
  const sign = signs[said] ?? (said as Sign | '')
  if (sign !== '' && than === '') return { kind: 'any' }
  if (type === 'date') {
    if (sign === '') return { kind: 'part', text: wanted }
    const day = readDay(than)
    return day === undefined ? { kind: 'unclear' } : { kind: 'date', sign, day }
  }
  const isShare = type === 'share'
  const read = (part: string): number | undefined =>
    isShare ? readShownShare(part) : readAmount(part.trim(), texts.comma)
  if (sign !== '') {
    const bound = read(than)
    return bound === undefined
      ? { kind: 'unclear' }
      : { kind: 'number', tests: [{ sign, bound }], isShare, open: isOpenComma(than) }
  }
  const [, first = '', last = ''] = /^([\d.,]+\s*%?)\s*(?:[-–—]|\.\.)\s*([\d.,]+\s*%?)$/.exec(wanted) ?? []
  const [least, most] = [read(first), read(last)]
  if (first !== '' && least !== undefined && most !== undefined) {
    const tests = [
      { sign: '>=', bound: least },
      { sign: '<=', bound: most },
    ] as const
    return { kind: 'number', tests, isShare, open: isOpenComma(first) || isOpenComma(last) }
  }
  // What does not fit a field of the map's own stands in it as it was written, and can be looked for.
  return custom === undefined && /[^\d\s.,%+−-]/.test(wanted) ? { kind: 'unclear' } : { kind: 'part', text: wanted }
}

/** How a filter's numbers were read, where others could read them otherwise: `>12000`. */
export function sayNumbers(filter: ReadFilter): string | undefined {
  if (filter.kind !== 'number' || !filter.open) return undefined
  const [first, last] = filter.tests
  if (first === undefined) return undefined
  return last === undefined
    ? `${first.sign}${customText(first.bound)}`
    : `${customText(first.bound)}–${customText(last.bound)}`
}

/** Whether a cell passes. Cost: that of looking for a text. */
export function passes(filter: ReadFilter, value: Json | undefined, said: string): boolean {
  switch (filter.kind) {
    case 'any':
    case 'unclear':
      return true
    case 'part':
      return said.toLocaleLowerCase().includes(filter.text)
    case 'date':
      // As far as it is said: all days of a May are that May.
      return (
        typeof value === 'string' &&
        readDay(value) !== undefined &&
        compares(filter.sign, collator.compare(value.slice(0, filter.day.length), filter.day))
      )
    case 'number': {
      if (typeof value !== 'number') return false
      const shown = filter.isShare ? asShown(value) : value
      return filter.tests.every(({ sign, bound }) => compares(sign, shown - bound))
    }
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Whether something that is by so much more than another stands to it as a sign says. */
function compares(sign: Sign, more: number): boolean {
  switch (sign) {
    case '<':
      return more < 0
    case '<=':
      return more <= 0
    case '>':
      return more > 0
    case '>=':
      return more >= 0
    case '=':
      return more === 0
  }
}

/** A year, a month of one or a day as dates are kept: `2026`, `2026-05`, `2026-05-01`. */
function readDay(text: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  if (found === null) return undefined
  const [, year = '', month, day] = found
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-')
}

/** A share as its cell reads it: 0.3333 is 33.3%. */
function asShown(share: number): number {
  return Math.round(share * 1_000) / 1_000
}

/** What a column of shares is compared with, as it is written in its cells: `80%`, `0.8` or `80`. */
function readShownShare(text: string): number | undefined {
  const share = readShare(text)
  return share === undefined ? undefined : asShown(share)
}
