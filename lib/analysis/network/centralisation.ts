import { degreeOf, neighboursOf } from '../adjacency'
import { measureBetweenness } from '../betweenness'
import { measureCloseness } from '../closeness'
import { findWeakComponents } from '../components'
import type { Digraph } from '../digraph'

/** How much of a network hangs on its most central node: 1 for a star, 0 where all stand alike. */
export interface Centralisation {
  readonly degree: number
  /** NaN on a network in pieces, where closeness has several scales. */
  readonly closeness: number
  readonly betweenness: number
}

/**
 * Freeman's centralisation (1979), whatever the direction: Σ (largest - each) / the same of a star with as many
 * nodes. NaN below three nodes. Cost: O(n (n + m)).
 */
export function measureCentralisation(graph: Digraph): Centralisation {
  const { size } = graph
  if (size < 3) return { degree: NaN, closeness: NaN, betweenness: NaN }
  const neighbours = neighboursOf(graph)
  const degrees = Float64Array.from({ length: size }, (_, node) => degreeOf(neighbours, node))
  const isWhole = findWeakComponents(graph).count === 1
  const closeness = isWhole ? measureCloseness(graph, 'either').closeness : undefined
  return {
    degree: spread(degrees) / ((size - 1) * (size - 2)),
    closeness: closeness === undefined ? NaN : (spread(closeness) * (2 * size - 3)) / ((size - 1) * (size - 2)),
    betweenness: spread(measureBetweenness(graph, 'undirected').normalised) / (size - 1),
  }
}

function spread(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity)
  return values.reduce((sum, value) => sum + largest - value, 0)
}
