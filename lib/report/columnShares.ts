import type { TableColumn } from './reportPage'

/** Of the width of a page: what a letter of a head takes, and what stands free beside it. Narrow paper is reckoned with. */
const perLetter = 0.0112
const beside = 0.019

/**
 * How much of the width of a table each column has, 1 in all: as they are weighed, but none is narrower than the
 * longest word of its head, so that no such word breaks. Where not even these words fit, all shrink alike.
 */
export function columnShares(columns: readonly Pick<TableColumn, 'title' | 'weight'>[]): readonly number[] {
  const least = columns.map(({ title }) => {
    const longest = Math.max(0, ...title.split(/\s+/).map((word) => word.length))
    return longest * perLetter + beside
  })
  const all = least.reduce((total, one) => total + one, 0)
  if (all >= 1) return least.map((one) => one / all)
  // Whoever is given more takes it from the others, which may be too narrow then in their turn.
  const fixed = new Set<number>()
  for (;;) {
    let [room, weights] = [1, 0]
    columns.forEach(({ weight }, at) => {
      if (fixed.has(at)) room -= least[at] ?? 0
      else weights += weight
    })
    const shares = columns.map(({ weight }, at) => (fixed.has(at) ? (least[at] ?? 0) : (room * weight) / weights))
    const narrow = shares.flatMap((share, at) => (!fixed.has(at) && share < (least[at] ?? 0) ? [at] : []))
    if (narrow.length === 0) return shares
    for (const at of narrow) fixed.add(at)
  }
}
