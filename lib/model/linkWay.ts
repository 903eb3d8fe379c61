import type { ElementId } from '../base/ids'
import type { ElementKind } from './element'
import { variableEnd } from './hold'
import type { MapLink } from './link'
import { wayOfTie, type TieDirection, type TieTypes } from './tie'

/** Which way a link goes: ties as `wayOfTie` says, plain links as they say, all others one way. */
export function wayOfLink(link: MapLink, types?: TieTypes): TieDirection {
  if (link.kind === 'tie') return wayOfTie(link, types)
  return link.kind === 'relation' ? (link.direction ?? 'one-way') : 'one-way'
}

/** What kind of element an id is of. */
export type KindOf = (id: ElementId) => ElementKind | undefined

/** Where a link begins: a stakeholder's hold on a variable at the stakeholder, whichever way it was drawn. */
export function startOfLink(link: MapLink, kindOf: KindOf): ElementId {
  return variableEnd(link, kindOf(link.from), kindOf(link.to)) === 'from' ? link.to : link.from
}

/** How many links come to an element and leave from it. */
export interface LinkCounts {
  readonly in: number
  readonly out: number
}

/**
 * Counts links by their ends. One that goes both ways, or no way in particular, comes and leaves at each of its ends, as
 * in the matrix and in the measures; a hold goes from the stakeholder to the variable. Cost: linear in links.
 */
export function countLinkEnds(
  links: Iterable<MapLink>,
  types: TieTypes | undefined,
  kindOf: KindOf,
): ReadonlyMap<ElementId, LinkCounts> {
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
    const start = startOfLink(link, kindOf)
    const end = start === link.from ? link.to : link.from
    add(start, end)
    if (start !== end && wayOfLink(link, types) !== 'one-way') add(end, start)
  }
  return counted
}
