const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The first letters of the first and of the last word of a name, as a reader sees letters; of one word its first two.
 * A number at the end tells many of one kind apart: of it there are two digits.
 */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\p{P}]+/u).filter((word) => word !== '')
  const [first = '?'] = words
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last === undefined) return lettersOf(first, 2)
  return lettersOf(first, 1) + lettersOf(last, /^\d+$/.test(last) ? 2 : 1)
}

function lettersOf(word: string, most: number): string {
  return Array.from(graphemes.segment(word), ({ segment }) => segment)
    .slice(0, most)
    .join('')
}
