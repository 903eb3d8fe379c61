import type { ElementId } from '../../../lib/base/ids'
import type { MapLink } from '../../../lib/model/link'
import { wayOfLink } from '../../../lib/model/linkWay'
import type { TieTypes } from '../../../lib/model/tie'

/** Links at an element by which way they go from there. */
export interface SortedLinks {
  readonly out: readonly MapLink[]
  readonly incoming: readonly MapLink[]
  readonly both: readonly MapLink[]
  readonly none: readonly MapLink[]
}

/** Sorts the links that begin or end at an element; each stands in one list. */
export function sortLinks(links: readonly MapLink[], at: ElementId, types: TieTypes): SortedLinks {
  const oneWay = links.filter((link) => wayOfLink(link, types) === 'one-way')
  return {
    out: oneWay.filter(({ from }) => from === at),
    incoming: oneWay.filter(({ from }) => from !== at),
    both: links.filter((link) => wayOfLink(link, types) === 'mutual'),
    none: links.filter((link) => wayOfLink(link, types) === 'none'),
  }
}
