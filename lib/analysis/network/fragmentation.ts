import { neighboursOf, sizeOf, type Adjacency } from '../adjacency'
import { findConnectedParts } from '../components'
import { findCutPoints } from '../cutPoints'
import type { Digraph } from '../digraph'

/** Who, if gone, would leave the others in more pieces. */
export interface Reliance {
  readonly node: number
  /** Share of the pairs of others that could not reach each other any more. */
  readonly fragmentation: number
  /** How many nodes each piece of its part would have, the largest first. */
  readonly pieces: readonly number[]
}

/**
 * Fragmentation (Borgatti 2006): the share of pairs of which neither reaches the other, 1 - Σ s(s-1) / n(n-1) over
 * pieces of s nodes. 0 hangs together, 1 nobody is tied. NaN below two nodes. Direction does not count. Cost: linear.
 */
export function measureFragmentation(graph: Digraph): number {
  return fragmentationOf(neighboursOf(graph))
}

/**
 * The nodes whose loss would break up what hangs together, the worst first; equal ones by number.
 * @param most how many of them, at most
 * Cost: linear for each cut point.
 */
export function findReliances(graph: Digraph, most = 10): readonly Reliance[] {
  const neighbours = neighboursOf(graph)
  const part = findConnectedParts(neighbours).component
  return Array.from(findCutPoints(graph).variables, (node): Reliance => {
    const rest = leaveOut(neighbours, node)
    const { component, sizes } = findConnectedParts(rest.adjacency)
    const pieces = new Set<number>()
    for (const [index, old] of rest.nodes.entries()) if (part[old] === part[node]) pieces.add(component[index] ?? 0)
    return {
      node,
      fragmentation: fragmentationFrom(sizes, rest.nodes.length),
      pieces: [...pieces].map((piece) => sizes[piece] ?? 0).sort((a, b) => b - a),
    }
  })
    .sort((a, b) => b.fragmentation - a.fragmentation || a.node - b.node)
    .slice(0, most)
}

/** A pair whose ties alone hold two pieces together. */
export interface HoldingTie {
  readonly ends: readonly [number, number]
  /** Nodes on either side of it, in the order of `ends`. */
  readonly sides: readonly [number, number]
}

/**
 * The ties without which a part falls in two, those that hold the larger halves together first; equal ones by their ends.
 * Cost: linear for each bridge.
 */
export function findHoldingTies(graph: Digraph, most = 10): readonly HoldingTie[] {
  const neighbours = neighboursOf(graph)
  return findCutPoints(graph)
    .bridges.map((ends): HoldingTie => {
      const sides = [countBeyond(neighbours, ends[0], ends[1]), countBeyond(neighbours, ends[1], ends[0])] as const
      return { ends, sides }
    })
    .sort((a, b) => Math.min(...b.sides) - Math.min(...a.sides) || a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1])
    .slice(0, most)
}

/** Nodes on `start`'s side once its tie with `without` is gone, `start` included. */
function countBeyond({ start: starts, target }: Adjacency, start: number, without: number): number {
  const seen = new Set([start])
  const queue = [start]
  for (const node of queue) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
      const next = target[at] ?? 0
      if (seen.has(next) || (node === start && next === without)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return seen.size
}

function fragmentationOf(neighbours: Adjacency): number {
  return fragmentationFrom(findConnectedParts(neighbours).sizes, sizeOf(neighbours))
}

function fragmentationFrom(sizes: Int32Array, size: number): number {
  return size < 2 ? NaN : 1 - sizes.reduce((sum, piece) => sum + piece * (piece - 1), 0) / (size * (size - 1))
}

/** The same ties without one node; `nodes` has the old number of each. */
function leaveOut({ start, target }: Adjacency, left: number): { adjacency: Adjacency; nodes: readonly number[] } {
  const size = start.length - 1
  const nodes = Array.from({ length: size }, (_, node) => node).filter((node) => node !== left)
  const starts = new Int32Array(nodes.length + 1)
  const targets: number[] = []
  for (const [index, node] of nodes.entries()) {
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) {
      const other = target[at] ?? 0
      if (other !== left) targets.push(other > left ? other - 1 : other)
    }
    starts[index + 1] = targets.length
  }
  return { adjacency: { start: starts, target: Int32Array.from(targets) }, nodes }
}
