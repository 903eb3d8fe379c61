import { measureDensity } from '../density'
import type { Digraph } from '../digraph'
import { countMembers, type Grouping } from './grouping'

/**
 * What someone is who passes things on from a to c (Gould & Fernandez 1989), by the groups of the three:
 * all one (coordinator); both others of one that is not the broker's (consultant, also called itinerant);
 * out of the broker's own to another (representative); from another into the broker's own (gatekeeper);
 * three different ones (liaison).
 */
export const brokerageRoles = ['coordinator', 'consultant', 'representative', 'gatekeeper', 'liaison'] as const
export type BrokerageRole = (typeof brokerageRoles)[number]

export interface Brokerage {
  /** Role → node → ordered pairs (a, c) between which it stands in this role. */
  readonly counts: Readonly<Record<BrokerageRole, Float64Array>>
  /** Role → node → the mean of a network as dense as this, with these groups, drawn at random; NaN below three nodes. */
  readonly expected: Readonly<Record<BrokerageRole, Float64Array>>
  /** Node → all its pairs, in whatever role. */
  readonly total: Float64Array
}

/**
 * Brokerage roles: the ordered pairs a ≠ c with a→v, v→c and not a→c, by the groups of the three (sna's
 * `brokerage` in R). A tie without direction goes both ways, and its representatives are gatekeepers too.
 * Nodes without a group take no part. Small groups have few pairs: compare with `expected`.
 * Cost: sum over nodes of arcs in times arcs out.
 */
export function countBrokerage(graph: Digraph, grouping: Grouping): Brokerage {
  const { group } = grouping
  const counts = mapRoles(() => new Float64Array(graph.size))
  const total = new Float64Array(graph.size)
  const leadsTo = new Int32Array(graph.size).fill(-1)
  for (let source = 0; source < graph.size; source += 1) {
    const a = group[source] ?? -1
    if (a < 0) continue
    const end = graph.outStart[source + 1] ?? 0
    for (let arc = graph.outStart[source] ?? 0; arc < end; arc += 1) leadsTo[graph.to[arc] ?? 0] = source
    for (let arc = graph.outStart[source] ?? 0; arc < end; arc += 1) {
      const broker = graph.to[arc] ?? 0
      const v = group[broker] ?? -1
      if (v < 0 || broker === source) continue
      const last = graph.outStart[broker + 1] ?? 0
      for (let on = graph.outStart[broker] ?? 0; on < last; on += 1) {
        const receiver = graph.to[on] ?? 0
        const c = group[receiver] ?? -1
        if (c < 0 || receiver === source || receiver === broker || leadsTo[receiver] === source) continue
        const role = counts[roleOf(a, v, c)]
        role[broker] = (role[broker] ?? 0) + 1
        total[broker] = (total[broker] ?? 0) + 1
      }
    }
  }
  return { counts, expected: expectBrokerage(graph, grouping), total }
}

function roleOf(a: number, v: number, c: number): BrokerageRole {
  if (a === c) return a === v ? 'coordinator' : 'consultant'
  if (a === v) return 'representative'
  return c === v ? 'gatekeeper' : 'liaison'
}

/** Means given density and sizes of groups; arcs are taken to be independent. */
function expectBrokerage(graph: Digraph, grouping: Grouping): Brokerage['expected'] {
  const sizes = countMembers(grouping)
  const members = sizes.reduce((sum, size) => sum + size, 0)
  const density = measureDensity(graph)
  const chance = density ** 2 * (1 - density)
  const sameElsewhere = sizes.reduce((sum, size) => sum + size * (size - 1), 0)
  const squares = sizes.reduce((sum, size) => sum + size ** 2, 0)
  const pairs = (own: number): Readonly<Record<BrokerageRole, number>> => {
    const others = members - own
    return {
      coordinator: (own - 1) * Math.max(0, own - 2),
      consultant: sameElsewhere - own * (own - 1),
      representative: others * (own - 1),
      gatekeeper: others * (own - 1),
      // Ordered pairs of two others that differ from it and from each other.
      liaison: others ** 2 - (squares - own ** 2),
    }
  }
  const bySize = Array.from(sizes, pairs)
  return mapRoles((role) =>
    Float64Array.from(grouping.group, (one) => (one < 0 ? NaN : chance * (bySize[one]?.[role] ?? NaN))),
  )
}

function mapRoles(make: (role: BrokerageRole) => Float64Array): Record<BrokerageRole, Float64Array> {
  return {
    coordinator: make('coordinator'),
    consultant: make('consultant'),
    representative: make('representative'),
    gatekeeper: make('gatekeeper'),
    liaison: make('liaison'),
  }
}
