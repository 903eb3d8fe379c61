import { customFieldOf, readCustomFields } from './customField'
import type { MapElement, Stakeholder } from './element'
import type { MapView } from './mapView'

/** What is said of stakeholders that they may mind being passed on: where they stand, what they can do, how to reach them. */
export const personalFields = [
  'stance',
  'power',
  'influence',
  'legitimacy',
  'urgency',
  'contact',
] as const satisfies readonly (keyof Stakeholder)[]

/** Whether the map says any of it. Cost: linear in elements. */
export function hasPersonalFields(view: Pick<MapView, 'elements' | 'meta'>): boolean {
  const isOpen = openFields(view)
  for (const element of view.elements.values()) if (saysPersonal(element, isOpen)) return true
  return false
}

/**
 * The same map without what is personal; elements that say none of it keep their identity, and so does the
 * map if none does. Of the map's own fields those that are marked go, and what elements say in fields that the map
 * does not have (any more), since nobody could look at it first. Cost: linear in elements.
 */
export function leavePersonalOut<View extends Pick<MapView, 'elements' | 'meta'>>(view: View): View {
  if (!hasPersonalFields(view)) return view
  const isOpen = openFields(view)
  const elements = new Map(view.elements)
  for (const [id, element] of elements) {
    if (!saysPersonal(element, isOpen)) continue
    const kept: Partial<Record<string, unknown>> = { ...element }
    if (element.kind === 'stakeholder') for (const field of personalFields) delete kept[field]
    const unknown = Object.entries(element.unknown ?? {}).filter(([key]) => isOpen(key))
    if (unknown.length > 0) kept['unknown'] = Object.fromEntries(unknown)
    else delete kept['unknown']
    elements.set(id, kept as unknown as Stakeholder)
  }
  return { ...view, elements }
}

/** Whether what an element says under this key may be passed on: anything but the map's own personal fields. */
function openFields({ meta }: Pick<MapView, 'meta'>): (key: string) => boolean {
  const open = new Set(readCustomFields(meta).flatMap(({ id, personal }) => (personal === true ? [] : [id])))
  return (key) => {
    const field = customFieldOf(key)
    return field === undefined || open.has(field)
  }
}

function saysPersonal(element: MapElement, isOpen: (key: string) => boolean): boolean {
  const { unknown } = element
  if (unknown !== undefined && !Object.keys(unknown).every(isOpen)) return true
  return element.kind === 'stakeholder' && personalFields.some((field) => element[field] !== undefined)
}
