/** Beyond this the tables of column sets no longer fit. */
export const mostForPermanents = 20

/**
 * The permanents of all minors of a matrix of 0 and 1: how many ways there are to choose one entry
 * per row and column that is left when row i and column j are struck out. Row by row, `[i * n + j]`.
 *
 * By dynamic programming over sets of columns, from the top and from the bottom, met in the middle:
 * time and memory n × 2ⁿ for all of them. Exact below 2⁵³.
 * @param rows row → set of the columns where it has a 1, as bits; at most 20 of them
 */
export function findMinorPermanents(rows: readonly number[]): Float64Array {
  const size = rows.length
  const sets = 1 << size
  const bySize: number[][] = Array.from({ length: size + 1 }, () => [])
  const counts = new Uint8Array(sets)
  for (let set = 0; set < sets; set += 1) {
    if (set > 0) counts[set] = (counts[set >> 1] as number) + (set & 1)
    bySize[counts[set] as number]?.push(set)
  }
  const fromTop = countWays(rows, bySize, sets)
  const fromBottom = countWays([...rows].reverse(), bySize, sets)
  const minors = new Float64Array(size * size)
  for (const [above, list] of bySize.slice(0, size).entries()) {
    for (const set of list) {
      const ways = fromTop[set] as number
      if (ways === 0) continue
      const rest = sets - 1 - set
      for (let column = 0; column < size; column += 1) {
        if ((rest & (1 << column)) === 0) continue
        const place = above * size + column
        minors[place] = (minors[place] as number) + ways * (fromBottom[rest & ~(1 << column)] as number)
      }
    }
  }
  return minors
}

/** Set of columns → in how many ways as many first rows can share them out. */
function countWays(rows: readonly number[], bySize: readonly (readonly number[])[], sets: number): Float64Array {
  const ways = new Float64Array(sets)
  ways[0] = 1
  for (const [taken, row] of rows.entries()) {
    for (const set of bySize[taken] ?? []) {
      const before = ways[set] as number
      if (before === 0) continue
      for (let open = row & ~set; open !== 0; open &= open - 1) {
        const wider = set | (open & -open)
        ways[wider] = (ways[wider] as number) + before
      }
    }
  }
  return ways
}
