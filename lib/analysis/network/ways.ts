import { neighboursOf, sizeOf } from '../adjacency'
import type { Digraph } from '../digraph'
import { createWalk, walkFrom } from '../distances'

export interface Ways {
  /** Steps between the two that are farthest apart of those that reach each other; NaN without a tie. */
  readonly diameter: number
  /** Mean steps over the pairs that reach each other; NaN without a tie. */
  readonly average: number
  /** Pairs that reach each other, and all pairs. */
  readonly reached: number
  readonly pairs: number
  /** Mean over all pairs of 1 / steps, those that do not reach each other as 0 (Latora & Marchiori 2001); NaN below two nodes. */
  readonly efficiency: number
}

/**
 * How far apart all are, whatever the direction. On a network in pieces diameter and average speak of what
 * lies within pieces: say so (`reached` of `pairs`). Cost: O(n (n + m)).
 */
export function measureWays(graph: Digraph): Ways {
  const adjacency = neighboursOf(graph)
  const size = sizeOf(adjacency)
  const walk = createWalk(size)
  let diameter = 0
  let steps = 0
  let reached = 0
  let inverse = 0
  for (let node = 0; node < size; node += 1) {
    const { distance, order } = walkFrom(adjacency, node, Infinity, walk)
    for (let index = 1; index < walk.reached; index += 1) {
      const far = distance[order[index] ?? 0] ?? 0
      steps += far
      inverse += 1 / far
      if (far > diameter) diameter = far
    }
    reached += walk.reached - 1
  }
  const all = size * (size - 1)
  return {
    diameter: reached === 0 ? NaN : diameter,
    average: steps / reached,
    reached: reached / 2,
    pairs: all / 2,
    efficiency: inverse / all,
  }
}
