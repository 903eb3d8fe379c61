import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { toCausalGraph } from './causalGraph'
import { findIndependentLoops } from './independentLoops'
import { readLoop } from './loop'
import { readNotedLoops } from './notedLoops'

/**
 * The loops that a drawing is to show, those that matter most first, each once, by their variables in order of travel:
 * those that people noted, pinned ones before others; then the shortest independent ones.
 * @param isTooLate ends the search for independent ones, which then go without
 * @param only loops that lie in these altogether
 * Cost: that of `findIndependentLoops`.
 */
export function loopsToDraw(
  view: Pick<MapView, 'elements' | 'links' | 'loops'>,
  isTooLate: () => boolean,
  only?: ReadonlySet<ElementId>,
): readonly (readonly ElementId[])[] {
  const noted = readNotedLoops(view).toSorted((a, b) => Number(b.pinned === true) - Number(a.pinned === true))
  const known = new Set(noted.map(({ foundAs }) => foundAs))
  const graph = toCausalGraph(view)
  const others = findIndependentLoops(graph, isTooLate)
    .loops.map((arcs) => readLoop(graph, arcs))
    .filter(({ key }) => !known.has(key))
    .map(({ variables }) => variables)
    .toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
  const loops = [...noted.map(({ variables }) => variables), ...others]
  return only === undefined ? loops : loops.filter((loop) => loop.every((id) => only.has(id)))
}
