import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapElement } from '../../lib/model/element'
import { countLinkEnds } from '../../lib/model/linkWay'
import type { MapView } from '../../lib/model/mapView'
import { tieTypesOf } from '../../lib/model/tie'

/** One row of a search, best first. */
export interface SearchHit {
  readonly element: MapElement
  readonly incoming: number
  readonly outgoing: number
}

/** Text without case, accents and punctuation, so that "Sécurité" is found by "securite". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Elements whose name holds every word of the query; then those whose tags, role or description do.
 * Names that begin with the query come first, then by name. An empty query finds nothing.
 */
export function searchMap(view: MapView, query: string): readonly SearchHit[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const whole = words.join(' ')
  const found: { readonly element: MapElement; readonly rank: number; readonly name: string }[] = []
  for (const element of view.elements.values()) {
    const name = foldText(element.label)
    const rank = rankName(name, whole, words) ?? (restHolds(element, words) ? 3 : undefined)
    if (rank !== undefined) found.push({ element, rank, name })
  }
  found.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
  const counts = countLinks(view)
  return found.map(({ element }) => ({ element, ...(counts.get(element.id) ?? { incoming: 0, outgoing: 0 }) }))
}

function rankName(name: string, whole: string, words: readonly string[]): number | undefined {
  if (name.startsWith(whole)) return 0
  if (` ${name}`.includes(` ${whole}`)) return 1
  return words.every((word) => name.includes(word)) ? 2 : undefined
}

function restHolds(element: MapElement, words: readonly string[]): boolean {
  const role = element.kind === 'stakeholder' ? (element.role ?? '') : ''
  const text = foldText([element.label, ...(element.tags ?? []), role, element.description].join(' '))
  return words.every((word) => text.includes(word))
}

/** Links in and out of every element that has any. */
export function countLinks(view: MapView): ReadonlyMap<ElementId, { incoming: number; outgoing: number }> {
  const counts = countLinkEnds(view.links.values(), tieTypesOf(view.meta), (id) => view.elements.get(id)?.kind)
  return new Map([...counts].map(([id, { in: incoming, out: outgoing }]) => [id, { incoming, outgoing }]))
}

/** Links whose both ends are among the elements. */
export function linksAmong(view: MapView, ids: ReadonlySet<ElementId>): ReadonlySet<LinkId> {
  return new Set([...view.links.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)).map(({ id }) => id))
}
