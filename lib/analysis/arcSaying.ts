import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { mergeSigns, readGraphLink, type GraphLink, type Sign } from './causalGraph'

/** What all links from one variable to another say together. */
export interface ArcSaying {
  /** 0 where one has no sign, or they differ. */
  readonly sign: Sign
  /** Any of them acts late. */
  readonly late: boolean
}

/**
 * What the arcs say that these links are of, one for each, in their order: the same that a loop or a path through
 * them is judged by. Of a link that is not there (any more), nothing is known.
 * Cost: one pass over the links of the map.
 */
export function readArcs({ links }: Pick<MapView, 'links'>, ids: readonly LinkId[]): readonly ArcSaying[] {
  const groups = new Map<ElementId, Map<ElementId, GraphLink[]>>()
  const groupOf = (link: GraphLink | undefined): GraphLink[] | undefined => link && groups.get(link.from)?.get(link.to)
  const found = ids.map((id) => {
    const link = links.get(id)
    return link && readGraphLink(link)
  })
  for (const link of found) {
    if (link === undefined) continue
    const out = groups.get(link.from) ?? new Map<ElementId, GraphLink[]>()
    groups.set(link.from, out.set(link.to, []))
  }
  for (const one of links.values()) {
    if (one.kind !== 'causal' || !groups.has(one.from)) continue
    const link = readGraphLink(one)
    if (link !== undefined) groupOf(link)?.push(link)
  }
  return found.map((link) => {
    const group = groupOf(link) ?? []
    return { sign: mergeSigns(group), late: group.some(({ delayed }) => delayed === true) }
  })
}
