import type { WeightedDigraph } from './digraph'

/** Links counted at each variable. A link of a variable to itself counts as incoming and as outgoing. */
export interface Degrees {
  /** Variable → its causes, itself included if it is linked with itself. */
  readonly in: Int32Array
  readonly out: Int32Array
  /** Variable → 1 if it is linked with itself: take it from `in` and `out` where only others count. */
  readonly self: Uint8Array
  /** Variable → how many of its incoming links have a stated strength. */
  readonly statedIn: Int32Array
  readonly statedOut: Int32Array
  /**
   * Variable → sum of the stated strengths, each 0 to 1. NaN where there are links and nobody stated
   * any strength: what was not said is not 0. Where only some were stated, it is the sum of those.
   */
  readonly strengthIn: Float64Array
  readonly strengthOut: Float64Array
}

/**
 * In- and outdegree, plain and by strength; parallel links are one arc (`CausalGraph`).
 * A high count may only mean that this corner was drawn in more detail. Cost: linear in arcs.
 */
export function countDegrees(graph: WeightedDigraph): Degrees {
  const size = graph.size
  const degrees = {
    in: new Int32Array(size),
    out: new Int32Array(size),
    self: new Uint8Array(size),
    statedIn: new Int32Array(size),
    statedOut: new Int32Array(size),
    strengthIn: new Float64Array(size),
    strengthOut: new Float64Array(size),
  }
  for (const [arc, from] of graph.from.entries()) {
    const to = graph.to[arc] ?? 0
    const strength = graph.strength[arc] ?? NaN
    add(degrees.out, from, 1)
    add(degrees.in, to, 1)
    if (from === to) degrees.self[from] = 1
    if (Number.isNaN(strength)) continue
    add(degrees.statedOut, from, 1)
    add(degrees.statedIn, to, 1)
    add(degrees.strengthOut, from, strength)
    add(degrees.strengthIn, to, strength)
  }
  for (let variable = 0; variable < size; variable += 1) {
    if (degrees.in[variable] !== 0 && degrees.statedIn[variable] === 0) degrees.strengthIn[variable] = NaN
    if (degrees.out[variable] !== 0 && degrees.statedOut[variable] === 0) degrees.strengthOut[variable] = NaN
  }
  return degrees
}

function add(sums: Int32Array | Float64Array, index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount
}
