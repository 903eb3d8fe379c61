import type { CausalGraph } from './causalGraph'
import { findStrongComponents } from './components'

/** Multiplications after which the bound reached so far is good enough. */
const mostWork = 20_000_000

/** Arcs among variables numbered from 0. */
interface Knotted {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
}

/**
 * How much a signal that goes round the loops of a map grows per link, whatever the signs: the
 * spectral radius of the absolute weights, which bounds that of the signed ones. 0 without loops.
 *
 * By power iteration, knot by knot, with the bounds of Collatz and Wielandt: never too small, and
 * at most 1e-9 too large unless the map is so large that the work is cut off.
 */
export function findSpectralRadius(graph: CausalGraph, weight: Float64Array): number {
  const knots = splitByWeight(graph, weight)
  const all = knots.reduce((sum, knot) => sum + knot.from.length, 0)
  let largest = 0
  for (const knot of knots) largest = Math.max(largest, radiusOf(knot, mostWork / all, largest))
  return largest
}

/** The parts in which everything reaches everything over arcs that count for something. */
function splitByWeight(graph: CausalGraph, weight: Float64Array): readonly Knotted[] {
  const arcs = [...graph.from.keys()].filter((arc) => weight[arc] !== 0)
  const outStart = new Int32Array(graph.variables.length + 1)
  for (const arc of arcs) {
    const after = (graph.from[arc] as number) + 1
    outStart[after] = (outStart[after] as number) + 1
  }
  for (let at = 1; at < outStart.length; at += 1) outStart[at] = (outStart[at] as number) + (outStart[at - 1] as number)
  const to = Int32Array.from(arcs, (arc) => graph.to[arc] as number)
  const { component } = findStrongComponents({ ...graph, outStart, to })
  const byKnot = new Map<number, number[]>()
  for (const arc of arcs) {
    const home = component[graph.from[arc] as number] as number
    if (home !== component[graph.to[arc] as number]) continue
    const inside = byKnot.get(home)
    if (inside === undefined) byKnot.set(home, [arc])
    else inside.push(arc)
  }
  return [...byKnot.values()].map((inside) => {
    const members = [...new Set(inside.map((arc) => graph.from[arc] as number))]
    const local = new Map(members.map((member, number) => [member, number]))
    return {
      size: members.length,
      from: Int32Array.from(inside, (arc) => local.get(graph.from[arc] as number) ?? 0),
      to: Int32Array.from(inside, (arc) => local.get(graph.to[arc] as number) ?? 0),
      weight: Float64Array.from(inside, (arc) => Math.abs(weight[arc] as number)),
    }
  })
}

/** Of one knot; stops early once it is sure to be at most `enough`. */
function radiusOf({ size, from, to, weight }: Knotted, mostRounds: number, enough: number): number {
  let vector = new Float64Array(size).fill(1)
  let next = new Float64Array(size)
  let highest = Infinity
  for (let round = 0; round < mostRounds; round += 1) {
    // A share of itself is added, since a plain ring would turn for ever.
    next.set(vector)
    for (let arc = 0; arc < to.length; arc += 1) {
      const target = to[arc] as number
      next[target] = (next[target] as number) + (weight[arc] as number) * (vector[from[arc] as number] as number)
    }
    let up = 0
    let low = Infinity
    let largest = 0
    for (let at = 0; at < size; at += 1) {
      const value = next[at] as number
      const ratio = value / (vector[at] as number) - 1
      up = Math.max(up, ratio)
      low = Math.min(low, ratio)
      largest = Math.max(largest, value)
    }
    highest = Math.min(highest, up)
    if (highest - low <= 1e-9 || highest <= enough) break
    for (let at = 0; at < size; at += 1) next[at] = (next[at] as number) / largest
    ;[vector, next] = [next, vector]
  }
  return highest
}
