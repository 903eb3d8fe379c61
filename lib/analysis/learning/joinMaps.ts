import type { ElementId, LinkId } from '../../base/ids'
import type { MapElement } from '../../model/element'
import type { MapLink } from '../../model/link'
import type { MapView } from '../../model/mapView'
import { boardView } from '../../model/position'
import { alignMap, type AlignedMap } from './alignMaps'

/** Several maps of one question, as one. */
export interface JoinedMaps {
  /** The maps in the order given, with one id for what is one thing. The first is as it was given. */
  readonly maps: readonly MapView[]
  /** Everything that any of them has, each thing once, as the first that has it says it; where the first map stands. */
  readonly all: MapView
  /** Where each map has its elements, in the order of `maps`. */
  readonly places: readonly AlignedMap['places'][]
}

/**
 * Joins maps that people made apart, or copies of one map: what has one name (or one id, `chooseMatching`) is one
 * element, and links between the same two are one. Never fails; none gives an empty map.
 * Cost: maps times the elements and links of all.
 */
export function joinMaps(maps: readonly [MapView, ...MapView[]]): JoinedMaps {
  const [first, ...others] = maps
  const aligned: MapView[] = [first]
  const elements = new Map<ElementId, MapElement>(first.elements)
  const links = new Map<LinkId, MapLink>(first.links)
  const places = [first.positions.get(boardView) ?? new Map()]
  let all: MapView = { ...first, elements, links }
  for (const other of others) {
    const { view, places: own } = alignMap(all, other)
    aligned.push(view)
    places.push(own)
    for (const [id, element] of view.elements) if (!elements.has(id)) elements.set(id, element)
    for (const [id, link] of view.links) if (!links.has(id)) links.set(id, link)
    all = { ...first, elements, links }
  }
  return { maps: aligned, all, places }
}
