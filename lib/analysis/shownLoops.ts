import type { MapView } from '../model/mapView'
import { toCausalGraph } from './causalGraph'
import { readLoop, type Loop, type NumberedLoop } from './loop'
import { searchLoops } from './loopSearch'
import { numberWithNotes, readNotedLoops } from './notedLoops'

/** A loop that has a badge on the map. */
export interface ShownLoop extends NumberedLoop {
  readonly name: string
  readonly at: readonly [number, number] | undefined
  /** Has no badge as things are, but keeps the place for it, so that no other jumps there meanwhile. */
  readonly isAway: boolean
}

/** Badges that a map has at once without anybody having pinned them: more nobody takes in. */
const mostUnasked = 7
/** Pinned loops that have a badge at once: each looks for a free place among all that it could cover. */
export const mostPinned = 40
/** A map of so few loops shows them all. */
const fewLoops = 5
/** Links of a map that is small enough to look for its loops whenever it changes. */
const smallMap = 200

/**
 * The loops whose badges are on the map: those that people pinned, the 40 shortest at most. Until
 * somebody pins one, all loops of a small map that has only a few, of other maps the named ones, seven
 * at most. A loop that somebody took off the map is not among them, and none that has lost a link.
 * Those that would be shown if nobody had pinned or taken off any come along as away: badges do not
 * jump because of a pin.
 *
 * @returns by length, then by labels
 * Cost: that of `readNotedLoops`, and on maps of up to 200 causal links a search that ends at the sixth loop.
 */
export function chooseShownLoops(view: Pick<MapView, 'elements' | 'links' | 'loops'>): readonly ShownLoop[] {
  const noted = readNotedLoops(view)
  const few = findFewLoops(view)
  const notes = new Map(noted.map((loop) => [loop.key, loop]))
  const all = few === undefined ? noted : numberWithNotes(few, noted, view)
  const isAnyPinned = noted.some(({ pinned }) => pinned === true)
  let unasked = 0
  let asked = 0
  return all.flatMap((loop) => {
    const { name = '', at, pinned } = notes.get(loop.key) ?? {}
    const isUnasked = few !== undefined || (name !== '' && (pinned === false || unasked < mostUnasked))
    if (isUnasked && pinned !== false) unasked += 1
    if (pinned === true) asked += 1
    if (pinned === true ? asked > mostPinned : !isUnasked) return []
    const isAway = isAnyPinned ? pinned !== true : pinned === false
    return [{ ...loop, name, at, isAway }]
  })
}

/** All loops of a map, if it is small and they are few. */
function findFewLoops(view: Pick<MapView, 'elements' | 'links'>): readonly Loop[] | undefined {
  let causal = 0
  for (const link of view.links.values()) if (link.kind === 'causal') causal += 1
  if (causal > smallMap) return undefined
  const graph = toCausalGraph(view)
  const loops: Loop[] = []
  const { found } = searchLoops(graph, { maxLoops: fewLoops + 1 }, (arcs, length) => {
    loops.push(readLoop(graph, arcs.slice(0, length)))
  })
  return found > fewLoops ? undefined : loops
}
