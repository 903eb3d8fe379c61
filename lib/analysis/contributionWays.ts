import type { ElementId, LinkId } from '../base/ids'
import type { CausalGraph } from './causalGraph'
import { reachOf, type Contribution } from './contributions'

/** A part of the map: what stays bright while it is looked at. */
export interface WaysOnMap {
  readonly elements: ReadonlySet<ElementId>
  readonly links: ReadonlySet<LinkId>
}

/**
 * The shortest ways by which a contribution comes to what it reaches, with the action, its aims and the links to them.
 * @param to only the ways to this variable; all of them, if absent
 * Cost: linear in the graph.
 */
export function waysOf(graph: CausalGraph, contribution: Contribution, to?: ElementId): WaysOnMap {
  const { action, aims } = contribution
  const numbers = new Map(graph.variables.map((id, number) => [id, number]))
  const steps = new Map(
    reachOf(graph, contribution).map(({ variable, steps: at }) => [numbers.get(variable) as number, at]),
  )
  const elements = new Set<ElementId>([action.id])
  const links = new Set<LinkId>()
  // Backwards, along arcs that come from one step nearer.
  const open = to === undefined ? [...steps.keys()] : [numbers.get(to) ?? -1].filter((number) => steps.has(number))
  const seen = new Set(open)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    elements.add(graph.variables[node] as ElementId)
    const at = steps.get(node) ?? 0
    for (let place = graph.inStart[node] ?? 0; place < (graph.inStart[node + 1] ?? 0); place += 1) {
      const arc = graph.inArcs[place] ?? 0
      const from = graph.from[arc] ?? 0
      if (steps.get(from) !== at - 1) continue
      for (const link of graph.links[arc] ?? []) links.add(link)
      if (seen.has(from)) continue
      seen.add(from)
      open.push(from)
    }
  }
  for (const { link, target } of aims) if (elements.has(target)) links.add(link)
  return { elements, links }
}
