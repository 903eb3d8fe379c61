import type { MapView } from '../model/mapView'
import { toCausalGraph } from './causalGraph'
import { findDecisiveLink, type LoopSet } from './loopSet'
import { numberListWithNotes, readNotedLoops } from './notedLoops'

type Records = Pick<MapView, 'elements' | 'links' | 'loops'>

const known = new WeakMap<LoopSet, Records & { readonly listed: LoopSet }>()

/**
 * The loops of a map as people see them, in the list, in the table and on the map: those that a search
 * found, and those that people noted, however long, numbered together. The same search and map give the
 * same object, whoever asks.
 * Cost: linear in the loops, unless a noted one is not among those found; nothing if asked before.
 */
export function listLoopsOf(found: LoopSet, { elements, links, loops }: Records): LoopSet {
  const last = known.get(found)
  if (last?.elements === elements && last.links === links && last.loops === loops) return last.listed
  const view = { elements, links, loops }
  const all = numberListWithNotes(found.loops, readNotedLoops(view), view)
  // Of noted loops beside those found, the search did not know that a sign would decide them too.
  const decisive = all.length === found.loops.length ? found.decisive : findDecisiveLink(toCausalGraph(view), all)
  const listed = { ...found, loops: all, decisive }
  known.set(found, { ...view, listed })
  return listed
}
