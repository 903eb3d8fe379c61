import type { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMergeThread, startThread } from '../../../server/history/mergeThread'
import type { StoredDocument } from '../../../server/store/mapStore'

function logOf(...labels: readonly string[]): StoredDocument {
  const doc = new Y.Doc()
  const updates: { seq: number; bytes: Uint8Array }[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push({ seq: updates.length + 1, bytes }))
  for (const label of labels) doc.getMap('meta').set(label, true)
  return { snapshot: undefined, snapshotSeq: 0, updates }
}

it('COMPACT-7: a thread that ended in the middle of its work, or at rest, stops nothing that comes later', async () => {
  const opened: Worker[] = []
  const merging = createMergeThread(() => {
    const worker = startThread()
    opened.push(worker)
    return worker
  })
  const first = merging.merge(logOf('a', 'b'))
  await Promise.all([expect(first).rejects.toThrow('ended'), opened[0]?.terminate()])
  expect((await merging.merge(logOf('a', 'b')))?.snapshot).toBeInstanceOf(Uint8Array)
  await opened[1]?.terminate()
  expect((await merging.merge(logOf('c')))?.snapshot).toBeInstanceOf(Uint8Array)
  expect(opened).toHaveLength(3)
  await merging.close()
})
