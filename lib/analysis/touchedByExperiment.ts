import type { ElementId } from '../base/ids'
import type { AppliedExperiment, ExperimentGround } from './applyExperiment'
import type { CausalGraph } from './causalGraph'
import { weighArcs } from './weights'

/**
 * The variables that an experiment can move at all, by however little: those to which a way of links that count leads
 * from what is held or from a link that counts for something else; what is held is among them. Others stay exactly where
 * they are. Cost: linear in the map.
 */
export function findTouched(
  { links }: Pick<ExperimentGround, 'links'>,
  { before, after, changed }: Pick<AppliedExperiment, 'before' | 'after' | 'changed'>,
  held: Iterable<ElementId>,
): ReadonlySet<ElementId> {
  const nexts = new Map<ElementId, ElementId[]>()
  for (const graph of [before, after]) addWays(graph, nexts)
  const touched = new Set<ElementId>(held)
  for (const id of changed.keys()) {
    const link = links.get(id)
    if (link !== undefined) touched.add(link.to)
  }
  // A set is walked in the order in which it grows.
  for (const id of touched) for (const next of nexts.get(id) ?? []) touched.add(next)
  return touched
}

function addWays(graph: CausalGraph, nexts: Map<ElementId, ElementId[]>): void {
  const { weight } = weighArcs(graph)
  for (const [arc, from] of graph.from.entries()) {
    const [one, other] = [graph.variables[from], graph.variables[graph.to[arc] ?? -1]]
    if (weight[arc] === 0 || one === undefined || other === undefined) continue
    const known = nexts.get(one)
    if (known === undefined) nexts.set(one, [other])
    else known.push(other)
  }
}
