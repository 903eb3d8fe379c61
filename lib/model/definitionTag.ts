/** The first letters of a name, as capitals: "health" → "HE". '' if it has none. */
export function nameTag(name: string, length: 1 | 2 = 2): string {
  return lettersOf(name).slice(0, length).join('')
}

/**
 * Letters of a name for a tag that no other has: the first, or the first with a later one, or with a number. '' if the
 * name has no letter.
 * @param taken in capitals
 * @param length 2 for a sector, 1 for a kind of tie
 */
export function findFreeTag(name: string, taken: readonly string[], length: 1 | 2): string {
  const letters = lettersOf(name)
  const [first] = letters
  if (first === undefined) return ''
  const usual = nameTag(name, length)
  const ends = [...letters.slice(1), ...Array.from({ length: 98 }, (_, at) => (at + 2).toString())]
  const wishes = [usual, ...ends.map((end) => first + end)]
  return wishes.find((tag) => !taken.includes(tag)) ?? usual
}

function lettersOf(name: string): readonly string[] {
  return Array.from(
    name
      .normalize('NFC')
      .toLocaleUpperCase('en')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}
