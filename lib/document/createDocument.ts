import * as Y from 'yjs'
import type { ViewId } from '../base/ids'
import { textOf, type Json, type JsonFields } from '../base/json'
import type { RecordRoot } from '../model/mapPatch'
import { openRoots } from '../model/openRoots'
import type { WeftMap } from '../model/weftMap'
import { origins } from './origin'
import { isPlainRoot, metaRoot, positionsRoot, recordsRoot } from './roots'

/** Writes one new record. The description of an element or a link is made with it, as text that merges. */
export function writeRecord(records: Y.Map<unknown>, root: RecordRoot, id: string, fields: JsonFields): void {
  if (isPlainRoot(root)) {
    records.set(id, fields)
    return
  }
  const record = new Y.Map<unknown>()
  // Sorted, so that equal maps make equal documents.
  for (const [field, value] of Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (field !== 'description') record.set(field, value)
  }
  if (root === 'elements' || root === 'links') record.set('description', new Y.Text(textOf(fields['description'])))
  else if (fields['description'] !== undefined) record.set('description', fields['description'])
  records.set(id, record)
}

/**
 * A new document with the map's content, unknown fields included. For the one who makes a map:
 * never call it to fill a document that others already have.
 * @param map a checked map, such as what a format's reader returned
 */
export function createDocument(map: WeftMap): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    const meta = metaRoot(doc)
    for (const [field, value] of Object.entries(map.meta)) {
      if (value !== undefined) meta.set(field, field === 'description' ? new Y.Text(textOf(value)) : value)
    }
    const records: readonly [RecordRoot, Readonly<Record<string, unknown>> | undefined][] = [
      ['elements', map.elements],
      ['links', map.links],
      ...openRoots.map((root): [RecordRoot, Readonly<Record<string, unknown>> | undefined] => [root, map[root]]),
    ]
    for (const [root, byId] of records) {
      for (const [id, fields] of Object.entries(byId ?? {})) {
        writeRecord(
          recordsRoot(doc, root),
          root,
          id,
          definedFields(fields as Readonly<Record<string, Json | undefined>>),
        )
      }
    }
    for (const [view, places] of Object.entries(map.positions)) {
      const root = positionsRoot(doc, view as ViewId)
      for (const [id, position] of Object.entries(places)) root.set(id, position)
    }
  }, origins.import)
  return doc
}

function definedFields(fields: Readonly<Record<string, Json | undefined>>): JsonFields {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** The map as one Yjs update: what a store keeps for a new map. */
export function encodeMap(map: WeftMap): Uint8Array {
  const doc = createDocument(map)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
