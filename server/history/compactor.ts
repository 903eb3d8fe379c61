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

/** What it answers. Without `snapshot`: the updates do not fit, and the log is better left alone. */
export interface CompactionAnswer {
  readonly job: number
  readonly snapshot: Uint8Array | undefined
}

/**
 * One update that holds everything. Applies all in one transaction and encodes: merging the bytes
 * (`Y.mergeUpdates`) takes a hundred times as long for a long log.
 * @returns undefined if some update does not fit
 */
export function mergeIntoSnapshot({ snapshot, updates }: Omit<CompactionRequest, 'job'>): Uint8Array | undefined {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      if (snapshot !== undefined) Y.applyUpdate(doc, snapshot)
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return undefined
    return Y.encodeStateAsUpdate(doc)
  } catch {
    return undefined
  } finally {
    doc.destroy()
  }
}

parentPort?.on('message', (request: CompactionRequest) => {
  const answer: CompactionAnswer = { job: request.job, snapshot: mergeIntoSnapshot(request) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(answer)
})
