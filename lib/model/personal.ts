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
export function hasPersonalFields({ elements }: Pick<MapView, 'elements'>): boolean {
  for (const element of elements.values()) if (saysPersonal(element)) return true
  return false
}

/**
 * The same map without what is personal; elements that say none of it keep their identity, and so does the
 * map if none does. Cost: linear in elements.
 */
export function leavePersonalOut<View extends Pick<MapView, 'elements'>>(view: View): View {
  if (!hasPersonalFields(view)) return view
  const elements = new Map(view.elements)
  for (const [id, element] of elements) {
    if (!saysPersonal(element)) continue
    const kept: Partial<Record<string, unknown>> = { ...element }
    for (const field of personalFields) delete kept[field]
    elements.set(id, kept as unknown as Stakeholder)
  }
  return { ...view, elements }
}

function saysPersonal(element: MapElement): boolean {
  return element.kind === 'stakeholder' && personalFields.some((field) => element[field] !== undefined)
}
