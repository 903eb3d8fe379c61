import { createSeededRandom } from '../../base/random'
import { neighboursOf } from '../adjacency'
import type { Digraph } from '../digraph'
import { countMembers, type Grouping } from './grouping'

export interface GroupMixing {
  /** `arcs[g][h]`: arcs from group g to group h; a tie both ways counts from both ends. */
  readonly arcs: readonly Int32Array[]
  /** The same as chance would have it, were the arcs spread over all pairs alike. */
  readonly expected: readonly Float64Array[]
  /**
   * Newman's assortativity by group: (Σ e(g,g) - Σ a(g) b(g)) / (1 - Σ a(g) b(g)); 1 only among their like, 0 as
   * chance would have it. NaN without arcs, and where all arcs lie in one group.
   */
  readonly assortativity: number
}

/**
 * Who is tied to whom by group (Newman 2003; networkx `attribute_assortativity_coefficient`). Nodes without a group,
 * and their arcs, are left out. Cost: linear in arcs, quadratic in groups.
 */
export function measureMixing(graph: Digraph, grouping: Grouping): GroupMixing {
  const { group, count } = grouping
  const arcs = Array.from({ length: count }, () => new Int32Array(count))
  let total = 0
  for (const [arc, from] of graph.from.entries()) {
    const here = group[from] ?? -1
    const there = group[graph.to[arc] ?? 0] ?? -1
    if (from === graph.to[arc] || here < 0 || there < 0) continue
    const row = arcs[here] as Int32Array
    row[there] = (row[there] ?? 0) + 1
    total += 1
  }
  const sizes = countMembers(grouping)
  const members = sizes.reduce((sum, size) => sum + size, 0)
  const expected = Array.from(sizes, (size, here) =>
    Float64Array.from(sizes, (other, there) => {
      const pairs = here === there ? size * (size - 1) : size * other
      return members < 2 ? NaN : (total * pairs) / (members * (members - 1))
    }),
  )
  let within = 0
  let byChance = 0
  for (let one = 0; one < count; one += 1) {
    const row = arcs[one] as Int32Array
    const out = row.reduce((sum, number) => sum + number, 0)
    const into = arcs.reduce((sum, other) => sum + (other[one] ?? 0), 0)
    within += (row[one] ?? 0) / total
    byChance += (out / total) * (into / total)
  }
  // Written so that rounding does not turn "all in one group" into a number.
  const isUndefined = total === 0 || 1 - byChance < 1e-12
  return { arcs, expected, assortativity: isUndefined ? NaN : (within - byChance) / (1 - byChance) }
}

export interface ExternalInternal {
  /** Pairs of neighbours of different groups, and of the same. */
  readonly external: number
  readonly internal: number
  /** (external - internal) / both: -1 each group by itself, +1 only across. NaN without such pairs. */
  readonly index: number
  /**
   * The index if every possible pair were tied: what the sizes of the groups alone bring about. NaN where the index
   * could be nothing else, as of a single pair.
   */
  readonly expected: number
  /**
   * Share of shuffles of the groups over the nodes whose index is at least as far from their mean as this one: small
   * where the groups and not chance make the difference. NaN where `index` is, and where it could be nothing else.
   */
  readonly p: number
}

/**
 * E-I index (Krackhardt & Stern 1988), whatever the direction; ties both ways count once. Nodes without a
 * group, and their ties, are left out. `p` comes of shuffles with a fixed seed: the same network always has the same.
 * @param shuffles how many; their number bounds how small `p` can be
 * Cost: ties times shuffles.
 */
export function measureExternalInternal(graph: Digraph, grouping: Grouping, shuffles = 1_000): ExternalInternal {
  const { start, target } = neighboursOf(graph)
  const nodes = [...grouping.group.keys()].filter((node) => (grouping.group[node] ?? -1) >= 0)
  const place = new Int32Array(graph.size).fill(-1)
  for (const [index, node] of nodes.entries()) place[node] = index
  const ends: number[] = []
  for (const [index, node] of nodes.entries()) {
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) {
      const other = place[target[at] ?? 0] ?? -1
      if (other > index) ends.push(index, other)
    }
  }
  const pairs = ends.length / 2
  const labels = Int32Array.from(nodes, (node) => grouping.group[node] ?? -1)
  const indexOf = (): number => {
    let external = 0
    for (let at = 0; at < ends.length; at += 2) if (labels[ends[at] ?? 0] !== labels[ends[at + 1] ?? 0]) external += 1
    return (2 * external - pairs) / pairs
  }
  const index = indexOf()
  const sizes = countMembers(grouping)
  const possible = (nodes.length * (nodes.length - 1)) / 2
  const possibleWithin = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const external = Math.round((pairs * (index + 1)) / 2)
  const p = pairs === 0 ? NaN : shareAsFar(index, labels, indexOf, shuffles)
  return {
    external: pairs === 0 ? 0 : external,
    internal: pairs === 0 ? 0 : pairs - external,
    index: pairs === 0 ? NaN : index,
    expected: possible === 0 || (pairs > 0 && Number.isNaN(p)) ? NaN : (possible - 2 * possibleWithin) / possible,
    p,
  }
}

/** NaN where no shuffle makes it another. */
function shareAsFar(index: number, labels: Int32Array, indexOf: () => number, shuffles: number): number {
  const random = createSeededRandom(1)
  const found = new Float64Array(shuffles)
  for (let round = 0; round < shuffles; round += 1) {
    for (let at = labels.length - 1; at > 0; at -= 1) {
      const other = random.below(at + 1)
      const moved = labels[at] ?? 0
      labels[at] = labels[other] ?? 0
      labels[other] = moved
    }
    found[round] = indexOf()
  }
  if (found.every((value) => value === index)) return NaN
  const mean = found.reduce((sum, value) => sum + value, 0) / shuffles
  const far = Math.abs(index - mean) - 1e-9
  // The network as it is counts as one of the shuffles, so that p is never 0 (Phipson & Smyth 2010).
  return (1 + found.filter((value) => Math.abs(value - mean) >= far).length) / (1 + shuffles)
}

export interface NodeMixing {
  /** Node → share of its neighbours that are of another group; NaN without neighbours that have one, or without one itself. */
  readonly across: Float64Array
  /** Node → Blau's index of its neighbours' groups, 1 - Σ p²: 0 all of one group, near 1 of many. NaN without such neighbours. */
  readonly variety: Float64Array
}

/** How mixed each node's neighbours are, whatever the direction. Cost: linear in arcs, plus nodes times groups. */
export function measureNodeMixing(graph: Digraph, { group, count }: Grouping): NodeMixing {
  const { start, target } = neighboursOf(graph)
  const across = new Float64Array(graph.size).fill(NaN)
  const variety = new Float64Array(graph.size).fill(NaN)
  const counts = new Int32Array(count)
  for (let node = 0; node < graph.size; node += 1) {
    counts.fill(0)
    let all = 0
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) {
      const other = group[target[at] ?? 0] ?? -1
      if (other < 0) continue
      counts[other] = (counts[other] ?? 0) + 1
      all += 1
    }
    if (all === 0) continue
    const own = group[node] ?? -1
    if (own >= 0) across[node] = 1 - (counts[own] ?? 0) / all
    variety[node] = 1 - counts.reduce((sum, number) => sum + (number / all) ** 2, 0)
  }
  return { across, variety }
}
