import type { Digraph } from './digraph'

/** Whom each variable leads to: those of `v` are `target[start[v]]` to `target[start[v + 1] - 1]`, ascending. */
export interface Adjacency {
  /** One entry more than variables. */
  readonly start: Int32Array
  readonly target: Int32Array
}

/** Causes lead to their effects, a variable that is linked with itself also to itself. Cost: none. */
export function downstreamOf(graph: Digraph): Adjacency {
  return { start: graph.outStart, target: graph.to }
}

/** Effects lead to their causes. Cost: linear in arcs. */
export function upstreamOf(graph: Digraph): Adjacency {
  return { start: graph.inStart, target: graph.inArcs.map((arc) => graph.from[arc] ?? 0) }
}

/**
 * Neighbours, whichever of the two is the cause: two variables with links both ways are one tie, and a
 * link of a variable to itself is left out. Every tie is in it twice, once from each end.
 * Cost: linear in variables and arcs.
 */
export function neighboursOf(graph: Digraph): Adjacency {
  const size = graph.size
  const causes = upstreamOf(graph)
  const start = new Int32Array(size + 1)
  const target = new Int32Array(2 * graph.to.length)
  let count = 0
  for (let variable = 0; variable < size; variable += 1) {
    let out = graph.outStart[variable] ?? 0
    let into = causes.start[variable] ?? 0
    const outEnd = graph.outStart[variable + 1] ?? 0
    const inEnd = causes.start[variable + 1] ?? 0
    while (out < outEnd || into < inEnd) {
      const effect = out < outEnd ? (graph.to[out] ?? 0) : size
      const cause = into < inEnd ? (causes.target[into] ?? 0) : size
      const next = Math.min(effect, cause)
      if (effect === next) out += 1
      if (cause === next) into += 1
      if (next === variable) continue
      target[count] = next
      count += 1
    }
    start[variable + 1] = count
  }
  return { start, target: target.slice(0, count) }
}

/** How many variables an adjacency is about. */
export function sizeOf(adjacency: Adjacency): number {
  return adjacency.start.length - 1
}

/** How many others a variable leads to (itself too, if it is linked with itself). */
export function degreeOf(adjacency: Adjacency, variable: number): number {
  return (adjacency.start[variable + 1] ?? 0) - (adjacency.start[variable] ?? 0)
}
