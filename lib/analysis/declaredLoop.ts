import type { ElementId, LinkId } from '../base/ids'
import { readClosedWay } from '../model/closedWay'
import { readLoopKey, toLoopKey } from '../model/loopKey'
import type { MapView } from '../model/mapView'

/** What the links that somebody named as a loop really are. */
export type DeclaredLoop =
  /** A loop, as named; `key` is its canonical key. */
  | { readonly kind: 'loop'; readonly key: string }
  /** A loop and links that lead to it or away from it. */
  | { readonly kind: 'loop-and-tail'; readonly key: string; readonly tail: readonly LinkId[] }
  /** Several loops at once. */
  | { readonly kind: 'tangle' }
  /** No loop anywhere. */
  | { readonly kind: 'open' }
  /** Some of its links are gone. */
  | { readonly kind: 'broken'; readonly missing: readonly LinkId[] }

/**
 * Looks at links that people called a loop: of 42 loops named in one real map, nine did not close.
 * @param key link ids joined by dots, in any order
 * Cost: linear in the number of links named.
 */
export function examineDeclaredLoop(view: Pick<MapView, 'links'>, key: string): DeclaredLoop {
  const named = [...new Set(readLoopKey(key))]
  const missing = named.filter((id) => view.links.get(id)?.kind !== 'causal')
  if (missing.length > 0) return { kind: 'broken', missing }
  const kept = dropTails(view, named)
  if (kept.size === 0) return { kind: 'open' }
  const way = readClosedWay(view, [...kept])
  if (way === undefined) return { kind: 'tangle' }
  const tail = named.filter((id) => !kept.has(id))
  return tail.length === 0
    ? { kind: 'loop', key: toLoopKey(way) }
    : { kind: 'loop-and-tail', key: toLoopKey(way), tail }
}

interface Ends {
  readonly entering: LinkId[]
  readonly leaving: LinkId[]
}

/** What is left once links that nothing leads on to, or on from, have been taken off, as often as there are any. */
function dropTails({ links }: Pick<MapView, 'links'>, named: readonly LinkId[]): ReadonlySet<LinkId> {
  const ends = new Map<ElementId, Ends>()
  const endsAt = (id: ElementId): Ends => {
    const known = ends.get(id)
    if (known !== undefined) return known
    const made: Ends = { entering: [], leaving: [] }
    ends.set(id, made)
    return made
  }
  for (const id of named) {
    const link = links.get(id)
    if (link === undefined) continue
    endsAt(link.from).leaving.push(id)
    endsAt(link.to).entering.push(id)
  }
  const kept = new Set(named)
  const counts = new Map(
    [...ends].map(([id, { entering, leaving }]) => [id, { in: entering.length, out: leaving.length }]),
  )
  // A variable that nothing enters or nothing leaves takes its links with it, and perhaps the next one.
  const queue = [...counts.keys()]
  for (const at of queue) {
    const count = counts.get(at)
    if (count === undefined || (count.in > 0 && count.out > 0)) continue
    const { entering, leaving } = endsAt(at)
    for (const id of [...entering, ...leaving]) {
      const link = links.get(id)
      if (link === undefined || !kept.delete(id)) continue
      const [from, to] = [counts.get(link.from), counts.get(link.to)]
      if (from !== undefined) from.out -= 1
      if (to !== undefined) to.in -= 1
      queue.push(link.from === at ? link.to : link.from)
    }
  }
  return kept
}
