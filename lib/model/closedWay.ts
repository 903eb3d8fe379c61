import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from './mapView'

/**
 * Causal links in order of travel, from the first of them on, if they are one closed path that meets no variable
 * twice; undefined for anything else, also where one of them is gone or named twice.
 * Cost: linear in the links named.
 */
export function readClosedWay(
  { links }: Pick<MapView, 'links'>,
  ids: readonly LinkId[],
): readonly LinkId[] | undefined {
  const next = new Map<ElementId, LinkId>()
  for (const id of ids) {
    const link = links.get(id)
    if (link?.kind !== 'causal' || next.has(link.from)) return undefined
    next.set(link.from, id)
  }
  const [start] = ids
  const way: LinkId[] = []
  for (let at = start; at !== undefined && way.length < ids.length;) {
    way.push(at)
    const to = links.get(at)?.to
    at = to === undefined ? undefined : next.get(to)
    if (at === start) break
  }
  const last = way.at(-1)
  const closes = last !== undefined && start !== undefined && links.get(last)?.to === links.get(start)?.from
  return closes && way.length === ids.length ? way : undefined
}

/**
 * Equal for closed ways that pass the same variables in the same order: of several links between two of
 * them, all make one arc, and so one loop.
 * @param way as `readClosedWay` gives it
 */
export function ringOf({ links }: Pick<MapView, 'links'>, way: readonly LinkId[]): string {
  const ring = way.map((id) => links.get(id)?.from ?? '')
  let start = 0
  for (const [index, variable] of ring.entries()) if (variable < (ring[start] ?? '')) start = index
  return [...ring.slice(start), ...ring.slice(0, start)].join('.')
}
