import type * as Y from 'yjs'
import type { MapView } from '../model/mapView'
import { createMapReader } from './mapReader'

/**
 * The document as a plain view, read whole. Never throws: what cannot be read is left out and named
 * in `issues`. Cost: one pass over the document; to follow changes use `observeMap`.
 */
export function readMapView(doc: Y.Doc): MapView {
  return createMapReader(doc).read()
}
