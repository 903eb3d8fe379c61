import type { ElementId, LinkId } from '../base/ids'
import { isSameJson, type Json, type JsonFields } from '../base/json'
import { claimantOf } from '../model/claim'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { Polarity } from '../model/causalLink'
import { toMetaFields, toRecordFields } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import { compareLoops, type CompareBounds, type LoopComparison } from './compareLoops'

/**
 * Canvas units from which on an element counts as moved: more than the width of a card. Whoever tidies up moves things
 * a little all the time, and that is no news.
 */
export const farMove = 240

/** One field of a record that is not what it was. Absent on the side where the record did not have it. */
export interface FieldChange {
  /** As the record has it (`stance`, `description`, `tags`), a field of the map's own as `field:<id>`. */
  readonly field: string
  readonly before?: Json
  readonly after?: Json
}

/** An element that is called otherwise. */
export interface RenamedElement {
  readonly id: ElementId
  readonly before: string
  readonly after: string
}

/** An element that stands elsewhere on the board, `farMove` or more away. */
export interface MovedElement {
  readonly id: ElementId
  readonly before: Position
  readonly after: Position
  /** Between the two centres, in canvas units. */
  readonly distance: number
}

/** A record of which other fields changed than those that have a list of their own. Never empty. */
export interface EditedRecord<Id> {
  readonly id: Id
  readonly fields: readonly FieldChange[]
}

/** A causal link with another sign; `?` where nobody said one. */
export interface ReSignedLink {
  readonly id: LinkId
  readonly before: Polarity
  readonly after: Polarity
}

/** A link that begins or ends at another element. */
export interface ReconnectedLink {
  readonly id: LinkId
  readonly before: { readonly from: ElementId; readonly to: ElementId }
  readonly after: { readonly from: ElementId; readonly to: ElementId }
}

/**
 * What is different between two pictures of one map. Records are the same if their ids are: what was deleted and drawn
 * anew is removed and added. A record may stand in several lists (renamed and moved), but not in `added` or `removed`
 * and another. Every list is in the order of the map it speaks of: that of `after`, or for what is gone, of `before`.
 *
 * What is left out, since it is no news to people: who drew a thing and when, order of drawing, bow of an arc, positions
 * in other views than the board, moves under `farMove`, what people claim of links, looks and scenarios.
 */
export interface MapComparison {
  readonly title: { readonly before: string; readonly after: string } | undefined
  /** What the map says of itself besides its title: description, style of signs, definitions of fields, sectors, ties. */
  readonly meta: readonly FieldChange[]
  readonly elements: {
    readonly added: readonly MapElement[]
    /** As they were. */
    readonly removed: readonly MapElement[]
    readonly renamed: readonly RenamedElement[]
    readonly moved: readonly MovedElement[]
    /** Without `label`, which is `renamed`. A variable that became an action has a changed `kind`. */
    readonly edited: readonly EditedRecord<ElementId>[]
  }
  readonly links: {
    readonly added: readonly MapLink[]
    /** As they were. Links of a removed element are among them. */
    readonly removed: readonly MapLink[]
    readonly reSigned: readonly ReSignedLink[]
    /** Causal links of which somebody said, or took back, that their effect comes late. */
    readonly delayChanged: readonly { readonly id: LinkId; readonly delayed: boolean }[]
    readonly reconnected: readonly ReconnectedLink[]
    /** Without sign, delay and ends. A link of another kind has a changed `kind`. */
    readonly edited: readonly EditedRecord<LinkId>[]
  }
  readonly loops: LoopComparison
}

/**
 * Compares two pictures of one map, the older first. Never fails; equal maps give empty lists, and whatever is listed
 * is so, also where a bound ended the comparison of loops (`LoopComparison.upTo`, `isAll`).
 *
 * @param bounds of the search for loops; give `isOver` where a person waits
 * Cost: linear in elements and links, with one pass over the fields of those that are not the same object; loops, see
 *   `compareLoops`: nothing if no causal link came, went or changed.
 */
export function compareMaps(before: MapView, after: MapView, bounds?: CompareBounds): MapComparison {
  const { title: _before, ...metaBefore } = toMetaFields(before.meta)
  const { title: _after, ...metaAfter } = toMetaFields(after.meta)
  return {
    title: before.meta.title === after.meta.title ? undefined : { before: before.meta.title, after: after.meta.title },
    meta: before.meta === after.meta ? [] : compareFields(metaBefore, metaAfter, (field) => unsaidOfMeta.has(field)),
    elements: compareElements(before, after),
    links: compareLinks(before, after),
    loops: compareLoops(before, after, bounds),
  }
}

