import type { ElementId } from '../../../lib/base/ids'
import type { MapLink } from '../../../lib/model/link'
import { variableEnd } from '../../../lib/model/hold'
import { startOfLink, wayOfLink, type KindOf } from '../../../lib/model/linkWay'
import type { TieTypes } from '../../../lib/model/tie'

/** Links at an element by which way they go from there. */
export interface SortedLinks {
  readonly out: readonly MapLink[]
  readonly incoming: readonly MapLink[]
  readonly both: readonly MapLink[]
  readonly none: readonly MapLink[]
}

/** Sorts the links that begin or end at an element; each stands in one list, a hold as going out from the stakeholder. */
export function sortLinks(links: readonly MapLink[], at: ElementId, types: TieTypes, kindOf: KindOf): SortedLinks {
  const oneWay = links.filter((link) => wayOfLink(link, types) === 'one-way')
  return {
    out: oneWay.filter((link) => startOfLink(link, kindOf) === at),
    incoming: oneWay.filter((link) => startOfLink(link, kindOf) !== at),
    both: links.filter((link) => wayOfLink(link, types) === 'mutual'),
    none: links.filter((link) => wayOfLink(link, types) === 'none'),
  }
}

/** Links under one heading: what says it, and which way they go. */
export interface LinkGroup {
  readonly name: keyof SortedLinks | 'holds' | 'heldBy' | 'tiesTo' | 'tiesFrom' | 'tiesMutual' | 'tiesNoWay'
  readonly links: readonly MapLink[]
  /** Absent where they have no direction. */
  readonly way?: 'in' | 'out' | 'both'
}

/** The lists of an inspector: ties and holds apart from what leads to something. Only those that have links. */
export function groupLinks(
  links: readonly MapLink[],
  at: ElementId,
  types: TieTypes,
  kindOf: KindOf,
): readonly LinkGroup[] {
  const isHold = (link: MapLink): boolean => variableEnd(link, kindOf(link.from), kindOf(link.to)) !== undefined
  const holds = links.filter(isHold)
  const isActor = kindOf(at) === 'stakeholder'
  const others = sortLinks(
    links.filter((link) => link.kind !== 'tie' && !isHold(link)),
    at,
    types,
    kindOf,
  )
  const ties = sortLinks(
    links.filter(({ kind }) => kind === 'tie'),
    at,
    types,
    kindOf,
  )
  const groups: readonly LinkGroup[] = [
    { name: 'out', links: others.out, way: 'out' },
    { name: 'incoming', links: others.incoming, way: 'in' },
    { name: 'both', links: others.both, way: 'both' },
    { name: 'none', links: others.none },
    { name: isActor ? 'holds' : 'heldBy', links: holds, way: isActor ? 'out' : 'in' },
    { name: 'tiesTo', links: ties.out, way: 'out' },
    { name: 'tiesFrom', links: ties.incoming, way: 'in' },
    { name: 'tiesMutual', links: ties.both, way: 'both' },
    { name: 'tiesNoWay', links: ties.none },
  ]
  return groups.filter((group) => group.links.length > 0)
}
