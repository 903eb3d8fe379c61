import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { measureBetweenness } from './betweenness'
import { toCausalGraph, type CausalGraph } from './causalGraph'
import { measureCloseness } from './closeness'
import { measureClustering } from './clustering'
import { findCommunities } from './communities'
import { findStrongComponents, findWeakComponents } from './components'
import { measureConstraint } from './constraint'
import { findCores } from './cores'
import { findCutPoints } from './cutPoints'
import { countDegrees } from './degrees'
import { measureDensity } from './density'
import { findDriverNodes, type DriverClass } from './driverNodes'
import { measureEffectiveSize } from './effectiveSize'
import { measureEigenvector } from './eigenvector'
import type { LoopKind } from './loop'
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
import { measurePageRank } from './pageRank'
import { measureReach } from './reach'
import { measureReciprocity } from './reciprocity'
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
  readonly network: {
    readonly density: number | null
    readonly reciprocity: number | null
    /** Parts that no link joins, and parts in which everything can act on everything. */
    readonly components: { readonly weak: number; readonly strong: number }
    readonly communities: { readonly modularity: number | null; readonly groups: number }
    readonly clustering: { readonly average: number | null; readonly transitivity: number | null }
    /** Receivers per driver (Mental Modeler); null without drivers. */
    readonly complexity: number | null
    /** Pairs of variables whose tie alone holds two pieces together. */
    readonly bridges: readonly (readonly [ElementId, ElementId])[]
    readonly driverNodes: number
  }
  readonly elements: readonly ElementAnalysis[]
}

export interface ElementAnalysis {
  readonly id: ElementId
  readonly label: string
  readonly kind: VariableKind
  readonly inDegree: number
  readonly outDegree: number
  /** Within two steps. */
  readonly reach: number
  readonly betweenness: number
  readonly closeness: number | null
  readonly harmonic: number
  readonly eigenvector: number | null
  readonly pagerank: number | null
  readonly core: number
  readonly clustering: number | null
  readonly constraint: number | null
  readonly effectiveSize: number | null
  readonly influence: number
  readonly dependence: number
  readonly field: MicmacField
  readonly driverNode: DriverClass
  readonly isCutPoint: boolean
  /** Number of its community; 0 is the largest. */
  readonly community: number
  /** Listed loops through it. */
  readonly loops: number
}

/**
 * Everything that can be said of a map's causal links at once.
 * The loops are those of the loops panel, by the same bounds (`defaultLoopBounds`, and `wholeLoopBounds` where that is all).
 * @param startTimer as in `findLoops`; without it, only the bounds end the search for loops
 * Cost: that of `findLoops`, and for 1,000 variables with 3,000 links under two seconds for the rest.
 */
export function analyseMap(view: Pick<MapView, 'elements' | 'links' | 'loops'>, startTimer?: StartTimer): MapAnalysis {
  const graph = toCausalGraph(view)
  const first = findLoops(graph, defaultLoopBounds, startTimer)
  // What the panel loads on demand is here at once: all of them, where they are few enough.
  const set = canListAll(first) ? findLoops(graph, wholeLoopBounds, startTimer) : first
  const list = numberWithNotes(set.loops, readNotedLoops(view), view)
  const decisive = findDecisiveLink(graph, list)
  const labels = new Map(graph.variables.map((id, at) => [id, graph.labels[at] ?? '']))
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
    network: describeWhole(graph),
    elements: describeElements(graph, passing),
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

function describeWhole(graph: CausalGraph): MapAnalysis['network'] {
  const communities = findCommunities(graph)
  const clustering = measureClustering(graph)
  const idOf = (variable: number): ElementId => graph.variables[variable] as ElementId
  return {
    density: orNull(measureDensity(graph)),
    reciprocity: orNull(measureReciprocity(graph)),
    components: { weak: findWeakComponents(graph).count, strong: findStrongComponents(graph).count },
    communities: { modularity: orNull(communities.modularity), groups: communities.count },
    clustering: { average: orNull(clustering.average), transitivity: orNull(clustering.transitivity) },
    complexity: orNull(findVariableKinds(graph).complexity),
    bridges: findCutPoints(graph).bridges.map(([one, other]) => [idOf(one), idOf(other)] as const),
    driverNodes: findDriverNodes(graph).count,
  }
}

function describeElements(graph: CausalGraph, passing: ReadonlyMap<ElementId, number>): readonly ElementAnalysis[] {
  const kinds = findVariableKinds(graph).kinds
  const degrees = countDegrees(graph)
  const reach = measureReach(graph)
  const betweenness = measureBetweenness(graph)
  const { closeness, harmonic } = measureCloseness(graph)
  const eigenvector = measureEigenvector(graph)
  const pageRank = measurePageRank(graph)
  const cores = findCores(graph)
  const clustering = measureClustering(graph)
  const constraint = measureConstraint(graph)
  const effectiveSize = measureEffectiveSize(graph)
  const { indirect } = measureMicmac(graph)
  const drivers = findDriverNodes(graph)
  const cutPoints = new Set(findCutPoints(graph).variables)
  const communities = findCommunities(graph)
  return graph.variables.map((id, at) => ({
    id,
    label: graph.labels[at] as string,
    kind: kinds[at] as VariableKind,
    inDegree: degrees.in[at] as number,
    outDegree: degrees.out[at] as number,
    reach: reach.downstream[at] as number,
    betweenness: betweenness.raw[at] as number,
    closeness: orNull(closeness[at]),
    harmonic: harmonic[at] as number,
    eigenvector: orNull(eigenvector.values[at]),
    pagerank: orNull(pageRank[at]),
    core: cores[at] as number,
    clustering: orNull(clustering.local[at]),
    constraint: orNull(constraint[at]),
    effectiveSize: orNull(effectiveSize[at]),
    influence: indirect.influence[at] as number,
    dependence: indirect.dependence[at] as number,
    field: indirect.fields[at] as MicmacField,
    driverNode: drivers.classes[at] as DriverClass,
    isCutPoint: cutPoints.has(at),
    community: communities.groups[at] as number,
    loops: passing.get(id) ?? 0,
  }))
}

/** JSON has no NaN: what is not defined is null. */
function orNull(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value
}
