/** One replacement in a text: at `at`, `removed` gives way to `inserted`. */
export interface Splice {
  readonly at: number
  readonly removed: string
  readonly inserted: string
}

/** Texts that differ in more words than this are told apart as a whole: bounds work and memory. */
const mostDifferent = 600

/** Scripts that put no space between words: each letter counts as one. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const words = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_])+|\\n|[^\\S\\n]+|[^]`, 'gu')

/**
 * Where two texts differ, word by word: as few words as possible, from first to last. Undefined if
 * they differ in too many. Cost: their words × how many of them differ, at most some million steps.
 *
 * After E. W. Myers, An O(ND) difference algorithm and its variations, Algorithmica 1 (1986).
 */
export function diffWords(before: string, after: string): readonly Splice[] | undefined {
  const a = before.match(words) ?? []
  const b = after.match(words) ?? []
  const rounds = searchWay(a, b)
  return rounds && readWay(a, b, rounds)
}

/**
 * For each number of differing words, how far into `a` every diagonal (place in `a` minus place in
 * `b`) gets with it: `reach[diagonal + number]`. The last one gets to the end of both.
 */
function searchWay(a: readonly string[], b: readonly string[]): readonly Int32Array[] | undefined {
  const rounds: Int32Array[] = []
  let before = new Int32Array(0)
  for (let count = 0; count <= Math.min(mostDifferent, a.length + b.length); count++) {
    const reach = new Int32Array(2 * count + 1)
    rounds.push(reach)
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = count === 0 ? 0 : start(before, count, diagonal)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reach[diagonal + count] = x
      if (x >= a.length && x - diagonal >= b.length) return rounds
    }
    before = reach
  }
  return undefined
}

/** Whether a diagonal is reached by a word that `b` has and `a` has not. */
function comesFromAbove(before: Int32Array, count: number, diagonal: number): boolean {
  // Index of `diagonal - 1` in the round before, which is shorter by one at each end.
  const left = diagonal + count - 2
  return diagonal === -count || (diagonal !== count && (before[left] ?? 0) < (before[left + 2] ?? 0))
}

function start(before: Int32Array, count: number, diagonal: number): number {
  const left = diagonal + count - 2
  return comesFromAbove(before, count, diagonal) ? (before[left + 2] ?? 0) : (before[left] ?? 0) + 1
}

/** Walks back from the end, and puts together what differs without a common word between. */
function readWay(a: readonly string[], b: readonly string[], rounds: readonly Int32Array[]): readonly Splice[] {
  const passages: { from: number; to: number; inserted: string[] }[] = []
  let x = a.length
  let y = b.length
  for (let count = rounds.length - 1; count > 0; count--) {
    const before = rounds[count - 1] ?? new Int32Array(0)
    const diagonal = x - y
    const isInsertion = comesFromAbove(before, count, diagonal)
    // Common words after this one are walked over.
    const x1 = start(before, count, diagonal)
    const fromX = isInsertion ? x1 : x1 - 1
    const fromY = isInsertion ? x1 - diagonal - 1 : x1 - diagonal
    const last = passages.at(-1)
    const joins = last !== undefined && last.from === x1
    const passage = joins ? last : { from: x1, to: x1, inserted: [] }
    if (!joins) passages.push(passage)
    passage.from = fromX
    if (isInsertion) passage.inserted.push(b[fromY] ?? '')
    x = fromX
    y = fromY
  }
  let at = 0
  let word = 0
  return passages.toReversed().map(({ from, to, inserted }) => {
    for (; word < from; word++) at += a[word]?.length ?? 0
    return { at, removed: a.slice(from, to).join(''), inserted: inserted.toReversed().join('') }
  })
}
