import type { ElementId } from '../base/ids'
import { limits } from '../base/limits'
import type { Json, JsonFields } from '../base/json'
import { fail, succeed } from '../base/result'
import type { ElementKind, MapElement } from '../model/element'
import { fieldsToWrite } from '../model/fieldsToWrite'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { followIds } from '../model/practice/followIds'
import { splitEntries } from '../model/scenarioEntries'
import type { Command } from './command'
import { describeLocked, findElement, refuse } from './findRecords'
import { addMissing, joinTexts } from './joinFields'
import { mergeLinks } from './mergeLinks'

/** Kinds of which several may mean the same thing. A note is its text, and scenery means nothing. */
export const mergeableKinds: readonly ElementKind[] = ['variable', 'stakeholder', 'action']

export interface MergeInput {
  readonly into: ElementId
  readonly others: readonly ElementId[]
}

/** True for elements of which one may be made: two or more, of one kind that may be merged. */
export function canMerge(elements: readonly MapElement[]): boolean {
  const kind = elements[0]?.kind
  return elements.length > 1 && elements.every((one) => one.kind === kind && mergeableKinds.includes(one.kind))
}

/** What to merge where nobody says which is to stay: the one with the most links does, of as many the first. */
export function toMerge(view: Pick<MapView, 'links'>, ids: readonly ElementId[]): MergeInput {
  const links = new Map<ElementId, number>()
  for (const { from, to } of view.links.values()) {
    for (const end of [from, to]) links.set(end, (links.get(end) ?? 0) + 1)
  }
  const count = (id: ElementId): number => links.get(id) ?? 0
  const [into = '' as ElementId, ...others] = ids.toSorted((one, other) => count(other) - count(one))
  return { into, others }
}

/**
 * Makes one element of several of a kind that mean the same. The one that stays keeps its name, place and what is said
 * of it, and takes over what it does not say itself: fields, tags, descriptions, places in other views, what scenarios
 * hold and wish. Links of the others lead to it; `mergeLinks` says what becomes of those that meet. Refused if one of
 * them is locked.
 *
 * @example
 * editor.run(mergeElements, { into: price, others: [prices] })
 */
export const mergeElements: Command<MergeInput> = (view, { into, others }, context) => {
  const kept = findElement(view, into)
  if (!kept.ok) return kept
  const going: MapElement[] = []
  for (const id of new Set(others)) {
    if (id === into) continue
    const found = findElement(view, id)
    if (!found.ok) return found
    going.push(found.value)
  }
  const all = [kept.value, ...going]
  if (going.length === 0) return refuse('needs-two')
  if (!canMerge(all)) return refuse('not-alike')
  const locked = all.filter((element) => element.locked === true)
  if (locked.length > 0) return fail(describeLocked(locked))
  const gone = new Set(going.map(({ id }) => id))
  return succeed({
    changes: [
      ...joinElements(kept.value, going),
      ...mergeLinks(view, into, gone, context),
      ...movePlaces(view, into, gone),
      ...moveEntries(view, into, gone),
      ...movePractices(view, into, gone),
      ...going.map(({ id }): RecordChange => ({ kind: 'delete', root: 'elements', id })),
    ],
    whole: true,
    label: { step: 'merged', count: all.length, ...(kept.value.label === '' ? {} : { name: kept.value.label }) },
    select: { elements: [into], links: [] },
  })
}

/** What of an element is its own, and never taken over. */
const own: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'label', 'locked', 'z', 'paint', 'createdBy', 'createdAt'],
  ...['description', 'tags', 'extra'],
])

function joinElements(kept: MapElement, going: readonly MapElement[]): readonly RecordChange[] {
  const fields: Record<string, Json | undefined> = addMissing(kept, going, own)
  const description = joinTexts([kept, ...going].map((element) => element.description))
  if (description !== kept.description) fields['description'] = description
  const tags = [...new Set([kept, ...going].flatMap((element) => element.tags ?? []))].slice(0, limits.tagsPerElement)
  if (tags.length > (kept.tags?.length ?? 0)) fields['tags'] = tags
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'set', root: 'elements', id: kept.id, fields }]
}

/** In a view in which the one that stays has no place it takes that of the first that has one. */
function movePlaces(view: MapView, into: ElementId, gone: ReadonlySet<ElementId>): readonly RecordChange[] {
  const changes: RecordChange[] = []
  for (const [id, places] of view.positions) {
    const placed = [...gone].filter((one) => places.has(one))
    const [first] = placed
    const place = first === undefined ? undefined : places.get(first)
    if (!places.has(into) && place !== undefined) {
      changes.push({ kind: 'place', view: id, id: into, position: place })
    }
    for (const one of placed) changes.push({ kind: 'place', view: id, id: one, position: null })
  }
  return changes
}

/** What practices keep of those that go is of the one that stays. */
function movePractices(view: MapView, into: ElementId, gone: ReadonlySet<ElementId>): readonly RecordChange[] {
  const ids = new Map<string, string>([...gone].map((id) => [id, into]))
  const changes: RecordChange[] = []
  for (const [id, record] of view.practices) {
    const { [id]: moved = record } = followIds({ [id]: record }, ids)
    const fields = fieldsToWrite(record as JsonFields, moved as JsonFields)
    if (Object.keys(fields).length > 0) changes.push({ kind: 'set', root: 'practices', id, fields })
  }
  return changes
}

/** What scenarios hold and wish of those that go holds for the one that stays, unless they say something of it. */
function moveEntries(view: MapView, into: ElementId, gone: ReadonlySet<ElementId>): readonly RecordChange[] {
  const changes: RecordChange[] = []
  for (const [id, scenario] of view.scenarios) {
    const moved: Record<string, Json> = {}
    for (const table of ['clamps', 'preferred'] as const) {
      const entries: Readonly<Record<string, Json>> = scenario[table] ?? {}
      const said = Object.entries(entries)
      const stay = said.filter(([key]) => !gone.has(key as ElementId))
      if (stay.length === said.length) continue
      const [first] = said.filter(([key]) => gone.has(key as ElementId))
      moved[table] = { ...(first === undefined ? {} : { [into]: first[1] }), ...Object.fromEntries(stay) }
    }
    const fields = splitEntries(scenario, moved)
    if (Object.keys(fields).length > 0) changes.push({ kind: 'set', root: 'scenarios', id, fields })
  }
  return changes
}
