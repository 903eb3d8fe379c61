import type { ElementId, LinkId, ViewId } from '../../../lib/base/ids'
import type { MapComparison } from '../../../lib/analysis/compareMaps'
import type { Hue } from '../../../lib/model/hue'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import type { Polarity } from '../../../lib/model/causalLink'
import type { ElementPaint, LinkPaint } from '../../../lib/model/paint'
import { boardView, type Position } from '../../../lib/model/position'

/** What became of something since a version. */
export type Fate = 'added' | 'removed' | 'changed'

/** How each is shown: by colour, and by a sign for those who do not tell colours apart. */
export const fateLooks: Readonly<Record<Fate, { readonly hue: Hue; readonly tag: string }>> = {
  added: { hue: 'green', tag: '+' },
  removed: { hue: 'red', tag: '−' },
  changed: { hue: 'yellow', tag: '≠' },
}

/** What became of every element and link that is not as it was. */
interface Fates {
  readonly elements: ReadonlyMap<ElementId, Fate>
  readonly links: ReadonlyMap<LinkId, LinkPaint>
}

const signs: Readonly<Record<Polarity, string>> = { '+': '+', '-': '−', '?': '?' }

function findFates({ elements, links }: MapComparison): Fates {
  const fates = new Map<ElementId, Fate>()
  for (const { id } of [...elements.renamed, ...elements.moved, ...elements.edited]) fates.set(id, 'changed')
  for (const { id } of elements.removed) fates.set(id, 'removed')
  for (const { id } of elements.added) fates.set(id, 'added')
  const paints = new Map<LinkId, LinkPaint>()
  for (const { id } of [...links.delayChanged, ...links.reconnected, ...links.edited]) {
    paints.set(id, fateLooks.changed)
  }
  // What the sign was and is: of all that changes on a link it is what turns its meaning round.
  for (const { id, before, after } of links.reSigned) {
    paints.set(id, { ...fateLooks.changed, tag: `${signs[before]}→${signs[after]}` })
  }
  for (const { id } of links.removed) paints.set(id, { ...fateLooks.removed, dashed: true })
  for (const { id } of links.added) paints.set(id, fateLooks.added)
  return { elements: fates, links: paints }
}

/** The map with what has a fate standing out, and all else drawn faintly. */
function paintFates(view: MapView, fates: Fates): Pick<MapView, 'elements' | 'links'> {
  const elements = new Map<ElementId, MapElement>()
  for (const [id, element] of view.elements) {
    const fate = fates.elements.get(id)
    const paint: ElementPaint = fate === undefined ? { faded: true } : fateLooks[fate]
    elements.set(id, { ...element, paint })
  }
  const links = new Map<LinkId, MapLink>()
  for (const [id, link] of view.links) links.set(id, { ...link, paint: fates.links.get(id) ?? { faded: true } })
  return { elements, links }
}

/**
 * One of two compared maps by itself, with what the other has not or has otherwise standing out. Where nothing is
 * different, the map as it is. Cost: linear.
 */
export function paintSide(view: MapView, comparison: MapComparison): MapView {
  const fates = findFates(comparison)
  return fates.elements.size === 0 && fates.links.size === 0 ? view : { ...view, ...paintFates(view, fates) }
}

/**
 * The map as it was, with what has changed since: what came since stands where it is now, what went is where it was, and
 * all of it stands out from what is as it was. Where nothing changed, the map as it was.
 * Cost: linear.
 */
export function paintChanges(then: MapView, now: MapView, comparison: MapComparison): MapView {
  const fates = findFates(comparison)
  if (fates.elements.size === 0 && fates.links.size === 0) return then
  const both: MapView = {
    ...then,
    elements: new Map([...then.elements, ...comparison.elements.added.map((one) => [one.id, one] as const)]),
    links: new Map([...then.links, ...comparison.links.added.map((one) => [one.id, one] as const)]),
  }
  const places = new Map<ElementId, Position>(then.positions.get(boardView))
  for (const { id } of comparison.elements.added) {
    const place = now.positions.get(boardView)?.get(id)
    if (place !== undefined) places.set(id, place)
  }
  const positions = new Map<ViewId, ReadonlyMap<ElementId, Position>>([...then.positions, [boardView, places]])
  return { ...both, ...paintFates(both, fates), positions }
}
