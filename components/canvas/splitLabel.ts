/** A text in two: what fits a name, and what is left. */
export interface SplitLabel {
  readonly label: string
  readonly rest: string
}

/** A word longer than this share of the name is cut, so that the name does not become a stump. */
const leastShare = 0.6

/**
 * Splits a line so that its first part has at most `most` UTF-16 units: after a word where that
 * leaves a name, else between two characters as people count them, never inside one.
 */
export function splitLabel(line: string, most: number): SplitLabel {
  const text = line.trim()
  if (text.length <= most) return { label: text, rest: '' }
  let end = 0
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  // A cluster of marks longer than a name is no character: it is cut between code points.
  if (end === 0) end = /[\uDC00-\uDFFF]/.test(text.charAt(most)) ? most - 1 : most
  const atSpace = /\s/.test(text.charAt(end)) ? end : text.slice(0, end).search(/\s\S*$/)
  if (atSpace >= most * leastShare) end = atSpace
  return { label: text.slice(0, end).trim(), rest: text.slice(end).trim() }
}
