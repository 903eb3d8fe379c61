/**
 * What leads to what, as numbers: nodes from 0 to `size`, arcs between them, at most one from each node
 * to each. Measures that know nothing of causes or ties take this; `CausalGraph` and `TieNetwork` are such.
 */
export interface Digraph {
  /** How many nodes. */
  readonly size: number
  /** Arc → node it comes from, and goes to. Sorted by both. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Node → its first outgoing arc; one entry more than nodes. Arcs of `v`: `outStart[v]` to `outStart[v + 1]`. */
  readonly outStart: Int32Array
  /** Node → where its incoming arcs begin in `inArcs`; one entry more than nodes. */
  readonly inStart: Int32Array
  readonly inArcs: Int32Array
}

/** The same with what people said of each arc's strength; NaN where nobody did. */
export interface WeightedDigraph extends Digraph {
  readonly strength: Float64Array
}

/**
 * A digraph of arcs that are sorted by both ends and occur once each. Cost: linear, but for sorting arcs by where
 * they go.
 */
export function indexArcs(size: number, from: Int32Array, to: Int32Array): Digraph {
  const inArcs = Int32Array.from(from.keys()).sort((a, b) => (to[a] ?? 0) - (to[b] ?? 0) || a - b)
  return { size, from, to, outStart: countStarts(from, size), inStart: countStarts(to, size), inArcs }
}

function countStarts(ends: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1
  for (let index = 1; index <= size; index += 1) starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  return starts
}
