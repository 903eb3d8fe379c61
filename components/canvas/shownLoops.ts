import { isSameJson } from '../../lib/base/json'
import { chooseShownLoops, type ShownLoop } from '../../lib/analysis/shownLoops'
import type { MapView } from '../../lib/model/mapView'

/**
 * The loops that have a badge, asked again only when elements, links or notes of loops have changed;
 * a loop that is as it was stays the same object.
 */
export function createShownLoops(): (view: MapView) => readonly ShownLoop[] {
  let known: Pick<MapView, 'elements' | 'links' | 'loops'> | undefined
  let shown: readonly ShownLoop[] = []
  return (view) => {
    if (known?.elements === view.elements && known.links === view.links && known.loops === view.loops) return shown
    known = { elements: view.elements, links: view.links, loops: view.loops }
    const before = new Map(shown.map((loop) => [loop.key, loop]))
    shown = chooseShownLoops(view).map((loop) => {
      const old = before.get(loop.key)
      return old !== undefined && isSameJson(old, loop) ? old : loop
    })
    return shown
  }
}
