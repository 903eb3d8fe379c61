const yesWords = new Set(['yes', 'y', 'true', '1', 'x', '✓', 'ja', 'oui', 'si', 'sí'])
const noWords = new Set(['no', 'n', 'false', '0', '-', '–', 'nein', 'non'])

/** What files and pasted sheets mean by a word for yes or no, in any case; undefined for any other text. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  return yesWords.has(word) ? true : noWords.has(word) ? false : undefined
}
