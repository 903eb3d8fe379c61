import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { isKnownSector, sectorNames, sectorsOf, type Sectors } from '../model/sector'
import { toCausalGraph, type CausalGraph } from './causalGraph'
import { describeCoalitions, type CoalitionAnalysis } from './describeCoalitions'
import { describeGoing, type GoingAnalysis } from './describeGoing'
import { describeContributions, type ContributionsAnalysis } from './describeContributions'
import { describeExperiments, type ExperimentsAnalysis } from './describeExperiments'
import { describeResults, type ResultsAnalysis } from './describeResults'
import { describeGraph, orNull, type NodeAnalysis, type WholeAnalysis } from './describeGraph'
import { findDriverNodes, type DriverClass } from './driverNodes'
import type { LoopKind } from './loop'
import { describeHolds, type HoldsAnalysis } from './holds'
import {
  canListAll,
  countKinds,
  defaultLoopBounds,
  findDecisiveLink,
  findLoops,
  wholeLoopBounds,
  type StartTimer,
} from './loopSet'
import { numberWithNotes, readNotedLoops } from './notedLoops'
import { measureMicmac, type MicmacField } from './micmac'
import { describeTies, type ActorAnalysis, type TiesAnalysis } from './network/describeTies'
import { toTieNetwork, type TieNetwork } from './network/tieNetwork'
import { findVariableKinds, type VariableKind } from './variableKinds'

/**
 * What `weft analyse --json` prints and `GET /api/maps/:id/analysis` answers: plain JSON, with null
 * where a measure is not defined (which each measure's own file explains) and never a stand-in number.
 */
export interface MapAnalysis {
  readonly variables: number
  /** Arcs: causal links of one direction between the same two variables count once. */
  readonly links: number
  readonly loops: {
    /** Counted in the whole map; at least so many where `countComplete` is false. */
    readonly total: number
    /** `total` is all there are. Where it is not, `reinforcing` and the other kinds are at least so many too. */
    readonly countComplete: boolean
    /** `list` is every loop there is; loops that people noted are always in it. */
    readonly complete: boolean
    readonly reinforcing: number
    readonly balancing: number
    /** Some link of the loop has no sign. */
    readonly undetermined: number
    /** Of the loops in `list`, and no others. */
    readonly listed: { readonly reinforcing: number; readonly balancing: number; readonly undetermined: number }
    /** The link whose sign would decide most of the undetermined loops in `list`, and how many; null without one. */
    readonly decisive: {
      readonly link: LinkId
      /** Where it is no link without a sign, but two that disagree: `link` says plus, this one minus. */
      readonly against?: LinkId
      readonly from: string
      readonly to: string
      readonly loops: number
    } | null
    /** Links of the longest loop counted. */
    readonly longest: number
    /** Length up to which `list` has every loop; the shortest independent set is always in it. */
    readonly listedUpTo: number
    readonly list: readonly {
      readonly key: string
      readonly tag: string
      readonly name?: string
      /** People have put its badge on the map. */
      readonly pinned?: true
      readonly kind: LoopKind
      readonly delayed: boolean
      /** Labels in order of travel. */
      readonly variables: readonly string[]
    }[]
  }
  /** Of the ties where the map has any, or has stakeholders and no causal link; else of the causal links. */
  readonly network: CausalAnalysis | TiesAnalysis
  /** Of the causal links, on a map that has ties as well. */
  readonly causalNetwork?: CausalAnalysis
  /** Variables by their causal links, then stakeholders by their ties. */
  readonly elements: readonly (VariableAnalysis | ActorAnalysis)[]
  /** Of stakeholders on variables, on a map that has any. */
  readonly holds?: HoldsAnalysis
  /** Of actions, on a map that has any. */
  readonly contributions?: ContributionsAnalysis
  /** What people try, on a map that has any. */
  readonly experiments?: ExperimentsAnalysis
  /** On a map that has any. */
  readonly coalitions?: readonly CoalitionAnalysis[]
  /** What people want to see change, on a map that has any. */
  readonly results?: ResultsAnalysis
  /** Of check-ins, on a map that has any. */
  readonly pulse?: GoingAnalysis
}

/** What is said of a map's causal links as a whole. */
interface CausalAnalysis extends WholeAnalysis {
  readonly of: 'causal links'
  /** Receivers per driver (Mental Modeler); null without drivers. */
  readonly complexity: number | null
  readonly driverNodes: number
}

/** What is said of a variable, or of whatever else a causal link touches. */
interface VariableAnalysis extends NodeAnalysis {
  readonly kind: VariableKind
  readonly influence: number
  readonly dependence: number
  readonly field: MicmacField
  readonly driverNode: DriverClass
  /** Listed loops through it. */
  readonly loops: number
}

/**
 * Everything that can be said of a map's causal links and ties at once.
 * The loops are those of the loops panel, by the same bounds (`defaultLoopBounds`, and `wholeLoopBounds` where that is all).
 * @param startTimer as in `findLoops`; without it, only the bounds end the search for loops
 * @param today `2026-03-01`, for what is overdue
 * Cost: that of `findLoops`, and for 1,000 variables with 3,000 links under two seconds for the rest.
 */
