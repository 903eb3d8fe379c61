import type { ElementId, LinkId } from '../../base/ids'
import { compareValues } from '../../base/textOrder'
import type { MapElement } from '../../model/element'
import { labelKey } from '../../model/label'
import type { MapLink } from '../../model/link'
import { readLoopKey, toFigureKey, toLoopKey } from '../../model/loopKey'
import type { MapView } from '../../model/mapView'
import { boardView, type Position } from '../../model/position'
import { tieTypesOf, wayOfTie } from '../../model/tie'

/** What tells that two elements of two maps are one: the id that they share, or their kind and name. */
export type MatchBy = 'id' | 'name'

export interface AlignedMap {
  /** The map as it was given, with the ids of the other for whatever both have. */
  readonly view: MapView
  readonly by: MatchBy
  /** They are moments or files of one map: where things stand and what the map is called can be told, too. */
  readonly isOneMap: boolean
  /** Where its elements stand on its own board, under those ids. */
  readonly places: ReadonlyMap<ElementId, Position>
}

/**
 * Gives a map the ids of another one for what both have, so that the two compare as two pictures of one map.
 *
 * By id (copies of one map): what has one id is one; of the rest, what has one kind and one name. By name (maps that
 * people made apart): what has one kind and one name, whatever its capitals and spaces; of several of one name the
 * first with the first. Links are one if their ends are, with their kind and the way they go. What only this map has
 * keeps its id, or gets one that the other has not.
 *
 * Unless they are one map, places, titles, looks and scenarios are no difference between the two: what both have stands
 * where the other has it, and the map calls itself what the other does.
 *
 * @param told how; `chooseMatching` finds it unless told. With `id`, every id means the same in both
 * Cost: linear in both maps.
 */
export function alignMap(reference: MapView, other: MapView, told?: MatchBy): AlignedMap {
  const by = told ?? chooseMatching(reference, other)
  const isOne = told === 'id' || isOneMap(reference, other)
  const means = (id: string): boolean => by === 'id' && (isOne || id.length >= chanceLength)
  const elementIds = matchElements(reference, other, means)
  const linkIds = matchLinks(reference, other, elementIds, means)
  const places = new Map(
    [...(other.positions.get(boardView) ?? [])].map(([id, place]) => [elementIds.get(id) ?? id, place] as const),
  )
  return { view: rename(reference, other, elementIds, linkIds, isOne, places), by, isOneMap: isOne, places }
}

/** From this length on ids are made by chance, as Weft makes them, and no number that a file gives. */
const chanceLength = 10

/**
 * `id` if ids mean the same in both maps: both tell the same moment at which they were made, as files of one map do; or
 * most elements with an id made by chance that both have are of one kind and name. What one file calls its third element
 * means nothing in another.
 */
export function chooseMatching(reference: MapView, other: MapView): MatchBy {
  if (isOneMap(reference, other)) return 'id'
  let [both, same] = [0, 0]
  for (const [id, element] of other.elements) {
    const there = id.length < chanceLength ? undefined : reference.elements.get(id)
    if (there === undefined) continue
    both += 1
    if (nameOf(there) === nameOf(element)) same += 1
  }
  return same * 2 > both ? 'id' : 'name'
}

function isOneMap({ meta }: MapView, other: MapView): boolean {
  return meta.createdAt !== undefined && meta.createdAt === other.meta.createdAt
}

/** Kind and name, as two people would say it; without a name the kind alone. */
function nameOf(element: MapElement): string {
  return `${element.kind} ${labelKey(element.label)}`
}

function matchElements(
  reference: MapView,
  other: MapView,
  means: (id: string) => boolean,
): ReadonlyMap<ElementId, ElementId> {
  const ids = new Map<ElementId, ElementId>()
  for (const id of other.elements.keys()) if (means(id) && reference.elements.has(id)) ids.set(id, id)
  const taken = new Set(ids.values())
  const free = new Map<string, ElementId[]>()
  for (const element of reference.elements.values()) {
    if (element.label.trim() === '' || taken.has(element.id)) continue
    const name = nameOf(element)
    free.set(name, [...(free.get(name) ?? []), element.id])
  }
  for (const element of other.elements.values()) {
    const match = ids.has(element.id) ? undefined : free.get(nameOf(element))?.shift()
    if (match !== undefined) ids.set(element.id, match)
  }
  return withFreshIds(other.elements.keys(), ids, reference.elements)
}

