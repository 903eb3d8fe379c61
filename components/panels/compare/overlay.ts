import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { MapComparison } from '../../../lib/analysis/compareMaps'
import type { AlignedMap } from '../../../lib/analysis/learning/alignMaps'
import type { JoinedMaps } from '../../../lib/analysis/learning/joinMaps'
import type { AgreementStanding, MapAgreement } from '../../../lib/analysis/learning/mapAgreement'
import { placeNewcomers } from '../../../lib/breakout/placeNewcomers'
import type { Hue } from '../../../lib/model/hue'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { shades, type Shade } from '../../../lib/model/paint'
import { boardView, type Position } from '../../../lib/model/position'
import { paintChanges, paintSide } from '../versions/paintChanges'

/** A map on its own board. */
function standWhere(view: MapView, places: ReadonlyMap<ElementId, Position>): MapView {
  return { ...view, positions: new Map([[boardView, places]]) }
}

/** A map with what another one has besides, each where it covers nothing, as it stands there to what both have. */
function placeAmong(on: MapView, other: MapView, places: AlignedMap['places'], ids: Iterable<ElementId>): MapView {
  const map = standWhere(other, places)
  const comers = [...ids].flatMap((id) => {
    const element = other.elements.get(id)
    return element === undefined ? [] : [{ id, group: '', map, element }]
  })
  const found = placeNewcomers(on, comers, (_, id) => id)
  return standWhere(on, new Map([...(on.positions.get(boardView) ?? []), ...found]))
}

/** Two compared maps as three pictures. */
export interface ComparedPictures {
  /** The first map with what only the second has laid over it. */
  readonly overlaid: MapView
  readonly first: MapView
  /** As it stands on its own board. */
  readonly second: MapView
}

/** Draws what differs into two maps, one over the other and each by itself. Cost: as `placeNewcomers`. */
export function paintPair(
  first: MapView,
  { view, places, isOneMap }: AlignedMap,
  comparison: MapComparison,
): ComparedPictures {
  const added = comparison.elements.added.map(({ id }) => id)
  // What was drawn on the same board stands where it was drawn.
  const placed = isOneMap ? view : placeAmong(first, view, places, added)
  return {
    overlaid: paintChanges(first, placed, comparison),
    first: paintSide(first, comparison),
    second: paintSide(standWhere(view, places), comparison),
  }
}

/** How a link of several maps is shown: by colour, and by characters for those who do not tell colours apart. */
export const standingLooks: Readonly<Record<AgreementStanding, { readonly hue: Hue }>> = {
  core: { hue: 'blue' },
  contested: { hue: 'red' },
  some: { hue: 'teal' },
  unique: { hue: 'grey' },
}

/** Says that maps give a link opposite signs. */
export const contestedTag = '±'

/**
 * All maps as one: the more maps have a link, the wider its line; on it how many have it, or `±` where they give it
 * opposite signs. Elements are the darker the more maps have them, with the number of maps. What one map alone has is
 * dashed. Cost: as `placeNewcomers`.
 */
export function paintAgreement({ all, maps, places }: JoinedMaps, agreement: MapAgreement): MapView {
  let placed = all
  for (const [index, map] of maps.entries()) {
    const known = placed.positions.get(boardView)
    const missing = [...map.elements.keys()].filter((id) => known?.has(id) !== true)
    placed = placeAmong(placed, map, places[index] ?? new Map(), missing)
  }
  const elements = new Map<ElementId, MapElement>()
  for (const { id, support, maps: having } of agreement.elements) {
    const element = all.elements.get(id)
    if (element === undefined) continue
    elements.set(id, { ...element, paint: { shade: shadeOf(support), tag: String(having.length) } })
  }
  const links = new Map<LinkId, MapLink>()
  for (const { id, support, standing, maps: having } of agreement.links) {
    const link = all.links.get(id)
    if (link === undefined) continue
    const tag = standing === 'contested' ? contestedTag : String(having.length)
    const paint = { ...standingLooks[standing], tag, ...(standing === 'unique' ? { dashed: true } : {}) }
    // A width has three steps, those of weak, medium and strong.
    const drawn = { ...link, strength: support, paint }
    links.set(id, drawn.kind === 'causal' && standing === 'contested' ? { ...drawn, polarity: '?' } : drawn)
  }
  return { ...all, elements, links, positions: placed.positions }
}

function shadeOf(support: number): Shade {
  return shades[Math.min(shades.length, Math.max(1, Math.ceil(support * shades.length))) - 1] ?? 1
}
