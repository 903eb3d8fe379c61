import type { MapView } from '../../../lib/model/mapView'
import { sectorsOf } from '../../../lib/model/sector'
import { tieTypesOf } from '../../../lib/model/tie'

/** All text that a picture of this map may show, to know which letters it needs. */
export function textOfView(view: MapView): string {
  const { title, ring1 = '', ring2 = '', ring3 = '', ring4 = '' } = view.meta
  const texts = [title, ring1, ring2, ring3, ring4]
  const defined = [...sectorsOf(view.meta).offered, ...tieTypesOf(view.meta).offered]
  for (const { name = '', tag } of defined) texts.push(name, tag)
  for (const element of view.elements.values()) {
    texts.push(element.label, element.paint?.tag ?? '')
    if (element.kind === 'stakeholder') texts.push(element.sector ?? '')
  }
  for (const link of view.links.values()) {
    if (link.label !== undefined) texts.push(link.label)
    if (link.kind === 'tie') texts.push(link.type ?? '')
  }
  for (const { name } of view.loops.values()) if (name !== undefined) texts.push(name)
  return texts.join(' ')
}
