import { downstreamOf, upstreamOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'
import { createWalk, walkFrom } from './distances'

export interface Reach {
  /** Variable → how many others it can act on within the steps. */
  readonly downstream: Int32Array
  /** Variable → how many others can act on it within the steps. */
  readonly upstream: Int32Array
  /** The same as a share of all others, 0 to 1; NaN on a map of one variable. */
  readonly downstreamShare: Float64Array
  readonly upstreamShare: Float64Array
}

/**
 * How many other variables lie within some steps along the links' direction, and against it. With two
 * steps it is Kumu's reach, except that Kumu divides by all elements and counts the element too.
 * @param steps links on the way, 2 unless told; Infinity for whatever can be reached
 * Cost: variables times what they reach, at most O(n (n + m)).
 */
export function measureReach(graph: Digraph, steps = 2): Reach {
  const downstream = countReached(downstreamOf(graph), steps, graph.size)
  const upstream = countReached(upstreamOf(graph), steps, graph.size)
  const share = (counts: Int32Array): Float64Array => Float64Array.from(counts, (count) => count / (graph.size - 1))
  return { downstream, upstream, downstreamShare: share(downstream), upstreamShare: share(upstream) }
}

function countReached(adjacency: Adjacency, steps: number, size: number): Int32Array {
  const counts = new Int32Array(size)
  const walk = createWalk(size)
  for (let variable = 0; variable < size; variable += 1) {
    counts[variable] = walkFrom(adjacency, variable, steps, walk).reached - 1
  }
  return counts
}
