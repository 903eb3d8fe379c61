import type { MapId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import type { MapStore } from '../store/mapStore'
import { buildDocument } from './liveDocument'

/**
 * The map as it is stored, read past any room: for a map that another process has, which answers for nothing before it
 * is stored. Undefined if there is no such map.
 * Cost: that of loading it.
 */
export async function readStored(store: Pick<MapStore, 'loadDocument'>, map: MapId): Promise<MapView | undefined> {
  const stored = await store.loadDocument(map)
  if (stored === undefined) return undefined
  const { document } = buildDocument(stored)
  try {
    // Its own copy of what the room of the map does once and for all.
    const migration = document.migrate()
    if (migration !== undefined) document.apply([migration])
    return document.view()
  } finally {
    document.destroy()
  }
}
