import { readLoopKey } from '../model/loopKey'
import { readClosedWay, ringOf } from '../model/closedWay'
import type { MapView } from '../model/mapView'

/** What of a map a round may be about as a whole: found when it is asked. */
export const targetSets = ['variables', 'stakeholders', 'actions', 'notes', 'links', 'loops'] as const
export type TargetSet = (typeof targetSets)[number]

/**
 * The targets of such a set that are on the map now. Of loops those that people named or pinned and that are there,
 * each once: what is kept of a loop outlives its links, and is not asked about then.
 * O(elements, or links and the lengths of noted loops).
 */
export function listTargets(view: MapView, set: TargetSet): readonly string[] {
  const ofKind = (kind: string): string[] =>
    [...view.elements.values()].flatMap((element) => (element.kind === kind ? [element.id] : []))
  switch (set) {
    case 'variables':
      return ofKind('variable')
    case 'stakeholders':
      return ofKind('stakeholder')
    case 'actions':
      return ofKind('action')
    case 'notes':
      return ofKind('note')
    case 'links':
      return [...view.links.values()].flatMap((link) => (link.kind === 'causal' ? [link.id] : []))
    case 'loops':
      return listLoops(view)
  }
}

function listLoops(view: MapView): readonly string[] {
  const byRing = new Map<string, string>()
  for (const [key, { archetype, name = '', pinned }] of view.loops) {
    // A figure of several loops is no loop.
    if (archetype !== undefined || (name.trim() === '' && pinned !== true)) continue
    const way = readClosedWay(view, readLoopKey(key))
    if (way === undefined) continue
    const ring = ringOf(view, way)
    if (!byRing.has(ring)) byRing.set(ring, key)
  }
  return [...byRing.values()]
}
