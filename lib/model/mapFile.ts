import type { ElementId, LinkId, ViewId } from '../base/ids'
import type { Json, JsonFields } from '../base/json'
import { claimField, toStoredClaim } from './claim'
import type { MapElement } from './element'
import type { MapLink } from './link'
import { emptyMapView, type MapIssue, type MapView } from './mapView'
import type { MapMeta } from './meta'
import { openRoots } from './openRoots'
import { boardView, toStoredPosition, type Position, type StoredPosition } from './position'
import {
  findMissingEnd,
  readElement,
  readLink,
  readMeta,
  readOpenRecord,
  readPosition,
  type OpenRecords,
  type RawFields,
  type ReadRecord,
} from './readRecord'
import type { WeftMap } from './weftMap'

/** An element's or a link's fields as they are stored and exported: without id, unknown fields among the others. */
export function toRecordFields(record: MapElement | MapLink): JsonFields {
  const { unknown, seal, ...shown } = record
  const known = seal?.keeps === true && 'locked' in shown ? { ...shown, locked: seal.locked } : shown
  const { claims = [], ...fields } = 'claims' in known ? known : { ...known, claims: [] }
  const stored = Object.fromEntries(claims.map((claim) => [claimField(claim.person), toStoredClaim(claim)]))
  return { ...unknown, ...definedFields({ ...fields, ...stored, id: undefined, veil: undefined }) }
}

/** What the map says of itself, as it is stored and exported. */
export function toMetaFields(meta: MapMeta): JsonFields {
  const { unknown, ...known } = meta
  return { ...unknown, ...definedFields(known) }
}

function definedFields(fields: RawFields): JsonFields {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/**
 * The view as Weft JSON: what is exported and what an API answers. Links without an end and
 * records that could not be read are not in it; unknown fields are.
 */
export function toWeftMap(view: MapView): WeftMap {
  const store = (places: ReadonlyMap<ElementId, Position>): Readonly<Record<string, StoredPosition>> =>
    Object.fromEntries([...places].map(([element, at]) => [element, toStoredPosition(at)]))
  const map = {
    weft: 1,
    meta: toMetaFields(view.meta),
    elements: Object.fromEntries([...view.elements].map(([id, element]) => [id, toRecordFields(element)])),
    links: Object.fromEntries([...view.links].map(([id, link]) => [id, toRecordFields(link)])),
    positions: Object.fromEntries([...view.positions].map(([id, places]) => [id, store(places)])),
    ...Object.fromEntries(
      openRoots.flatMap((root) => (view[root].size > 0 ? [[root, Object.fromEntries<unknown>(view[root])]] : [])),
    ),
  }
  return map as unknown as WeftMap
}

/**
 * The map as a view, with fields that Weft does not know kept under `unknown`. Bad records become
 * issues, as they do when a document is read.
 */
export function fromWeftMap(map: WeftMap): MapView {
  const issues: MapIssue[] = []
  const keep = <Kind>(reading: ReadRecord<Kind>): Kind | undefined => {
    issues.push(...reading.issues)
    return reading.record
  }
  const { meta, issues: metaIssues } = readMeta(map.meta)
  issues.push(...metaIssues)

  const elements = new Map<ElementId, MapElement>()
  for (const [id, raw] of Object.entries(map.elements)) {
    const element = keep(readElement(id, raw))
    if (element !== undefined) elements.set(element.id, element)
  }
  const links = new Map<LinkId, MapLink>()
  for (const [id, raw] of Object.entries(map.links)) {
    const link = keep(readLink(id, raw))
    if (link === undefined) continue
    const missing = findMissingEnd(link, elements)
    if (missing === undefined) links.set(link.id, link)
    else issues.push(missing)
  }
  const positions = new Map<ViewId, ReadonlyMap<ElementId, Position>>([[boardView, new Map()]])
  for (const [viewId, stored] of Object.entries(map.positions)) {
    const places = new Map<ElementId, Position>()
    for (const [id, raw] of Object.entries(stored)) {
      const position = keep(readPosition(id, raw))
      if (position !== undefined && elements.has(id as ElementId)) places.set(id as ElementId, position)
    }
    positions.set(viewId as ViewId, places)
  }
  const openRecords = <Name extends keyof OpenRecords>(
    root: Name,
    records: Readonly<Record<string, RawFields>> | undefined,
  ): ReadonlyMap<string, OpenRecords[Name]> => {
    const read = new Map<string, OpenRecords[Name]>()
    for (const [id, raw] of Object.entries(records ?? {})) {
      const record = keep(readOpenRecord(root, id, raw))
      if (record !== undefined) read.set(id, record)
    }
    return read
  }
  return {
    ...emptyMapView(meta),
    elements,
    links,
    positions,
    loops: openRecords('loops', map.loops),
    views: openRecords('views', map.views),
    scenarios: openRecords('scenarios', map.scenarios),
    practices: openRecords('practices', map.practices),
    issues,
  }
}
