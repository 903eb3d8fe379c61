/** In which the PDF is written: it carries faces of these scripts alone. Signs and digits are of no script. */
const lacking =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu

/**
 * Letters of these texts for which a PDF has none, as boxes stand in their place: of scripts whose faces it does not
 * carry. Each once, in the order in which they come. Cost: linear.
 * @param most after so many it stops
 */
export function listLettersWithoutFace(texts: Iterable<string>, most = 12): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [letter] of text.matchAll(lacking)) {
      found.add(letter)
      if (found.size === most) return [...found]
    }
  }
  return [...found]
}

/** Every text in plain data, its keys left out: what of it could be shown. Cost: linear. */
export function listTextsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(listTextsIn)
}
