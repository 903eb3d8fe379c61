import { degreeOf, neighboursOf, sizeOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'

export interface Clustering {
  /** Variable → share of the pairs of its neighbours that are neighbours, 0 to 1; NaN with fewer than two. */
  readonly local: Float64Array
  /**
   * Mean of `local` over all variables, those with fewer than two neighbours as 0 (Watts & Strogatz 1998, as networkx
   * does it); NaN where nobody has two, of which networkx says 0: nothing could be tied there.
   */
  readonly average: number
  /** Share of all pairs with a common neighbour that are neighbours themselves: 3 triangles / triples; NaN without any such pair. */
  readonly transitivity: number
}

/**
 * Clustering, whatever the links' direction. `average` and `transitivity` are two different numbers
 * that are both called the clustering coefficient: say which is shown. Cost: sum of squared degrees.
 */
export function measureClustering(graph: Digraph): Clustering {
  const adjacency = neighboursOf(graph)
  const closed = countNeighbourTies(adjacency)
  const local = new Float64Array(closed.length)
  let sum = 0
  let allClosed = 0
  let allPairs = 0
  for (const [variable, ties] of closed.entries()) {
    const degree = degreeOf(adjacency, variable)
    const pairs = (degree * (degree - 1)) / 2
    local[variable] = ties / pairs
    if (pairs > 0) sum += ties / pairs
    allClosed += ties
    allPairs += pairs
  }
  return { local, average: allPairs === 0 ? NaN : sum / closed.length, transitivity: allClosed / allPairs }
}

/** Variable → ties among its neighbours: the triangles that it is in. */
export function countNeighbourTies(adjacency: Adjacency): Int32Array {
  const size = sizeOf(adjacency)
  const counts = new Int32Array(size)
  const mark = new Int32Array(size).fill(-1)
  const { start, target } = adjacency
  for (let variable = 0; variable < size; variable += 1) {
    const end = start[variable + 1] ?? 0
    for (let place = start[variable] ?? 0; place < end; place += 1) mark[target[place] ?? 0] = variable
    let ends = 0
    for (let place = start[variable] ?? 0; place < end; place += 1) {
      const other = target[place] ?? 0
      const otherEnd = start[other + 1] ?? 0
      for (let at = start[other] ?? 0; at < otherEnd; at += 1) if (mark[target[at] ?? 0] === variable) ends += 1
    }
    counts[variable] = ends / 2
  }
  return counts
}