export function analyseMap(
  view: Pick<MapView, 'elements' | 'links' | 'loops'> & Partial<Pick<MapView, 'meta' | 'practices' | 'scenarios'>>,
  startTimer?: StartTimer,
  today?: string,
): MapAnalysis {
  const graph = toCausalGraph(view)
  const first = findLoops(graph, defaultLoopBounds, startTimer)
  // What the panel loads on demand is here at once: all of them, where they are few enough.
  const set = canListAll(first) ? findLoops(graph, wholeLoopBounds, startTimer) : first
  const list = numberWithNotes(set.loops, readNotedLoops(view), view)
  const decisive = findDecisiveLink(graph, list)
  const labels = new Map(graph.variables.map((id, at) => [id, graph.labels[at] ?? '']))
  const holds = describeHolds(view, list)
  const contributions = describeContributions(view, graph, list)
  const experiments = describeExperiments(view)
  const coalitions = describeCoalitions(view)
  const results = describeResults(view, today)
  const pulse = describeGoing({ practices: new Map(), ...view })
  const passing = new Map<ElementId, number>()
  for (const loop of list) for (const id of loop.variables) passing.set(id, (passing.get(id) ?? 0) + 1)
  return {
    variables: graph.variables.length,
    links: graph.from.length,
    loops: {
      total: set.counted.total,
      countComplete: set.countComplete,
      complete: set.complete,
      reinforcing: set.counted.reinforcing,
      balancing: set.counted.balancing,
      undetermined: set.counted.undetermined,
      listed: countKinds(list),
      decisive: decisive === undefined ? null : { ...decisive, ...nameEnds(view, decisive.link, labels) },
      longest: set.counted.longest,
      listedUpTo: set.upTo,
      list: list.map(({ key, tag, kind, delayed, variables }) => {
        const { name, pinned } = view.loops.get(key) ?? {}
        const way = variables.map((id) => labels.get(id) ?? '')
        return {
          key,
          tag,
          ...(name === undefined ? {} : { name }),
          ...(pinned === true ? { pinned } : {}),
          kind,
          delayed,
          variables: way,
        }
      }),
    },
    ...describeNetworks(view, graph, passing),
    ...(holds === undefined ? {} : { holds }),
    ...(contributions === undefined ? {} : { contributions }),
    ...(experiments === undefined ? {} : { experiments }),
    ...(coalitions === undefined ? {} : { coalitions }),
    ...(results === undefined ? {} : { results }),
    ...(pulse === undefined ? {} : { pulse }),
  }
}

function nameEnds(
  { links }: Pick<MapView, 'links'>,
  id: LinkId,
  labels: ReadonlyMap<ElementId, string>,
): { readonly from: string; readonly to: string } {
  const link = links.get(id)
  const nameOf = (end: ElementId | undefined): string => (end === undefined ? '' : (labels.get(end) ?? ''))
  return { from: nameOf(link?.from), to: nameOf(link?.to) }
}

function describeNetworks(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta'>>,
  graph: CausalGraph,
  passing: ReadonlyMap<ElementId, number>,
): Pick<MapAnalysis, 'network' | 'causalNetwork' | 'elements'> {
  const causal = describeCauses(graph, passing)
  const network = inOwnWords(toTieNetwork(view), sectorsOf(view.meta ?? {}))
  if (network.size === 0) return { network: causal.whole, elements: causal.variables }
  const ties = describeTies(network)
  // A stakeholder that a causal link touches is told of once, as what people take it for.
  const actors = new Set(network.actors)
  const elements = [...causal.variables.filter(({ id }) => !actors.has(id)), ...ties.actors]
  // Of people who have no tie yet the same is told as of others, unless there are causal links to tell of.
  if (network.from.length === 0 && graph.from.length > 0) return { network: causal.whole, elements }
  return { network: ties.whole, ...(graph.from.length === 0 ? {} : { causalNetwork: causal.whole }), elements }
}

function describeCauses(
  graph: CausalGraph,
  passing: ReadonlyMap<ElementId, number>,
): { readonly whole: CausalAnalysis; readonly variables: readonly VariableAnalysis[] } {
  const { whole, nodes } = describeGraph({ graph, ids: graph.variables, labels: graph.labels })
  const { kinds, complexity } = findVariableKinds(graph)
  const { indirect } = measureMicmac(graph)
  const drivers = findDriverNodes(graph)
  return {
    whole: { of: 'causal links', ...whole, complexity: orNull(complexity), driverNodes: drivers.count },
    variables: nodes.map((node, at) => ({
      ...node,
      kind: kinds[at] as VariableKind,
      influence: indirect.influence[at] as number,
      dependence: indirect.dependence[at] as number,
      field: indirect.fields[at] as MicmacField,
      driverNode: drivers.classes[at] as DriverClass,
      loops: passing.get(node.id) ?? 0,
    })),
  }
}

/** Sectors by the names that the map gives them, Weft's own by theirs. */
function inOwnWords(network: TieNetwork, sectors: Sectors): TieNetwork {
  return {
    ...network,
    sectors: network.sectors.map(
      (sector) => sectors.of(sector).name ?? (isKnownSector(sector) ? sectorNames[sector] : sector),
    ),
  }
}
