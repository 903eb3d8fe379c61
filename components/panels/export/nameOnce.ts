/** Names as they are first met, each once in whatever case: an import may have kept what Weft has a field for as well. */
export function nameOnce(names: readonly string[]): readonly string[] {
  const byFolded = new Map<string, string>()
  for (const name of names) {
    const folded = name.trim().toLocaleLowerCase()
    if (!byFolded.has(folded)) byFolded.set(folded, name)
  }
  return [...byFolded.values()]
}
