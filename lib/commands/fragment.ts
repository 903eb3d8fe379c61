import * as z from 'zod/mini'
import { createId, type ElementId, type LinkId } from '../base/ids'
import type { Json, JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { succeed, type Result } from '../base/result'
import { statementOf } from '../model/claimSpread'
import { customFieldKey, customFieldOf } from '../model/customField'
import type { MapElement } from '../model/element'
import { elementIdField, jsonField, linkIdField } from '../model/fields'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { MapMeta } from '../model/meta'
import {
  boardView,
  isPlaceable,
  storedPositionSchema,
  toPosition,
  toStoredPosition,
  type Position,
} from '../model/position'
import { findMissingEnd, readElement, readLink } from '../model/readRecord'
import { sectorDefinitionField } from '../model/sector'
import { tieDefinitionField } from '../model/tie'
import type { CommandContext, CommandProblem } from './command'
import { presentFields } from './fieldChanges'
import { refuse } from './findRecords'

/** A part of a map on its way to another place or another map: what the clipboard carries. */
export interface Fragment {
  readonly elements: ReadonlyMap<ElementId, MapElement>
  /** Only links whose both ends are in the fragment. */
  readonly links: ReadonlyMap<LinkId, MapLink>
  readonly positions: ReadonlyMap<ElementId, Position>
  /** What the map says of the fields, sectors and kinds of tie that are in it, as its `meta` has them. */
  readonly definitions?: JsonFields
}

/**
 * What of a selection can travel: its elements, every link among them, and where they stand.
 * Fields that Weft does not know travel too.
 */
export function copyFragment(view: MapView, selection: { readonly elements: readonly ElementId[] }): Fragment {
  const elements = new Map<ElementId, MapElement>()
  const positions = new Map<ElementId, Position>()
  for (const id of selection.elements) {
    const element = view.elements.get(id)
    if (element === undefined || element.seal?.keeps === true) continue
    elements.set(id, element)
    const position = view.positions.get(boardView)?.get(id)
    if (position !== undefined) positions.set(id, position)
  }
  const links = new Map([...view.links].filter(([, link]) => elements.has(link.from) && elements.has(link.to)))
  return { elements, links, positions, definitions: definitionsOf(view.meta, elements, links) }
}

function definitionsOf(
  { unknown = {} }: MapMeta,
  elements: Fragment['elements'],
  links: Fragment['links'],
): JsonFields {
  const keys = new Set<string>()
  for (const element of elements.values()) {
    for (const key of Object.keys(element.unknown ?? {})) if (customFieldOf(key) !== undefined) keys.add(key)
    if (element.kind === 'stakeholder' && element.sector !== undefined) keys.add(sectorDefinitionField(element.sector))
  }
  for (const link of links.values()) {
    if (link.kind === 'tie' && link.type !== undefined) keys.add(tieDefinitionField(link.type))
  }
  return Object.fromEntries(Object.entries(unknown).filter(([key]) => keys.has(key)))
}

/** The fragment as one JSON text, for the system clipboard. */
export function encodeFragment(fragment: Fragment): string {
  const records = (map: ReadonlyMap<string, MapElement | MapLink>): JsonFields =>
    Object.fromEntries([...map].map(([id, record]) => [id, toRecordFields(record)]))
  return JSON.stringify({
    'weft-fragment': 1,
    elements: records(fragment.elements),
    links: records(fragment.links),
    positions: Object.fromEntries([...fragment.positions].map(([id, at]) => [id, toStoredPosition(at)])),
    definitions: fragment.definitions ?? {},
  })
}

const rawRecord = z.record(z.string(), jsonField)
const encodedFragmentSchema = z.object({
  'weft-fragment': z.literal(1),
  elements: z.record(elementIdField, rawRecord),
  links: z.record(linkIdField, rawRecord),
  positions: z.record(elementIdField, storedPositionSchema),
  // oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
  definitions: z.catch(z.optional(rawRecord), undefined),
})

const definitionPrefixes = [customFieldKey(''), sectorDefinitionField(''), tieDefinitionField('')]

/** True if a clipboard's text claims to be a fragment. Cheap: looks at its first characters only. */
export function looksLikeFragment(text: string): boolean {
  return /^\s*\{\s*"weft-fragment"\s*:/.test(text.slice(0, 100))
}

/**
 * Reads what `encodeFragment` wrote, here or in another tab, map or version of Weft. Records that
 * cannot be read are left out; `bad-input` if it is no fragment or nothing is left of it.
 */
export function decodeFragment(text: string): Result<Fragment, CommandProblem> {
  if (!looksLikeFragment(text) || text.length > limits.importBytes) return refuse('bad-input')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('bad-input')
  }
  const parsed = encodedFragmentSchema.safeParse(json)
  if (!parsed.success) return refuse('bad-input')
  const elements = new Map<ElementId, MapElement>()
  for (const [id, raw] of Object.entries(parsed.data.elements)) {
    const element = readElement(id, raw).record
    if (element !== undefined) elements.set(element.id, element)
  }
  const links = new Map<LinkId, MapLink>()
  for (const [id, raw] of Object.entries(parsed.data.links)) {
    const link = readLink(id, raw).record
    if (link !== undefined && findMissingEnd(link, elements) === undefined) links.set(link.id, link)
  }
  const positions = new Map<ElementId, Position>()
  for (const [id, stored] of Object.entries(parsed.data.positions)) {
    if (elements.has(id as ElementId)) positions.set(id as ElementId, toPosition(stored))
  }
  if (elements.size === 0) return refuse('bad-input')
  const definitions = Object.entries(parsed.data.definitions ?? {}).filter(([key]) =>
    definitionPrefixes.some((prefix) => key.startsWith(prefix)),
  )
  return succeed({ elements, links, positions, definitions: Object.fromEntries(definitions) })
}

/** What a fragment becomes on a map: new records under new ids. */
export interface GraftedFragment {
  readonly changes: readonly RecordChange[]
  readonly elements: ReadonlyMap<ElementId, ElementId>
  readonly links: ReadonlyMap<LinkId, LinkId>
}

/**
 * Makes the changes that put a fragment on a map, moved by `offset`: new ids, links joined to the
 * new elements. Locks are left behind, and what people said of the links: they said it of those, not of
 * these. Elements without a position get none. `bad-input` if an element
 * would come to stand where no map reaches.
 */
export function graftFragment(
  fragment: Fragment,
  offset: { readonly x: number; readonly y: number },
  context: Pick<CommandContext, 'random'>,
): Result<GraftedFragment, CommandProblem> {
  const elements = new Map([...fragment.elements.keys()].map((id) => [id, createId<ElementId>(context.random)]))
  const links = new Map([...fragment.links.keys()].map((id) => [id, createId<LinkId>(context.random)]))
  const changes: RecordChange[] = []
  for (const [id, newId] of elements) {
    const element = fragment.elements.get(id)
    if (element === undefined) continue
    const fields = presentFields({ ...toRecordFields(element), locked: undefined })
    changes.push({ kind: 'create', root: 'elements', id: newId, fields })
    const at = fragment.positions.get(id)
    if (at === undefined) continue
    const position = { ...at, x: at.x + offset.x, y: at.y + offset.y }
    if (!isPlaceable(position)) return refuse('bad-input', 'offset')
    changes.push({ kind: 'place', view: boardView, id: newId, position })
  }
  for (const [id, newId] of links) {
    const link = fragment.links.get(id)
    if (link === undefined) continue
    const ends: Record<string, Json | undefined> = { from: elements.get(link.from), to: elements.get(link.to) }
    changes.push({
      kind: 'create',
      root: 'links',
      id: newId,
      fields: presentFields({ ...toRecordFields(withoutClaims(link)), ...ends }),
    })
  }
  return succeed({ changes, elements, links })
}

/** The author of a copy claims what the link says, unless that was what somebody else made of it. */
function withoutClaims(link: MapLink): MapLink {
  const { claims: _, createdAs, ...rest } = link
  return createdAs === undefined || createdAs === statementOf(link) ? rest : { ...rest, createdAs }
}
