import type { ElementId } from '../base/ids'
import { measureBetweenness } from './betweenness'
import { measureCloseness } from './closeness'
import { measureClustering } from './clustering'
import { findCommunities } from './communities'
import { findStrongComponents, findWeakComponents } from './components'
import { measureConstraint } from './constraint'
import { findCores } from './cores'
import { findCutPoints } from './cutPoints'
import { countDegrees } from './degrees'
import { measureDensity } from './density'
import type { WeightedDigraph } from './digraph'
import { measureEffectiveSize } from './effectiveSize'
import { measureEigenvector } from './eigenvector'
import { measurePageRank } from './pageRank'
import { measureReach } from './reach'
import { findHoldingTies } from './network/fragmentation'
import { measureReciprocity } from './reciprocity'

/** What is said of any network as a whole, of causal links and of ties; null where a measure is not defined. */
export interface WholeAnalysis {
  readonly density: number | null
  readonly reciprocity: number | null
  /** Parts that no link joins, and parts in which everything can act on everything. */
  readonly components: { readonly weak: number; readonly strong: number }
  readonly communities: { readonly modularity: number | null; readonly groups: number }
  readonly clustering: { readonly average: number | null; readonly transitivity: number | null }
  /** Pairs who alone hold two pieces together, all of them, those that part the larger halves first. */
  readonly bridges: readonly (readonly [ElementId, ElementId])[]
  /** The same pairs, by their labels. */
  readonly bridgeNames: readonly (readonly [string, string])[]
}

/** What is said of any node. */
export interface NodeAnalysis {
  readonly id: ElementId
  readonly label: string
  readonly inDegree: number
  readonly outDegree: number
  /** Sums of the stated strengths; null where there are links and nobody stated any. */
  readonly inStrength: number | null
  readonly outStrength: number | null
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
  readonly isCutPoint: boolean
  /** Number of its community; 0 is the largest. */
  readonly community: number
}

/** A graph whose nodes are elements of the map. */
export interface NamedGraph {
  readonly graph: WeightedDigraph
  readonly ids: readonly ElementId[]
  readonly labels: readonly string[]
}

/** Cost: O(n (n + m)), for 1,000 nodes with 3,000 arcs about a second. */
export function describeGraph({ graph, ids, labels }: NamedGraph): {
  readonly whole: WholeAnalysis
  readonly nodes: readonly NodeAnalysis[]
} {
  const communities = findCommunities(graph)
  const cut = findCutPoints(graph)
  const holding = findHoldingTies(graph, Infinity).map(({ ends }) => ends)
  const clustering = measureClustering(graph)
  const idOf = (node: number): ElementId => ids[node] as ElementId
  const whole = {
    density: orNull(measureDensity(graph)),
    reciprocity: orNull(measureReciprocity(graph)),
    components: { weak: findWeakComponents(graph).count, strong: findStrongComponents(graph).count },
    communities: { modularity: orNull(communities.modularity), groups: communities.count },
    clustering: { average: orNull(clustering.average), transitivity: orNull(clustering.transitivity) },
    bridges: holding.map(([one, other]) => [idOf(one), idOf(other)] as const),
    bridgeNames: holding.map(([one, other]) => [labels[one] ?? '', labels[other] ?? ''] as const),
  }
  const degrees = countDegrees(graph)
  const reach = measureReach(graph)
  const betweenness = measureBetweenness(graph)
  const { closeness, harmonic } = measureCloseness(graph)
  const eigenvector = measureEigenvector(graph)
  const pageRank = measurePageRank(graph)
  const cores = findCores(graph)
  const constraint = measureConstraint(graph)
  const effectiveSize = measureEffectiveSize(graph)
  const cutPoints = new Set(cut.variables)
  const nodes = ids.map((id, at) => ({
    id,
    label: labels[at] as string,
    inDegree: degrees.in[at] as number,
    outDegree: degrees.out[at] as number,
    inStrength: orNull(degrees.strengthIn[at]),
    outStrength: orNull(degrees.strengthOut[at]),
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
    isCutPoint: cutPoints.has(at),
    community: communities.groups[at] as number,
  }))
  return { whole, nodes }
}

/** JSON has no NaN: what is not defined is null. */
export function orNull(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value
}
