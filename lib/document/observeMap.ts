import type * as Y from 'yjs'
import { callAll } from '../base/listeners'
import type { MapView } from '../model/mapView'
import { createMapReader } from './mapReader'
import { watchDocument } from './watchDocument'

/** A document as a view that follows it. */
export interface ObservedMap {
  get(): MapView
  /** Called once per transaction that changed what the view says. */
  subscribe(listener: () => void): () => void
  /** Stops following. */
  close(): void
}

/**
 * Follows a document: after each transaction only the touched records are read again, all others
 * keep their identity, and listeners are told once. Links whose ends are missing are left out and
 * come back when the end does.
 *
 * @example
 * const map = observeMap(doc)
 * const stop = map.subscribe(() => draw(map.get()))
 */
export function observeMap(doc: Y.Doc): ObservedMap {
  const reader = createMapReader(doc)
  let view = reader.read()
  const listeners = new Set<() => void>()
  const stop = watchDocument(doc, (touches) => {
    const next = reader.update(touches)
    if (next === view) return
    view = next
    callAll(listeners)
  })
  return {
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      stop()
      listeners.clear()
    },
  }
}
