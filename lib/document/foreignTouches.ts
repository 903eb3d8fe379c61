import type * as Y from 'yjs'
import type { ElementId, ViewId } from '../base/ids'
import type { RecordRoot } from '../model/mapPatch'
import { watchDocument } from './watchDocument'

/** When anybody but this page last touched a place. Undo asks it before it takes anything back. */
export interface ForeignTouches {
  /** The present moment: a number that grows with every change from elsewhere. */
  now(): number
  /** True if this very field was set or cleared, false if only the whole record was set or deleted. */
  isFieldTouched(root: RecordRoot | 'meta', id: string, field: string, since: number): boolean
  /** True if the whole of it was set or deleted: it may be another one that says the same. */
  isRecordSet(root: RecordRoot | 'meta', id: string, since: number): boolean
  /** True also if only one field of it was touched, or all of it deleted. */
  isRecordTouched(root: RecordRoot, id: string, since: number): boolean
  isPlaceTouched(view: ViewId, id: ElementId, since: number): boolean
  /** True if it was placed anew in any view. */
  isMoved(id: ElementId, since: number): boolean
  close(): void
}

/** Starts to keep note. Cost: one entry per place that others touched while this page is open. */
export function createForeignTouches(doc: Y.Doc): ForeignTouches {
  const moments = new Map<string, number>()
  let moment = 0
  const stop = watchDocument(doc, (touches, transaction) => {
    if (transaction.local) return
    moment++
    for (const touch of touches) {
      if (touch.root === 'meta') moments.set(`meta/meta/${touch.field}`, moment)
      else if (touch.root === 'positions') {
        if (touch.id === undefined) continue
        moments.set(`place/${touch.view}/${touch.id}`, moment)
        moments.set(`moved/${touch.id}`, moment)
      } else {
        moments.set(`${touch.root}/${touch.id}`, moment)
        // Setting or deleting the record touches whatever field of it.
        moments.set(`${touch.root}/${touch.id}/${touch.field ?? '*'}`, moment)
      }
    }
  })
  const isAfter = (place: string, since: number): boolean => (moments.get(place) ?? 0) > since
  return {
    now: () => moment,
    isFieldTouched: (root, id, field, since) => isAfter(`${root}/${id}/${field}`, since),
    isRecordSet: (root, id, since) => isAfter(`${root}/${id}/*`, since),
    isRecordTouched: (root, id, since) => isAfter(`${root}/${id}`, since),
    isPlaceTouched: (view, id, since) => isAfter(`place/${view}/${id}`, since),
    isMoved: (id, since) => isAfter(`moved/${id}`, since),
    close: stop,
  }
}
