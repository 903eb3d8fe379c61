import * as Y from 'yjs'
import type { MapId } from '../../lib/base/ids'
import type { MapStore } from '../../server/store/mapStore'

/** A document as a new map has it, without going through lib/document. */
export function encodeSampleDocument(title = 'Sample'): Uint8Array {
  const doc = new Y.Doc()
  const meta = doc.getMap('meta')
  doc.transact(() => {
    meta.set('schemaVersion', 1)
    meta.set('title', title)
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Puts an empty map into the store. */
export async function addSampleMap(store: MapStore, id = 'sample-map', title = 'Sample'): Promise<MapId> {
  await store.createMap({ id: id as MapId, title, createdAt: 1000, document: encodeSampleDocument(title) })
  return id as MapId
}

/** The map as the store has it, read by a fresh document. */
export async function readStoredDoc(store: MapStore, id: MapId): Promise<Y.Doc> {
  const stored = await store.loadDocument(id)
  if (stored === undefined) throw new Error(`No map ${id}`)
  const doc = new Y.Doc()
  if (stored.snapshot !== undefined) Y.applyUpdate(doc, stored.snapshot)
  for (const update of stored.updates) Y.applyUpdate(doc, update.bytes)
  return doc
}

/** A variable, as an edit of a real client would make it. */
export function addVariable(doc: Y.Doc, id: string, label = id): void {
  doc.transact(() => {
    const element = new Y.Map<unknown>()
    element.set('kind', 'variable')
    element.set('label', label)
    element.set('description', new Y.Text())
    doc.getMap('elements').set(id, element)
    doc.getMap('positions:board').set(id, [0, 0])
  })
}

/** A causal link, likewise. */
export function addLink(doc: Y.Doc, id: string, from: string, to: string): void {
  doc.transact(() => {
    const link = new Y.Map<unknown>()
    for (const [field, value] of Object.entries({ kind: 'causal', from, to, polarity: '+' })) link.set(field, value)
    link.set('description', new Y.Text())
    doc.getMap('links').set(id, link)
  })
}
