import { degreeOf, neighboursOf, sizeOf } from './adjacency'
import type { Digraph } from './digraph'

/**
 * Core number (Seidman 1983), whatever the links' direction: the largest k for which the variable is in
 * a part of the map where everyone has k neighbours within that part. 0 is a variable without links to
 * others. By taking away the variable with fewest neighbours, again and again (Batagelj & Zaveršnik
 * 2003). Cost: linear in variables and arcs.
 */
export function findCores(graph: Digraph): Int32Array {
  const adjacency = neighboursOf(graph)
  const size = sizeOf(adjacency)
  const left = new Int32Array(size)
  for (let variable = 0; variable < size; variable += 1) left[variable] = degreeOf(adjacency, variable)
  /** Variables by neighbours left; those with `d` begin at `begin[d]`. */
  const sorted = Int32Array.from(left.keys()).sort((a, b) => (left[a] ?? 0) - (left[b] ?? 0))
  const place = new Int32Array(size)
  for (const [index, variable] of sorted.entries()) place[variable] = index
  const begin = new Int32Array(size + 1)
  for (let index = size - 1, degree = size; index >= -1; index -= 1) {
    const lower = index < 0 ? -1 : (left[sorted[index] ?? 0] ?? 0)
    for (; degree > lower; degree -= 1) begin[degree] = index + 1
  }
  for (const variable of sorted) {
    const core = left[variable] ?? 0
    const end = adjacency.start[variable + 1] ?? 0
    for (let at = adjacency.start[variable] ?? 0; at < end; at += 1) {
      const other = adjacency.target[at] ?? 0
      const degree = left[other] ?? 0
      if (degree <= core) continue
      // The first of its degree changes places with it, so that it can join those with one less.
      const from = place[other] ?? 0
      const first = begin[degree] ?? 0
      const moved = sorted[first] ?? 0
      sorted[first] = other
      sorted[from] = moved
      place[other] = first
      place[moved] = from
      begin[degree] = first + 1
      left[other] = degree - 1
    }
  }
  return left
}
