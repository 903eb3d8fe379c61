import type { ElementId } from '../../base/ids'
import { describeGraph, orNull, type NodeAnalysis, type WholeAnalysis } from '../describeGraph'
import { findBridging } from './bridging'
import { brokerageRoles, countBrokerage, type BrokerageRole } from './brokerage'
import { measureCentralisation } from './centralisation'
import { findReliances, measureFragmentation } from './fragmentation'
import { measureExternalInternal, measureMixing, measureNodeMixing } from './groupMixing'
import { countMembers, type Grouping } from './grouping'
import { findSilos, findUntied } from './silos'
import type { TieNetwork } from './tieNetwork'
import { measureWays } from './ways'

/** What is said of a map's ties as a whole; null where a measure is not defined. */
export interface TiesAnalysis extends WholeAnalysis {
  readonly of: 'ties'
  readonly actors: number
  /** Arcs: a tie without direction is two. */
  readonly arcs: number
  /** Ties of an actor to itself, which count nowhere. */
  readonly selfTies: number
  /** Of the pairs that reach each other, whatever the direction. */
  readonly diameter: number | null
  readonly averagePath: number | null
  readonly reachedPairs: number
  readonly efficiency: number | null
  readonly centralisation: {
    readonly degree: number | null
    readonly closeness: number | null
    readonly betweenness: number | null
  }
  readonly fragmentation: number | null
  /** Whose loss would break it up most. */
  readonly reliances: readonly {
    readonly id: ElementId
    readonly label: string
    readonly fragmentation: number | null
    readonly pieces: readonly number[]
  }[]
  readonly sectors: {
    readonly names: readonly string[]
    readonly sizes: readonly number[]
    /** Actors without one. */
    readonly unknown: number
    /** `mixing[g][h]`: arcs from sector g to sector h. */
    readonly mixing: readonly (readonly number[])[]
    readonly expected: readonly (readonly (number | null)[])[]
    /** Null as what chance would have is. */
    readonly assortativity: number | null
    /**
     * Its index, what chance would have and the share are null where there are no two sectors, or no such tie; the
     * latter two also where the index could be nothing else, however the sectors were given to these stakeholders.
     */
    readonly externalInternal: {
      readonly external: number
      readonly internal: number
      readonly index: number | null
      readonly expected: number | null
      readonly p: number | null
    }
    readonly silos: readonly string[]
    readonly untied: readonly string[]
  }
  /** The missing ties that would bring most, half of them between people whom ties lead to each other; null where the network is too large for the search. */
  readonly bridging:
    | readonly {
        readonly ends: readonly [ElementId, ElementId]
        readonly endNames: readonly [string, string]
        readonly joins: number
        readonly gain: number
        readonly acrossGain: number | null
        readonly introducers: readonly ElementId[]
        readonly introducerNames: readonly string[]
        /** A way of introductions, where nobody knows both. */
        readonly chain: readonly ElementId[]
        readonly chainNames: readonly string[]
      }[]
    | null
}

/** What is said of an actor by its ties. */
export interface ActorAnalysis extends NodeAnalysis {
  readonly kind: 'stakeholder'
  readonly sector: string | null
  /** Share of its neighbours of another sector. */
  readonly across: number | null
  readonly brokerage: Readonly<Record<BrokerageRole, number>>
  /** What chance would have at this density with these sectors; null for those without a sector. */
  readonly brokerageExpected: Readonly<Record<BrokerageRole, number>> | null
}

/** How many missing ties are named. */
const mostBridging = 10
/** How many of these join pieces, where others bring anything: of those nobody could introduce the two. */
const mostJoining = 5

/**
 * Everything that can be said of a map's ties at once.
 * Cost: that of `findBridging` and `describeGraph`; for 1,000 actors some ten seconds.
 */
export function describeTies(network: TieNetwork): {
  readonly whole: TiesAnalysis
  readonly actors: readonly ActorAnalysis[]
} {
  const { whole, nodes } = describeGraph({ graph: network, ids: network.actors, labels: network.labels })
  const bySector: Grouping = { group: network.sector, count: network.sectors.length }
  const ways = measureWays(network)
  const central = measureCentralisation(network)
  const mixing = measureMixing(network, bySector)
  const across = measureNodeMixing(network, bySector).across
  const { external, internal, ...balance } = measureExternalInternal(network, bySector)
  // Of a single sector it could be nothing but -1.
  const { index, expected, p } = bySector.count > 1 ? balance : { index: NaN, expected: NaN, p: NaN }
  const brokerage = countBrokerage(network, bySector)
  const idOf = (node: number): ElementId => network.actors[node] as ElementId
  const labelOf = (node: number): string => network.labels[node] ?? ''
  const nameOf = (sector: number): string => network.sectors[sector] as string
  const bridging = findBridging(network, bySector, {
    most: mostBridging,
    mostJoining,
    acrossOnly: bySector.count > 1,
    spareBusiest: false,
  })
  return {
    whole: {
      of: 'ties',
      ...whole,
      actors: network.size,
      arcs: network.from.length,
      selfTies: network.selfTies,
      diameter: orNull(ways.diameter),
      averagePath: orNull(ways.average),
      reachedPairs: ways.reached,
      efficiency: orNull(ways.efficiency),
      centralisation: {
        degree: orNull(central.degree),
        closeness: orNull(central.closeness),
        betweenness: orNull(central.betweenness),
      },
      fragmentation: orNull(measureFragmentation(network)),
      reliances: findReliances(network).map(({ node, fragmentation, pieces }) => ({
        id: idOf(node),
        label: labelOf(node),
        fragmentation: orNull(fragmentation),
        pieces,
      })),
      sectors: {
        names: network.sectors,
        sizes: [...countMembers(bySector)],
        unknown: network.sector.filter((sector) => sector < 0).length,
        mixing: mixing.arcs.map((row) => [...row]),
        expected: mixing.expected.map((row) => Array.from(row, orNull)),
        assortativity: Number.isNaN(p) ? null : orNull(mixing.assortativity),
        externalInternal: { external, internal, index: orNull(index), expected: orNull(expected), p: orNull(p) },
        silos: findSilos(network, bySector).map(({ group }) => nameOf(group)),
        untied: findUntied(network, bySector).map(nameOf),
      },
      bridging:
        bridging?.map(({ ends, joins, gain, acrossGain, introducers, chain }) => ({
          ends: [idOf(ends[0]), idOf(ends[1])],
          endNames: [labelOf(ends[0]), labelOf(ends[1])],
          joins,
          gain,
          acrossGain: orNull(acrossGain),
          introducers: introducers.map(idOf),
          introducerNames: introducers.map(labelOf),
          chain: chain.map(idOf),
          chainNames: chain.map(labelOf),
        })) ?? null,
    },
    actors: nodes.map((node, at) => ({
      ...node,
      kind: 'stakeholder',
      sector: network.sectors[network.sector[at] ?? -1] ?? null,
      across: orNull(across[at]),
      brokerage: rolesOf(brokerage.counts, at),
      brokerageExpected: (network.sector[at] ?? -1) < 0 ? null : rolesOf(brokerage.expected, at),
    })),
  }
}

function rolesOf(
  numbers: Readonly<Record<BrokerageRole, Float64Array>>,
  at: number,
): Readonly<Record<BrokerageRole, number>> {
  return Object.fromEntries(brokerageRoles.map((role) => [role, numbers[role][at] ?? 0])) as Record<
    BrokerageRole,
    number
  >
}
