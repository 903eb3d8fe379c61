import { downstreamOf, neighboursOf, sizeOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'
import { createWalk, walkFrom } from './distances'

/** Along the links only, or along them either way (links both ways are then one). */
export type Ways = 'directed' | 'undirected'

export interface Betweenness {
  /** Variable → pairs of other variables, each counted by the share of its shortest ways that lead through. */
  readonly raw: Float64Array
  /** Variable → share of all pairs, 0 to 1; NaN on maps of fewer than three variables, which have no pair. */
  readonly normalised: Float64Array
}

/**
 * Betweenness (Freeman 1977): sum over s ≠ v ≠ t of σ(s,t through v) / σ(s,t), by Brandes 2001.
 * Ordered pairs in directed maps, unordered ones else; normalised by (n-1)(n-2), undirected by half of
 * it, so that both are networkx's numbers. All links are equally long; polarity and strength play no
 * part, so a go-between need not be a lever. Links of a variable to itself are on no shortest way.
 * Cost: O(n (n + m)).
 */
export function measureBetweenness(graph: Digraph, ways: Ways = 'directed'): Betweenness {
  const raw = sumDependencies(ways === 'directed' ? downstreamOf(graph) : neighboursOf(graph))
  if (ways === 'undirected') for (const [variable, sum] of raw.entries()) raw[variable] = sum / 2
  const size = graph.size
  const pairs = size < 3 ? NaN : ((size - 1) * (size - 2)) / (ways === 'directed' ? 1 : 2)
  return { raw, normalised: raw.map((sum) => sum / pairs) }
}

function sumDependencies(adjacency: Adjacency): Float64Array {
  const size = sizeOf(adjacency)
  const sums = new Float64Array(size)
  const walk = createWalk(size)
  const { distance, order } = walk
  const waysTo = new Float64Array(size)
  const dependency = new Float64Array(size)
  for (let source = 0; source < size; source += 1) {
    walkFrom(adjacency, source, Infinity, walk)
    for (let index = 0; index < walk.reached; index += 1) {
      waysTo[order[index] ?? 0] = 0
      dependency[order[index] ?? 0] = 0
    }
    waysTo[source] = 1
    for (let index = 0; index < walk.reached; index += 1) {
      const at = order[index] ?? 0
      const end = adjacency.start[at + 1] ?? 0
      for (let place = adjacency.start[at] ?? 0; place < end; place += 1) {
        const next = adjacency.target[place] ?? 0
        if (distance[next] === (distance[at] ?? 0) + 1) waysTo[next] = (waysTo[next] ?? 0) + (waysTo[at] ?? 0)
      }
    }
    for (let index = walk.reached - 1; index > 0; index -= 1) {
      const at = order[index] ?? 0
      const end = adjacency.start[at + 1] ?? 0
      let sum = 0
      for (let place = adjacency.start[at] ?? 0; place < end; place += 1) {
        const next = adjacency.target[place] ?? 0
        if (distance[next] !== (distance[at] ?? 0) + 1) continue
        sum += ((waysTo[at] ?? 0) / (waysTo[next] ?? 1)) * (1 + (dependency[next] ?? 0))
      }
      dependency[at] = sum
      sums[at] = (sums[at] ?? 0) + sum
    }
  }
  return sums
}
