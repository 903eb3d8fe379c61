import type { ElementId } from '../../../lib/base/ids'
import { computeScene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { narrowScene, type PictureScope } from '../../../lib/render/scope'

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
    issues: [],
  }
}

/** All text that a picture of this map may show, to know which letters it needs. */
export function textOfView(view: MapView): string {
  const texts = [view.meta.title]
  for (const element of view.elements.values()) texts.push(element.label)
  for (const link of view.links.values()) if (link.label !== undefined) texts.push(link.label)
  for (const { name } of view.loops.values()) if (name !== undefined) texts.push(name)
  return texts.join(' ')
}
