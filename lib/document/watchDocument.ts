import * as Y from 'yjs'
import type { ViewId } from '../base/ids'
import type { RecordRoot } from '../model/mapPatch'
import { readPlainName } from './plainRecords'
import { isPlainRoot, listPositionViews, metaRoot, positionsRoot, recordRoots, recordsRoot } from './roots'

/** One place of the document that a transaction touched. */
export type Touch =
  | { readonly root: 'meta'; readonly field: string }
  /** `field` is absent when the record itself was set or deleted. */
  | { readonly root: RecordRoot; readonly id: string; readonly field?: string }
  /** `id` is absent when the whole view is new to this document. */
  | { readonly root: 'positions'; readonly view: ViewId; readonly id?: string }

/**
 * Calls `listener` once per transaction that changed the document, with every place it touched.
 * Views whose positions were unknown until now are found by themselves.
 */
export function watchDocument(
  doc: Y.Doc,
  listener: (touches: readonly Touch[], transaction: Y.Transaction) => void,
): () => void {
  let touches: Touch[] = []
  const watched = new Map<Y.Map<unknown>, (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => void>()

  const watch = (root: Y.Map<unknown>, note: (id: string, field: string | undefined) => void): void => {
    const observer = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const event of events) {
        const [id, field] = event.path
        if (id !== undefined && field !== undefined) {
          note(String(id), String(field))
          continue
        }
        if (!(event instanceof Y.YMapEvent)) {
          // A text or a list that stands where a record or a plain field may.
          if (id !== undefined) note(String(id), undefined)
          continue
        }
        for (const key of event.keysChanged as ReadonlySet<string>) {
          if (id === undefined) note(key, undefined)
          else note(String(id), key)
        }
      }
    }
    root.observeDeep(observer as Parameters<typeof root.observeDeep>[0])
    watched.set(root, observer)
  }

  watch(metaRoot(doc), (field) => touches.push({ root: 'meta', field }))
  for (const root of recordRoots) {
    watch(recordsRoot(doc, root), (name, member) => {
      // A field of a plain record is a value of its own beside it.
      const { id, field = member } = isPlainRoot(root) ? readPlainName(name) : { id: name }
      touches.push(field === undefined ? { root, id } : { root, id, field })
    })
  }
  const knownViews = new Set<ViewId>()
  const watchNewViews = (): readonly ViewId[] => {
    const fresh = listPositionViews(doc).filter((view) => !knownViews.has(view))
    for (const view of fresh) {
      knownViews.add(view)
      watch(positionsRoot(doc, view), (id) => touches.push({ root: 'positions', view, id }))
    }
    return fresh
  }
  watchNewViews()

  const finish = (transaction: Y.Transaction): void => {
    for (const view of watchNewViews()) touches.push({ root: 'positions', view })
    if (touches.length === 0) return
    const found = touches
    touches = []
    listener(found, transaction)
  }
  doc.on('afterTransaction', finish)
  return () => {
    doc.off('afterTransaction', finish)
    for (const [root, observer] of watched) root.unobserveDeep(observer as Parameters<typeof root.unobserveDeep>[0])
    watched.clear()
  }
}
