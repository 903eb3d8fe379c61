import type { ElementId } from '../base/ids'
import { computeScene } from '../geometry/scene'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import { narrowScene, type PictureScope } from './scope'

/**
 * The part of a map that a file is to hold: the elements of the scope and the links among them.
 * What was not asked for must not travel along inside a picture. Loop names go only with the whole map.
 */
export function scopeView(view: MapView, scope: PictureScope): MapView {
  if (scope.kind === 'all') return view
  const scene = narrowScene(computeScene(view, boardView), scope)
  const has = (id: ElementId): boolean => scene.elements.has(id)
  return {
    ...view,
    elements: new Map([...view.elements].filter(([id]) => has(id))),
    links: new Map([...view.links].filter(([, link]) => has(link.from) && has(link.to))),
    positions: new Map(
      [...view.positions].map(([id, places]) => [id, new Map([...places].filter(([element]) => has(element)))]),
    ),
    loops: new Map(),
    views: new Map(),
    scenarios: new Map(),
    practices: new Map(),
    issues: [],
  }
}
