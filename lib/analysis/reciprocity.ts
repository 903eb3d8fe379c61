import { neighboursOf } from './adjacency'
import type { Digraph } from './digraph'
import { countArcsBetween } from './density'

/**
 * Share of the links that have a counterpart the other way: arcs in mutual pairs / all arcs, from 0 to
 * 1 (networkx `overall_reciprocity` without self-links). NaN without a link between two variables.
 * Cost: linear in arcs.
 */
export function measureReciprocity(graph: Digraph): number {
  const arcs = countArcsBetween(graph)
  const pairs = neighboursOf(graph).target.length / 2
  return arcs === 0 ? NaN : (2 * (arcs - pairs)) / arcs
}
