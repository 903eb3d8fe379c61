/** Letters as a person counts them: a family of emoji is long in code units and short to its writer. O(length). */
export function countLetters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length
}
