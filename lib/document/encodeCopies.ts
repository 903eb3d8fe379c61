import * as Y from 'yjs'
import type { WeftMap } from '../model/weftMap'
import { createDocument } from './createDocument'
import { metaRoot } from './roots'

/**
 * A document for each title, alike but for that, as one Yjs update each: what a store keeps for new maps.
 * Cost: the map is encoded once, and its bytes are gone through once more for each.
 */
export function encodeCopies(map: WeftMap, titles: readonly string[], createdAt: number): readonly Uint8Array[] {
  const { title: _left, ...meta } = map.meta
  // Without a title, so that each copy's own is the first that is set, and no other competes with it.
  const untitled = createDocument({ ...map, meta: { ...meta, createdAt } as WeftMap['meta'] })
  const whole = Y.encodeStateAsUpdate(untitled)
  untitled.destroy()
  return titles.map((title) => {
    const doc = new Y.Doc()
    metaRoot(doc).set('title', title)
    const own = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return Y.mergeUpdates([whole, own])
  })
}
