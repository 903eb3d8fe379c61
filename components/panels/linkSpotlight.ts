import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapLink } from '../../lib/model/link'
import type { Position } from '../../lib/model/position'

/** What stays bright while some links are looked at: they and their ends. */
export function spotlightOf(links: readonly MapLink[]): {
  readonly elements: ReadonlySet<ElementId>
  readonly links: ReadonlySet<LinkId>
} {
  return { elements: new Set(links.flatMap(({ from, to }) => [from, to])), links: new Set(links.map(({ id }) => id)) }
}

/** The point between a link's two ends, if both stand in the view. */
export function middleOfLink(
  places: ReadonlyMap<ElementId, Position> | undefined,
  { from, to }: MapLink,
): { readonly x: number; readonly y: number } | undefined {
  const [start, end] = [places?.get(from), places?.get(to)]
  return start === undefined || end === undefined ? undefined : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
}
