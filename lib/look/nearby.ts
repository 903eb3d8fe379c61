import type { ElementId } from '../base/ids'
import type { MapLink } from '../model/link'
import { wayOfTie, type TieTypes } from '../model/tie'
import type { Focus } from './look'

/**
 * The elements that lie within some links of one, itself included. Ties that go both ways, or no way, are gone
 * either way, and so is every link if the way is `any`.
 * @param types the map's kinds of tie; as usual unless told
 * Cost: linear in the links per step.
 */
export function findNear(
  links: Iterable<MapLink>,
  { element, steps, way }: Focus,
  types?: TieTypes,
): ReadonlySet<ElementId> {
  const neighbours = new Map<ElementId, ElementId[]>()
  const join = (one: ElementId, other: ElementId): void => {
    const known = neighbours.get(one)
    if (known === undefined) neighbours.set(one, [other])
    else known.push(other)
  }
  for (const link of links) {
    const isBothWays = way === 'any' || (link.kind === 'tie' && wayOfTie(link, types) !== 'one-way')
    if (isBothWays || way === 'out') join(link.from, link.to)
    if (isBothWays || way === 'in') join(link.to, link.from)
  }
  const near = new Set<ElementId>([element])
  let edge: readonly ElementId[] = [element]
  for (let step = 0; step < steps && edge.length > 0; step += 1) {
    const next: ElementId[] = []
    for (const id of edge) {
      for (const other of neighbours.get(id) ?? []) {
        if (near.has(other)) continue
        near.add(other)
        next.push(other)
      }
    }
    edge = next
  }
  return near
}
