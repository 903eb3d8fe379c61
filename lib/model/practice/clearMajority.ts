/**
 * The one thing that at least two thirds of those who said anything said; undefined where nobody did, or people differ.
 * Of two people both must say it, of three two will do.
 */
export function clearMajority<Word extends string>(counts: Readonly<Record<Word, number>>): Word | undefined {
  const said = Object.entries<number>(counts) as [Word, number][]
  const all = said.reduce((sum, [, count]) => sum + count, 0)
  return said.find(([, count]) => count > 0 && count * 3 >= all * 2)?.[0]
}
