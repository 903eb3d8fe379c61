import { customFieldOf, readCustomFields } from './customField'
import type { MapElement, Stakeholder } from './element'
import type { MapLink } from './link'
import type { MapView } from './mapView'
import { isPersonalName } from './personalName'

/** What is said of stakeholders that they may mind being passed on: where they stand, what they can do, how to reach them. */
export const personalFields = [
  'stance',
  'power',
  'interest',
  'influence',
  'legitimacy',
  'urgency',
  'contact',
] as const satisfies readonly (keyof Stakeholder)[]
type PersonalField = (typeof personalFields)[number]

type PersonalParts = Pick<MapView, 'elements' | 'links' | 'meta'>

/** Whether the map says any of it. Cost: linear in elements and links. */
export function hasPersonalFields(view: PersonalParts): boolean {
  const isOpen = openNames(view)
  for (const element of view.elements.values()) if (saysPersonal(element, isOpen)) return true
  for (const link of view.links.values()) if (saysPersonalOfLink(link)) return true
  return false
}

/** What of a map is personal, by name. */
export interface PersonalList {
  /** Weft's own fields that somebody has, in their order. */
  readonly fields: readonly PersonalField[]
  /** Names of the map's own fields, and those under which an import kept something; as they are first met. */
  readonly names: readonly string[]
  /** Something is said in a field that the map does not have any more. */
  readonly hasDeleted: boolean
}

/** Names what `leavePersonalOut` leaves out. Cost: linear in elements and links. */
export function listPersonal(view: PersonalParts): PersonalList {
  const isOpen = openNames(view)
  const own = new Map<string, string>(readCustomFields(view.meta).map(({ id, name }) => [id, name]))
  const fields = new Set<PersonalField>()
  const names = new Set<string>()
  let hasDeleted = false
  for (const element of view.elements.values()) {
    if (element.kind === 'stakeholder')
      for (const field of personalFields) if (element[field] !== undefined) fields.add(field)
    for (const name of [...Object.keys(element.unknown ?? {}), ...Object.keys(element.extra ?? {})]) {
      if (isOpen(element, name)) continue
      const id = customFieldOf(name)
      const said = id === undefined ? name : own.get(id)
      if (said === undefined) hasDeleted = true
      else names.add(said)
    }
  }
  for (const { extra = {} } of view.links.values())
    for (const name of Object.keys(extra)) if (isPersonalName(name, false)) names.add(name)
  return { fields: personalFields.filter((field) => fields.has(field)), names: [...names], hasDeleted }
}

/**
 * The same map without what is personal; elements that say none of it keep their identity, and so does the
 * map if none does. Of the map's own fields those that are marked go, and what elements say in fields that the map
 * does not have (any more), since nobody could look at it first; so does what an import kept under names that
 * `isPersonalName`, of elements and of links. Cost: linear in elements and links.
 * @param shown fields that are what is asked for, such as power and interest for a picture of the grid
 */
export function leavePersonalOut<View extends PersonalParts>(view: View, shown: readonly PersonalField[] = []): View {
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
  const links = new Map(view.links)
  for (const [id, link] of links) {
    if (!saysPersonalOfLink(link)) continue
    const { extra = {}, ...kept } = link
    const rest = Object.entries(extra).filter(([name]) => !isPersonalName(name, false))
    links.set(id, rest.length > 0 ? { ...kept, extra: Object.fromEntries(rest) } : kept)
  }
  return { ...view, elements, links }
}

/** What an import kept beside a tie may say how to reach somebody as well. */
function saysPersonalOfLink({ extra }: MapLink): boolean {
  return extra !== undefined && Object.keys(extra).some((name) => isPersonalName(name, false))
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