/** True if nothing is different that a comparison tells of. */
export function isSameMap({ title, meta, elements, links, loops }: MapComparison): boolean {
  const lists: readonly (readonly unknown[])[] = [
    meta,
    ...Object.values(elements),
    ...Object.values(links),
    loops.gained,
    loops.broken,
    loops.flipped,
    loops.renamed,
  ]
  return title === undefined && lists.every(({ length }) => length === 0)
}

const unsaidOfMeta: ReadonlySet<string> = new Set(['schemaVersion', 'createdAt'])
const unsaidOfElements: ReadonlySet<string> = new Set(['label', 'createdBy', 'createdAt', 'z'])
const unsaidOfLinks: ReadonlySet<string> = new Set([
  'polarity',
  'delay',
  'from',
  'to',
  'createdBy',
  'createdAt',
  'createdAs',
  'curvature',
])

function compareElements(before: MapView, after: MapView): MapComparison['elements'] {
  const added: MapElement[] = []
  const renamed: RenamedElement[] = []
  const moved: MovedElement[] = []
  const edited: EditedRecord<ElementId>[] = []
  const [placesBefore, placesAfter] = [before.positions.get(boardView), after.positions.get(boardView)]
  for (const [id, element] of after.elements) {
    const was = before.elements.get(id)
    if (was === undefined) {
      added.push(element)
      continue
    }
    const move = comparePlaces(placesBefore?.get(id), placesAfter?.get(id))
    if (move !== undefined) moved.push({ id, ...move })
    if (was === element) continue
    if (was.label !== element.label) renamed.push({ id, before: was.label, after: element.label })
    const fields = compareFields(toRecordFields(was), toRecordFields(element), (field) => unsaidOfElements.has(field))
    if (fields.length > 0) edited.push({ id, fields })
  }
  return { added, removed: listMissing(before.elements, after.elements), renamed, moved, edited }
}

function comparePlaces(
  before: Position | undefined,
  after: Position | undefined,
): Omit<MovedElement, 'id'> | undefined {
  if (before === undefined || after === undefined || before === after) return undefined
  const distance = Math.hypot(after.x - before.x, after.y - before.y)
  return distance < farMove ? undefined : { before, after, distance }
}

function compareLinks(before: MapView, after: MapView): MapComparison['links'] {
  const added: MapLink[] = []
  const reSigned: ReSignedLink[] = []
  const delayChanged: { id: LinkId; delayed: boolean }[] = []
  const reconnected: ReconnectedLink[] = []
  const edited: EditedRecord<LinkId>[] = []
  for (const [id, link] of after.links) {
    const was = before.links.get(id)
    if (was === undefined) {
      added.push(link)
      continue
    }
    if (was === link) continue
    if (was.kind === 'causal' && link.kind === 'causal') {
      const [signBefore, signAfter] = [was.polarity ?? '?', link.polarity ?? '?']
      if (signBefore !== signAfter) reSigned.push({ id, before: signBefore, after: signAfter })
      const delayed = link.delay === true
      if (delayed !== (was.delay === true)) delayChanged.push({ id, delayed })
    }
    if (was.from !== link.from || was.to !== link.to) {
      const [from, to] = [was, link].map((one) => ({ from: one.from, to: one.to }))
      if (from !== undefined && to !== undefined) reconnected.push({ id, before: from, after: to })
    }
    const isUnsaid = (field: string): boolean => unsaidOfLinks.has(field) || claimantOf(field) !== undefined
    const fields = compareFields(toRecordFields(was), toRecordFields(link), isUnsaid)
    if (fields.length > 0) edited.push({ id, fields })
  }
  return { added, removed: listMissing(before.links, after.links), reSigned, delayChanged, reconnected, edited }
}

function listMissing<Id, One>(before: ReadonlyMap<Id, One>, after: ReadonlyMap<Id, One>): readonly One[] {
  const missing: One[] = []
  for (const [id, one] of before) if (!after.has(id)) missing.push(one)
  return missing
}

/** Fields of either that the other has otherwise; an empty text is the same as none. */
function compareFields(
  before: JsonFields,
  after: JsonFields,
  isUnsaid: (field: string) => boolean,
): readonly FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isUnsaid(field)) continue
    const [was, is] = [readSaid(before, field), readSaid(after, field)]
    if (isSameJson(was, is)) continue
    changes.push({
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    })
  }
  return changes
}

function readSaid(fields: JsonFields, field: string): Json | undefined {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  return value === '' ? undefined : value
}
