import type { ElementId, LinkId, ViewId } from '../../../lib/base/ids'
import type { MapComparison } from '../../../lib/analysis/compareMaps'
import type { Hue } from '../../../lib/model/hue'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import type { ElementPaint } from '../../../lib/model/paint'
import { boardView, type Position } from '../../../lib/model/position'

/** What became of something since a version. */
export type Fate = 'added' | 'removed' | 'changed'

/** How each is shown: by colour, and by a sign for those who do not tell colours apart. */
export const fateLooks: Readonly<Record<Fate, { readonly hue: Hue; readonly tag: string }>> = {
  added: { hue: 'green', tag: '+' },
  removed: { hue: 'red', tag: '−' },
  changed: { hue: 'yellow', tag: '≠' },
}

/**
 * The map as it was, with what has changed since: what came since stands where it is now, what went is where it was, and
 * all of it stands out from what is as it was. Where nothing changed, the map as it was.
 * Cost: linear.
 */
export function paintChanges(then: MapView, now: MapView, comparison: MapComparison): MapView {
  const fates = new Map<ElementId, Fate>()
  for (const { id } of [...comparison.elements.renamed, ...comparison.elements.moved, ...comparison.elements.edited]) {
    fates.set(id, 'changed')
  }
  for (const { id } of comparison.elements.removed) fates.set(id, 'removed')
  for (const { id } of comparison.elements.added) fates.set(id, 'added')
  const touched = new Set<LinkId>()
  for (const list of Object.values(comparison.links)) for (const { id } of list) touched.add(id)
  if (fates.size === 0 && touched.size === 0) return then

  const elements = new Map<ElementId, MapElement>()
  for (const element of [...then.elements.values(), ...comparison.elements.added]) {
    const fate = fates.get(element.id)
    const paint: ElementPaint = fate === undefined ? { faded: true } : fateLooks[fate]
    elements.set(element.id, { ...element, paint })
  }
  const links = new Map<LinkId, MapLink>()
  for (const link of [...then.links.values(), ...comparison.links.added]) {
    links.set(link.id, touched.has(link.id) ? link : { ...link, paint: { faded: true } })
  }
  const places = new Map<ElementId, Position>(then.positions.get(boardView))
  for (const { id } of comparison.elements.added) {
    const place = now.positions.get(boardView)?.get(id)
    if (place !== undefined) places.set(id, place)
  }
  const positions = new Map<ViewId, ReadonlyMap<ElementId, Position>>([...then.positions, [boardView, places]])
  return { ...then, elements, links, positions }
}
