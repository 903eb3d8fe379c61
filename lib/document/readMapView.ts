import * as Y from 'yjs'
import type { MapView } from '../model/mapView'
import { createMapReader } from './mapReader'
import { origins } from './origin'

/**
 * The document as a plain view, read whole. Never throws: what cannot be read is left out and named
 * in `issues`. Cost: one pass over the document; to follow changes use `observeMap`.
 */
export function readMapView(doc: Y.Doc): MapView {
  return createMapReader(doc).read()
}

/**
 * The view of a stored map: a snapshot and the updates after it, in order.
 * @throws if the bytes are no Yjs updates; the store's are checked before they are kept.
 */
export function readStoredMap(updates: readonly Uint8Array[]): MapView {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, origins.remote)
    }, origins.remote)
    return readMapView(doc)
  } finally {
    doc.destroy()
  }
}
