import { readNumber } from '../base/readNumber'
import type { Polarity } from '../model/causalLink'
import type { ReportBuilder } from './report'
import { readYesNo } from './yesWords'

const words: Readonly<Record<Polarity, readonly string[]>> = {
  '+': ['+', '++', '+++', 's', 'same', 'p', 'pos', 'plus', '+ve', 'increase', 'increases', 'reinforcing', 'direct'],
  '-': ['-', '--', '---', 'o', 'opposite', 'n', 'neg', 'minus', '-ve', 'decrease', 'decreases', 'inverse'],
  '?': ['?', '+/-', '+-', '-+', '-/+', '±', 'mixed', 'unknown', 'ambiguous', 'unclear', 'both', 'neutral'],
}
const polarityByWord = new Map(
  (Object.keys(words) as Polarity[]).flatMap((polarity) => words[polarity].map((word) => [word, polarity] as const)),
)

/**
 * The polarity that people mean by a mark, a word or a number: `+`, `pos`, `Same`, `1` and `0.4` are
 * positive, `-`, `−`, `Opposite` and `-1` negative, `?` and `±` unknown. Undefined if the text says
 * nothing about a sign, as `0` and `Funds` do.
 */
export function readSign(text: string): Polarity | undefined {
  const word = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[−–—‐‑﹣－]/g, '-')
    .replace(/[＋﹢]/g, '+')
  const known = polarityByWord.get(word)
  if (known !== undefined) return known
  if (/^positive\b/.test(word)) return '+'
  if (/^negative\b/.test(word)) return '-'
  const number = readNumber(word)
  if (number === undefined || number === 0) return undefined
  return number > 0 ? '+' : '-'
}

/** True for the ways in which tables say yes; an effect that comes `||` is delayed too. */
export function readYes(text: string): boolean {
  return readYesNo(text) ?? ['||', '//', 'delay', 'delayed', 'long'].includes(text.trim().toLowerCase())
}

const strengthWords = new Map([
  ['weak', 0.25],
  ['low', 0.25],
  ['medium', 0.5],
  ['moderate', 0.5],
  ['strong', 1],
  ['high', 1],
])

/** Strengths of one table on the scale from 0 to 1. */
export interface StrengthScale {
  /** Undefined if the text says nothing of strength. */
  read(text: string): number | undefined
  /** What the table's numbers were divided by; 1 if they were in range already. */
  readonly divisor: number
}

/**
 * Learns the scale from all values of a column: words (weak, medium, strong) and numbers up to 1 stand
 * for themselves; larger numbers are divided by the largest. Signs are ignored.
 */
export function createStrengthScale(values: readonly string[]): StrengthScale {
  const numbers = values.map((value) => Math.abs(readNumber(value) ?? 0))
  const largest = numbers.reduce((most, value) => Math.max(most, value), 0)
  const divisor = largest > 1 ? largest : 1
  return {
    divisor,
    read: (text) => {
      const word = strengthWords.get(text.trim().toLowerCase())
      if (word !== undefined) return word
      const number = readNumber(text)
      return number === undefined ? undefined : Math.abs(number) / divisor
    },
  }
}

/** Tells as what a cell of a column of strengths was read. */
export function noteStrength(
  column: string,
  said: string,
  strength: number,
  { divisor }: StrengthScale,
  where: string,
  report: ReportBuilder,
): void {
  const as = Math.round(strength * 1e6) / 1e6
  if (readNumber(said) === undefined) return report.readCell(column, 'strength', { kind: 'word', said, as })
  if (divisor > 1) report.lose('scaled-strength', column, where, 1, `${said} as ${as}`)
  report.readCell(column, 'strength', {
    kind: 'number',
    how: divisor > 1 ? 'scaled' : 'shares',
    scale: divisor,
    said,
    as,
  })
}
