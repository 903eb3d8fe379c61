import { downstreamOf, neighboursOf, upstreamOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'
import { createWalk, walkFrom } from './distances'

/**
 * Which distances count: `incoming` from the others to the variable (how soon it feels what happens
 * elsewhere; what networkx means by closeness), `outgoing` from it to the others (how soon they feel
 * it), `either` without regard to direction.
 */
export type ClosenessSide = 'incoming' | 'outgoing' | 'either'

export interface Closeness {
  /**
   * Variable → Wasserman & Faust's closeness, 0 to 1: (r-1)/(n-1) · (r-1)/Σd, with r variables in
   * reach, itself included. 0 says exactly that none is in reach; NaN on a map of one variable.
   */
  readonly closeness: Float64Array
  /** Variable → Σ 1/d over the others in reach, 0 to n-1: the safer number on maps in several pieces. */
  readonly harmonic: Float64Array
}

/**
 * Closeness and harmonic closeness (Wasserman & Faust 1994; networkx `closeness_centrality` with
 * `wf_improved`, `harmonic_centrality`). Every link is one step, whatever its strength or delay.
 * Cost: O(n (n + m)).
 */
export function measureCloseness(graph: Digraph, side: ClosenessSide = 'incoming'): Closeness {
  const size = graph.size
  const adjacency = adjacencies[side](graph)
  const closeness = new Float64Array(size)
  const harmonic = new Float64Array(size)
  const walk = createWalk(size)
  for (let variable = 0; variable < size; variable += 1) {
    const { distance, order, reached } = walkFrom(adjacency, variable, Infinity, walk)
    let total = 0
    let inverse = 0
    for (let index = 1; index < reached; index += 1) {
      const steps = distance[order[index] ?? 0] ?? 0
      total += steps
      inverse += 1 / steps
    }
    harmonic[variable] = inverse
    closeness[variable] = size === 1 ? NaN : reached === 1 ? 0 : (reached - 1) ** 2 / ((size - 1) * total)
  }
  return { closeness, harmonic }
}

const adjacencies: Readonly<Record<ClosenessSide, (graph: Digraph) => Adjacency>> = {
  incoming: upstreamOf,
  outgoing: downstreamOf,
  either: neighboursOf,
}
