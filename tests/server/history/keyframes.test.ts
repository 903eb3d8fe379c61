import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createKeyframes } from '../../../server/history/keyframes'
import { createMergeThread } from '../../../server/history/mergeThread'
import { silentLog } from '../../../server/room/log'
import { createMemoryStore } from '../../../server/store/memory'
import type { MapStore, StoredDocument } from '../../../server/store/mapStore'
import { addSampleMap, addVariable, encodeSampleDocument } from '../../helpers/sampleMap'

async function openLog(count: number): Promise<{ store: MapStore; map: MapId }> {
  const store = createMemoryStore()
  const map = await addSampleMap(store)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeSampleDocument())
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let index = 0; index < count; index += 1) addVariable(doc, `e${index}`)
  await store.append([{ map, updates, participant: undefined, at: 1 }])
  return { store, map }
}

function read(stored: StoredDocument | undefined): readonly string[] {
  const doc = new Y.Doc()
  if (stored?.snapshot !== undefined) Y.applyUpdate(doc, stored.snapshot)
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(doc, bytes)
  return [...doc.getMap('elements').keys()].sort()
}

const nothing: StoredDocument = { snapshot: undefined, snapshotSeq: 0, updates: [] }

describe('keyframes', () => {
  it('VERSION-19: reading near one begins at it, and gives the same; so does reading from the log alone', async () => {
    const { store, map } = await openLog(40)
    const before = read(await store.loadDocumentAt(map, 31))
    expect(before).toHaveLength(30)
    // Compacted meanwhile: the snapshot is later than what is asked for.
    await store.putSnapshot(map, Uint8Array.of(0, 0), 41)
    const thread = createMergeThread()
    const keyframes = createKeyframes({ store, log: silentLog, thread })
    keyframes.request(map, 21)
    await keyframes.settled()
    const near = await store.loadDocumentAt(map, 31)
    expect(near).toMatchObject({ snapshotSeq: 21 })
    expect(near?.updates).toHaveLength(10)
    expect(read(near)).toEqual(before)
    expect((await store.loadDocumentAt(map, 11))?.snapshotSeq).toBe(0)
    await keyframes.close()
    await thread.close()
  })

  it('VERSION-19: those of one map take so many bytes at most; the oldest go, and what they were can be read all the same', async () => {
    const { store, map } = await openLog(40)
    const wanted = read(await store.loadDocumentAt(map, 11))
    const thread = createMergeThread()
    const whole = await thread.merge((await store.loadDocumentAt(map, 41)) ?? nothing)
    const most = (whole?.snapshot.length ?? 0) * 2
    const keyframes = createKeyframes({ store, log: silentLog, thread, most })
    for (const seq of [11, 21, 31, 41]) keyframes.request(map, seq)
    await keyframes.settled()
    const kept = await store.listKeyframes(map)
    expect(kept.map(({ seq }) => seq)).not.toContain(11)
    expect(kept.at(-1)?.seq).toBe(41)
    expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(most)
    expect(read(await store.loadDocumentAt(map, 11))).toEqual(wanted)
    await keyframes.close()
    await thread.close()
  })

  it('VERSION-19: a server that stops in the middle of one warns of nothing', async () => {
    const { store, map } = await openLog(10)
    const warned: object[] = []
    const thread = createMergeThread()
    const log = { ...silentLog, warn: (fields: object) => void warned.push(fields) }
    const keyframes = createKeyframes({ store, log, thread })
    keyframes.request(map, 11)
    keyframes.request(map, 5)
    await Promise.all([keyframes.close(), thread.close()])
    expect(warned).toEqual([])
  })
})
