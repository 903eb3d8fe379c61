import { labelKey } from './label'

/** One letter in so many may differ. */
const lettersPerSlip = 5
/** Words that say little: a name with and without them is much the same. */
const smallWords = new Set(['a', 'an', 'the', 'of', 'and', 'for', 'in', 'on', 'to'])
/** What turns a word into its opposite: two names that differ in it are not alike, however few the letters. */
const turns = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'de', 'anti', 'mis']

/** How near two names are that are not the same: `words` if their words are the same but for number, order or small words. */
export type Nearness = 'words' | 'letters'

/**
 * Tells whether two names might be two spellings of one. Names are compared word by word, without case, accents,
 * punctuation, small words ("of", "the") and the plural; in any order, or written as one word ("work load"): then they are near by their
 * words. Else, in the same order, each word may have one slip of a letter (left out, added, changed, two swapped) in every five. Words with digits have none, nor is a word near
 * its opposite ("employment", "unemployment"). An empty name is near to none.
 */
export function compareNames(one: string, other: string): Nearness | undefined {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return undefined
  if (a.join('') === b.join('') || [...a].sort().join(' ') === [...b].sort().join(' ')) return 'words'
  if (a.length !== b.length) return undefined
  return a.every((word, index) => isSlip(word, b[index] ?? '')) ? 'letters' : undefined
}

function wordsOf(name: string): readonly string[] {
  const plain = labelKey(name).normalize('NFD').replace(/\p{M}/gu, '').replace(/['’]/g, '')
  const all = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const telling = all.filter((word) => !smallWords.has(word))
  return (telling.length > 0 ? telling : all).map(toSingular)
}

function toSingular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function isSlip(one: string, other: string): boolean {
  if (one === other) return true
  if (/\p{N}/u.test(one + other)) return false
  if (turns.some((turn) => `${turn}${one}` === other || `${turn}${other}` === one)) return false
  const most = Math.floor(Math.max(one.length, other.length) / lettersPerSlip)
  return (
    most > 0 && Math.abs(one.length - other.length) <= most && countSlips(Array.from(one), Array.from(other)) <= most
  )
}

/** Edits of one letter, two swapped neighbours counting as one, that make one word the other. */
function countSlips(one: readonly string[], other: readonly string[]): number {
  let older: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of one.entries()) {
    const next = [row + 1]
    for (const [column, opposite] of other.entries()) {
      const cost = letter === opposite ? 0 : 1
      let least = Math.min((last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, (last[column] ?? 0) + cost)
      const isSwap = row > 0 && column > 0 && letter === other[column - 1] && one[row - 1] === opposite
      if (isSwap) least = Math.min(least, (older[column - 1] ?? 0) + 1)
      next.push(least)
    }
    older = last
    last = next
  }
  return last.at(-1) ?? 0
}
