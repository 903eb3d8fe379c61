import { customFieldOf, readCustomFields } from './customField'
import type { MapElement, Stakeholder } from './element'
import type { MapView } from './mapView'
import { isPersonalName } from './personalName'

/** What is said of stakeholders that they may mind being passed on: where they stand, what they can do, how to reach them. */
export const personalFields = [
  'stance',
  'power',
  'influence',
  'legitimacy',
  'urgency',
  'contact',
] as const satisfies readonly (keyof Stakeholder)[]
type PersonalField = (typeof personalFields)[number]

/** Whether the map says any of it. Cost: linear in elements. */
export function hasPersonalFields(view: Pick<MapView, 'elements' | 'meta'>): boolean {
  const isOpen = openNames(view)
  for (const element of view.elements.values()) if (saysPersonal(element, isOpen)) return true
  return false
}

/**
 * The same map without what is personal; elements that say none of it keep their identity, and so does the
 * map if none does. Of the map's own fields those that are marked go, and what elements say in fields that the map
 * does not have (any more), since nobody could look at it first; so does what an import kept under names that
 * `isPersonalName`. Cost: linear in elements.
 * @param shown fields that are what is asked for, such as power for a picture of the grid
 */
export function leavePersonalOut<View extends Pick<MapView, 'elements' | 'meta'>>(
  view: View,
  shown: readonly PersonalField[] = [],
): View {
  if (!hasPersonalFields(view)) return view
  const isOpen = openNames(view)
  const elements = new Map(view.elements)
  for (const [id, element] of elements) {
    if (!saysPersonal(element, isOpen)) continue
    const kept: Partial<Record<string, unknown>> = { ...element }
    if (element.kind === 'stakeholder')
      for (const field of personalFields) if (!shown.includes(field)) delete kept[field]
    for (const part of ['unknown', 'extra'] as const) {
      const rest = Object.entries(element[part] ?? {}).filter(([name]) => isOpen(element, name))
      if (rest.length > 0) kept[part] = Object.fromEntries(rest)
      else delete kept[part]
    }
    elements.set(id, kept as unknown as Stakeholder)
  }
  return { ...view, elements }
}

type NameJudge = (element: MapElement, name: string) => boolean

/** Whether what an element says under a name that Weft has no field for may be passed on. */
function openNames({ meta }: Pick<MapView, 'meta'>): NameJudge {
  const open = new Set(readCustomFields(meta).flatMap(({ id, personal }) => (personal === true ? [] : [id])))
  const judge = (isStakeholder: boolean): ((name: string) => boolean) => {
    const known = new Map<string, boolean>()
    return (name) => {
      const field = customFieldOf(name)
      const isOpen = known.get(name) ?? (field === undefined ? !isPersonalName(name, isStakeholder) : open.has(field))
      known.set(name, isOpen)
      return isOpen
    }
  }
  const [ofStakeholders, ofOthers] = [judge(true), judge(false)]
  return ({ kind }, name) => (kind === 'stakeholder' ? ofStakeholders : ofOthers)(name)
}

function saysPersonal(element: MapElement, isOpen: NameJudge): boolean {
  for (const said of [element.unknown, element.extra]) {
    if (said !== undefined && !Object.keys(said).every((name) => isOpen(element, name))) return true
  }
  return element.kind === 'stakeholder' && personalFields.some((field) => element[field] !== undefined)
}
