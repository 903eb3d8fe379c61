import { neighboursOf } from '../adjacency'
import type { Digraph } from '../digraph'
import { countMembers, type Grouping } from './grouping'

/** A group with hardly a tie outside. */
export interface Silo {
  readonly group: number
  readonly members: number
  /** Ties among its members, and ties with others. Ties both ways count once. */
  readonly within: number
  readonly outside: number
  /** Ties with others, were all its ties spread over all possible partners alike. */
  readonly expected: number
}

/** The rule of `findSilos`: fewer than this share of its ties lead outside … */
const mostOutside = 0.25
/** … and fewer than this share of what chance would have. */
const mostOfExpected = 0.5

/**
 * Silos: groups of two or more with ties of their own, of which fewer than one in four leads outside, and fewer than
 * half as many as chance would have for a group of its size. So neither a group of nearly everybody, which
 * has nobody to be tied to, nor one without any tie (`findUntied`) is called one. The most closed first.
 * Direction does not count; nodes without a group are others like any. Cost: linear in arcs.
 */
export function findSilos(graph: Digraph, grouping: Grouping): readonly Silo[] {
  const sizes = countMembers(grouping)
  const { within, outside } = countTies(graph, grouping)
  return Array.from(sizes, (members, group): Silo => {
    const inside = within[group] ?? 0
    const out = outside[group] ?? 0
    const partnersWithin = (members * (members - 1)) / 2
    const partnersOutside = members * (graph.size - members)
    const expected = ((inside + out) * partnersOutside) / (partnersWithin + partnersOutside)
    return { group, members, within: inside, outside: out, expected }
  })
    .filter(({ members, within: inside, outside: out, expected }) => {
      const all = inside + out
      return members > 1 && all > 0 && out < mostOutside * all && out < mostOfExpected * expected
    })
    .sort((a, b) => share(a) - share(b) || b.members - a.members || a.group - b.group)
}

/** Groups whose members have no tie at all, in order. Cost: linear in arcs. */
export function findUntied(graph: Digraph, grouping: Grouping): readonly number[] {
  const { within, outside } = countTies(graph, grouping)
  const sizes = countMembers(grouping)
  return [...sizes.keys()].filter((group) => sizes[group] !== 0 && within[group] === 0 && outside[group] === 0)
}

function share({ within, outside }: Silo): number {
  return outside / (within + outside)
}

function countTies(graph: Digraph, { group, count }: Grouping): { within: Int32Array; outside: Int32Array } {
  const { start, target } = neighboursOf(graph)
  const within = new Int32Array(count)
  const outside = new Int32Array(count)
  for (let node = 0; node < graph.size; node += 1) {
    const own = group[node] ?? -1
    if (own < 0) continue
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) {
      const other = target[at] ?? 0
      if (group[other] !== own) outside[own] = (outside[own] ?? 0) + 1
      else if (other > node) within[own] = (within[own] ?? 0) + 1
    }
  }
  return { within, outside }
}
