/**
 * How many years of school a text asks of its readers: the Flesch-Kincaid grade (Kincaid and others, 1975),
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59. English alone. O(length).
 * @returns 0 for a text without words
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:;]+(?:\s|$)/u).filter((sentence) => /\p{L}/u.test(sentence))
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? []
  if (sentences.length === 0 || words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
}

/** Groups of vowels, without an e that is silent at the end. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/gu, '')
  const isSilent = /[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscxz]es$/u.test(letters)
  const groups = (letters.match(/[aeiouy]+/gu) ?? []).length
  return Math.max(1, isSilent ? groups - 1 : groups)
}