function matchLinks(
  reference: MapView,
  other: MapView,
  elementIds: ReadonlyMap<ElementId, ElementId>,
  means: (id: string) => boolean,
): ReadonlyMap<LinkId, LinkId> {
  const ids = new Map<LinkId, LinkId>()
  for (const id of other.links.keys()) if (means(id) && reference.links.has(id)) ids.set(id, id)
  const taken = new Set(ids.values())
  const free = new Map<string, LinkId[]>()
  const sameId = (id: ElementId): ElementId => id
  for (const link of reference.links.values()) {
    if (taken.has(link.id)) continue
    const course = courseOf(reference, link, sameId)
    free.set(course, [...(free.get(course) ?? []), link.id])
  }
  for (const link of other.links.values()) {
    const course = courseOf(other, link, (id) => elementIds.get(id) ?? id)
    const match = ids.has(link.id) ? undefined : free.get(course)?.shift()
    if (match !== undefined) ids.set(link.id, match)
  }
  return withFreshIds(other.links.keys(), ids, reference.links)
}

/** The same for two links of one kind that go the same way between the same elements. */
function courseOf(view: MapView, link: MapLink, idOf: (id: ElementId) => ElementId): string {
  const ends = [idOf(link.from), idOf(link.to)]
  if (link.kind !== 'tie') return [link.kind, ...ends].join(' ')
  const isOneWay = wayOfTie(link, tieTypesOf(view.meta)) === 'one-way'
  return [link.kind, link.type ?? '', isOneWay ? '>' : '-', ...(isOneWay ? ends : ends.sort(compareValues))].join(' ')
}

/** Everything of a map with the id that it is to have: that of its match, else its own, else one like it that is free. */
function withFreshIds<Id extends string>(
  all: Iterable<Id>,
  matched: ReadonlyMap<Id, Id>,
  reference: ReadonlyMap<Id, unknown>,
): ReadonlyMap<Id, Id> {
  const ids = new Map(matched)
  const used = new Set<string>([...reference.keys(), ...matched.values()])
  for (const id of all) {
    if (ids.has(id)) continue
    let fresh: string = id
    for (let number = 2; used.has(fresh); number += 1) fresh = `${id.slice(0, 56)}_${number}`
    used.add(fresh)
    ids.set(id, fresh as Id)
  }
  return ids
}

function rename(
  reference: MapView,
  other: MapView,
  elementIds: ReadonlyMap<ElementId, ElementId>,
  linkIds: ReadonlyMap<LinkId, LinkId>,
  isOne: boolean,
  places: ReadonlyMap<ElementId, Position>,
): MapView {
  const idOf = (id: ElementId): ElementId => elementIds.get(id) ?? id
  const linkIdOf = (id: LinkId): LinkId => linkIds.get(id) ?? id
  const elements = new Map<ElementId, MapElement>()
  for (const element of other.elements.values()) {
    const id = idOf(element.id)
    const there = reference.elements.get(id)
    const { unknown, ...known } = element
    const isOneName = there !== undefined && nameOf(there) === nameOf(element)
    elements.set(id, {
      ...known,
      ...(isOne && unknown !== undefined ? { unknown } : {}),
      id,
      label: isOneName && !isOne ? there.label : element.label,
    })
  }
  const links = new Map<LinkId, MapLink>()
  for (const link of other.links.values()) {
    const id = linkIdOf(link.id)
    const there = reference.links.get(id)
    // A tie without direction is the same from either end.
    const isTurned = there?.kind === 'tie' && there.from === idOf(link.to) && there.to === idOf(link.from)
    const { unknown, ...known } = link
    links.set(id, {
      ...known,
      ...(isOne && unknown !== undefined ? { unknown } : {}),
      id,
      from: idOf(isTurned && link.kind === 'tie' ? link.to : link.from),
      to: idOf(isTurned && link.kind === 'tie' ? link.from : link.to),
    })
  }
  const here = reference.positions.get(boardView)
  const board = new Map([...places].map(([id, place]) => [id, isOne ? place : (here?.get(id) ?? place)] as const))
  const loops = new Map(
    [...other.loops].map(([key, note]) => {
      const ids = readLoopKey(key).map(linkIdOf)
      return [note.archetype === undefined ? toLoopKey(ids) : toFigureKey(ids), note] as const
    }),
  )
  return {
    ...other,
    meta: isOne ? other.meta : reference.meta,
    elements,
    links,
    positions: new Map([[boardView, board]]),
    loops,
    views: reference.views,
    scenarios: reference.scenarios,
  }
}
