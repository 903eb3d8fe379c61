import type { Digraph } from './digraph'

/**
 * Share of the possible links that are drawn: m / (n (n - 1)), from 0 to 1, as Mental Modeler and
 * networkx have it; links of a variable to itself are not among them. NaN with fewer than two
 * variables, where no link is possible. Larger maps are thinner by nature: compare only maps of like
 * size. Cost: linear in arcs.
 */
export function measureDensity(graph: Digraph): number {
  const size = graph.size
  return size < 2 ? NaN : countArcsBetween(graph) / (size * (size - 1))
}

/** Arcs between two different variables. Cost: linear in arcs. */
export function countArcsBetween(graph: Digraph): number {
  let count = 0
  for (const [arc, from] of graph.from.entries()) if (graph.to[arc] !== from) count += 1
  return count
}
