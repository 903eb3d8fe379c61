const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A name in one line of at most so many letters. It is cut between letters as people see them, never inside one. */
export function shortName(name: string, longest: number): string {
  const line = name.replace(/\s+/g, ' ').trim()
  // No letter is shorter than one unit.
  if (line.length <= longest) return line
  const all = Array.from(letters.segment(line), ({ segment }) => segment)
  if (all.length <= longest) return line
  const short = all.slice(0, longest - 1).join('')
  return `${short.trimEnd()}…`
}
