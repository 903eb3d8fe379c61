import type { ElementId } from '../base/ids'
import type { ContributionAct, ContributionState } from '../model/action'
import type { ContributionEffect } from '../model/contribution'
import type { MapView } from '../model/mapView'
import { sectorsOf } from '../model/sector'
import type { CausalGraph } from './causalGraph'
import { findConflicts } from './contributionConflicts'
import { findGaps, reachOf, readContributions, stateOf, touchedLoops } from './contributions'

/** What the API says of contributions: labels, in the order of the map. */
export interface ContributionsAnalysis {
  readonly list: readonly {
    readonly id: ElementId
    readonly label: string
    readonly act: ContributionAct | null
    readonly state: ContributionState
    /** The day by which: `2026-03-01`. */
    readonly due: string | null
    readonly by: readonly string[]
    readonly aims: readonly { readonly label: string; readonly effect: ContributionEffect | null }[]
    /** Variables that lie downstream of its aims. */
    readonly reaches: number
    /** Tags of the listed loops that it touches, the first hundred of the map's. */
    readonly loops: readonly string[]
  }[]
  readonly conflicts: readonly {
    readonly variable: string
    readonly rise: readonly string[]
    readonly fall: readonly string[]
    /** Those that are to hold it as it is. */
    readonly hold: readonly string[]
    readonly direct: boolean
    /** Variables at which the same ones work against each other downstream. */
    readonly after: readonly string[]
  }[]
  /** Leverage points at which none is aimed. */
  readonly unserved: readonly string[]
  /** Stakeholders without a contribution. */
  readonly idle: readonly string[]
  /** By the names that the map gives them, else by key. */
  readonly missingSectors: readonly string[]
}

/** Loops that are told of; each is looked through for every contribution. */
const mostLoops = 100

/**
 * Contributions as plain JSON. Undefined for a map without actions. Cost: linear in the graph for each contribution.
 * @param loops those of the map, with their tags
 */
export function describeContributions(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta'>>,
  graph: CausalGraph,
  loops: readonly { readonly tag: string; readonly variables: readonly ElementId[] }[] = [],
): ContributionsAnalysis | undefined {
  const all = readContributions(view)
  if (all.length === 0) return undefined
  const sectors = sectorsOf(view.meta ?? {})
  const labelOf = (id: ElementId): string => view.elements.get(id)?.label ?? ''
  const told = loops.slice(0, mostLoops)
  const gaps = findGaps(view, all)
  return {
    list: all.map((one) => ({
      ...{ id: one.action.id, label: one.action.label, act: one.action.act ?? null, state: stateOf(one) },
      ...{ due: one.action.due ?? null, by: one.by.map(labelOf) },
      aims: one.aims.map(({ target, effect }) => ({ label: labelOf(target), effect: effect ?? null })),
      reaches: reachOf(graph, one).filter(({ steps }) => steps > 0).length,
      loops: touchedLoops(told, one).map(({ tag }) => tag),
    })),
    conflicts: findConflicts(graph, all).map(({ variable, rise, fall, hold, isDirect, after }) => ({
      ...{ variable: labelOf(variable), rise: rise.map(labelOf), fall: fall.map(labelOf), hold: hold.map(labelOf) },
      direct: isDirect,
      after: after.map(labelOf),
    })),
    unserved: gaps.unserved.map(labelOf),
    idle: gaps.idle.map(labelOf),
    missingSectors: gaps.missingSectors.map((key) => sectors.of(key).name ?? key),
  }
}
