import type { Digraph } from './digraph'

/** How often one goes on along a link instead of starting anew. */
const alpha = 0.85
/** Sum of all changes in one round under which the ranks count as found. */
const tolerance = 1e-12
/** 0.85 to this power is beyond any number's precision. */
const maxRounds = 1000

/**
 * PageRank (Page & Brin 1998): how often a walk comes by that follows outgoing links at random, starts
 * anywhere anew in 15 of 100 steps, and always after a variable without effects. All ranks sum to 1.
 * A link of a variable to itself is a link like any other; strengths play no part. Effects rank high
 * here, causes low: it tells where influence gathers. Power iteration until the sum of changes is
 * below 1e-12, a true error below 1e-11. Cost: O(m) for each of at most some 170 rounds.
 */
export function measurePageRank(graph: Digraph): Float64Array {
  const size = graph.size
  let ranks = new Float64Array(size).fill(1 / size)
  let next = new Float64Array(size)
  for (let round = 0; round < maxRounds; round += 1) {
    let stranded = 0
    for (let variable = 0; variable < size; variable += 1) {
      if (graph.outStart[variable] === graph.outStart[variable + 1]) stranded += ranks[variable] ?? 0
    }
    next.fill((1 - alpha + alpha * stranded) / size)
    for (let variable = 0; variable < size; variable += 1) {
      const begin = graph.outStart[variable] ?? 0
      const end = graph.outStart[variable + 1] ?? 0
      const share = (alpha * (ranks[variable] ?? 0)) / (end - begin)
      for (let arc = begin; arc < end; arc += 1) {
        const to = graph.to[arc] ?? 0
        next[to] = (next[to] ?? 0) + share
      }
    }
    let change = 0
    for (let variable = 0; variable < size; variable += 1) {
      change += Math.abs((next[variable] ?? 0) - (ranks[variable] ?? 0))
    }
    ;[ranks, next] = [next, ranks]
    if (change < tolerance) break
  }
  return ranks
}
