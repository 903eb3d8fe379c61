/**
 * Fleiss' kappa (1971) for raters who each put every subject they judge into one category, with as many raters a subject
 * as judged it: how far they agree beyond what chance would bring, 1 for always, 0 as by chance, below 0 less than that.
 * Subjects that fewer than two judged are left out.
 *
 * @param counts for each subject, how many raters chose each category
 * @returns NaN where nobody could agree or differ: no subject, or all ratings in one category
 * Cost: linear.
 */
export function measureKappa(counts: readonly (readonly number[])[]): number {
  const judged = counts.map((row) => ({ row, raters: row.reduce((sum, count) => sum + count, 0) }))
  const rated = judged.filter(({ raters }) => raters >= 2)
  const all = rated.reduce((sum, { raters }) => sum + raters, 0)
  const totals: number[] = []
  let observed = 0
  for (const { row, raters } of rated) {
    let pairs = 0
    for (const [category, count] of row.entries()) {
      totals[category] = (totals[category] ?? 0) + count
      pairs += count * (count - 1)
    }
    observed += pairs / (raters * (raters - 1)) / rated.length
  }
  const expected = totals.reduce((sum, total) => sum + (total / all) ** 2, 0)
  return rated.length === 0 || expected === 1 ? NaN : (observed - expected) / (1 - expected)
}
