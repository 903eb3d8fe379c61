import type { ElementId, LinkId } from '../../lib/base/ids'
import type { PastedLink } from '../../lib/formats/pasteList'
import { labelKey } from '../../lib/model/label'
import { findPlaces } from '../../lib/layout/placeMissing'
import { isLinkable, type MapElement } from '../../lib/model/element'
import type { MapLink } from '../../lib/model/link'
import type { MapView } from '../../lib/model/mapView'
import type { Position } from '../../lib/model/position'

/**
 * Places for the new variables of a list with links: where automatic layout would put them if they
 * and their links were on the map already.
 */
export function arrangeList(
  view: MapView,
  labels: readonly string[],
  links: readonly PastedLink[],
): readonly { readonly label: string; readonly at: Position }[] {
  const ids = new Map<string, ElementId>()
  for (const element of view.elements.values()) {
    if (isLinkable(element) && !ids.has(labelKey(element.label))) ids.set(labelKey(element.label), element.id)
  }
  const elements = new Map(view.elements)
  for (const [index, label] of labels.entries()) {
    const id = `new-${index}` as ElementId
    ids.set(labelKey(label), id)
    elements.set(id, { id, kind: 'variable', label, description: '' } satisfies MapElement)
  }
  const allLinks = new Map(view.links)
  for (const [index, { from, to }] of links.entries()) {
    const [start, end] = [ids.get(labelKey(from)), ids.get(labelKey(to))]
    if (start === undefined || end === undefined || start === end) continue
    const id = `new-${index}` as LinkId
    allLinks.set(id, { id, kind: 'causal', from: start, to: end, description: '' } satisfies MapLink)
  }
  const places = findPlaces({ ...view, elements, links: allLinks })
  return labels.map((label) => {
    const id = ids.get(labelKey(label))
    return { label, at: (id === undefined ? undefined : places.get(id)) ?? { x: 0, y: 0 } }
  })
}
