import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

// The entry of a worker thread, built on its own (dist/compactor.mjs); imports packages only, so
// that Node can also run it as it stands.

/** What the worker is asked: a snapshot and the updates after it. */
export interface CompactionRequest {
  readonly job: number
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
}

/** What many updates came to. */
export interface MergedLog {
  /** One update that holds everything. */
  readonly snapshot: Uint8Array
  /** Elements and links that are there, or were in the snapshot before: `elements/<id>`, `links/<id>`. */
  readonly records: readonly string[]
}

/** What it answers. Without `merged`: the updates do not fit, and the log is better left alone. */
export interface CompactionAnswer {
  readonly job: number
  readonly merged: MergedLog | undefined
}

/**
 * One update that holds everything. Applies all in one transaction and encodes: merging the bytes
 * (`Y.mergeUpdates`) takes a hundred times as long for a long log.
 * @returns undefined if some update does not fit
 */
export function mergeLog({ snapshot, updates }: Omit<CompactionRequest, 'job'>): MergedLog | undefined {
  const doc = new Y.Doc()
  const records = new Set<string>()
  const noteRecords = (): void => {
    for (const root of ['elements', 'links']) for (const id of doc.getMap(root).keys()) records.add(`${root}/${id}`)
  }
  try {
    doc.transact(() => {
      if (snapshot !== undefined) Y.applyUpdate(doc, snapshot)
      noteRecords()
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return undefined
    noteRecords()
    return { snapshot: Y.encodeStateAsUpdate(doc), records: [...records] }
  } catch {
    return undefined
  } finally {
    doc.destroy()
  }
}

parentPort?.on('message', (request: CompactionRequest) => {
  const answer: CompactionAnswer = { job: request.job, merged: mergeLog(request) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(answer)
})
