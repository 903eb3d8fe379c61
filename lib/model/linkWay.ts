import type { ElementId } from '../base/ids'
import type { MapLink } from './link'
import { wayOfTie, type TieDirection, type TieTypes } from './tie'

/** Which way a link goes: ties as `wayOfTie` says, plain links as they say, all others one way. */
export function wayOfLink(link: MapLink, types?: TieTypes): TieDirection {
  if (link.kind === 'tie') return wayOfTie(link, types)
  return link.kind === 'relation' ? (link.direction ?? 'one-way') : 'one-way'
}

/** How many links come to an element and leave from it. */
export interface LinkCounts {
  readonly in: number
  readonly out: number
}

/**
 * Counts links by their ends. One that goes both ways, or no way in particular, comes and leaves at each of its ends, as
 * in the matrix and in the measures. Cost: linear in links.
 */
export function countLinkEnds(links: Iterable<MapLink>, types?: TieTypes): ReadonlyMap<ElementId, LinkCounts> {
  const counted = new Map<ElementId, { in: number; out: number }>()
  const at = (id: ElementId): { in: number; out: number } => {
    const known = counted.get(id)
    if (known !== undefined) return known
    const fresh = { in: 0, out: 0 }
    counted.set(id, fresh)
    return fresh
  }
  const add = (from: ElementId, to: ElementId): void => {
    at(from).out += 1
    at(to).in += 1
  }
  for (const link of links) {
    add(link.from, link.to)
    if (link.from !== link.to && wayOfLink(link, types) !== 'one-way') add(link.to, link.from)
  }
  return counted
}
