import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCompaction } from '../../../server/history/compaction'
import { mergeLog } from '../../../server/history/compactor'
import { silentLog } from '../../../server/room/log'
import { createMemoryStore } from '../../../server/store/memory'
import { addSampleMap, addVariable, encodeSampleDocument, readStoredDoc } from '../../helpers/sampleMap'

/** Updates of one author, on top of the sample document. */
function makeUpdates(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeSampleDocument())
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let index = 0; index < count; index += 1) addVariable(doc, `e${index}`)
  return updates
}

const day = 24 * 60 * 60 * 1_000
const clock = { now: () => 10 * day }

describe('compaction', () => {
  it('COMPACT-1: after it a load reads one snapshot and gets the same map; the log stays', async () => {
    const store = createMemoryStore()
    const map = await addSampleMap(store)
    await store.append([{ map, updates: makeUpdates(100), participant: undefined, at: 1 }])
    const before = (await readStoredDoc(store, map)).getMap('elements').toJSON()
    const compaction = createCompaction({ store, log: silentLog, clock })
    compaction.request(map)
    compaction.request(map)
    await compaction.settled()
    const stored = await store.loadDocument(map)
    expect(stored?.updates).toEqual([])
    expect(stored?.snapshotSeq).toBe(101)
    expect((await readStoredDoc(store, map)).getMap('elements').toJSON()).toEqual(before)
    expect((await store.findMap(map))?.lastSeq).toBe(101)
    await compaction.close()
  })

  it('COMPACT-2: what is appended meanwhile stays after the snapshot', async () => {
    const store = createMemoryStore()
    const map = await addSampleMap(store)
    const updates = makeUpdates(20)
    await store.append([{ map, updates: updates.slice(0, 10), participant: undefined, at: 1 }])
    const compaction = createCompaction({
      store: {
        loadDocument: async (id) => {
          const stored = await store.loadDocument(id)
          await store.append([{ map, updates: updates.slice(10), participant: undefined, at: 2 }])
          return stored
        },
        putSnapshot: (...put) => store.putSnapshot(...put),
        listAdditions: (...of) => store.listAdditions(...of),
      },
      log: silentLog,
      clock,
    })
    compaction.request(map)
    await compaction.settled()
    expect((await store.loadDocument(map))?.updates).toHaveLength(10)
    expect((await readStoredDoc(store, map)).getMap('elements').size).toBe(20)
    await compaction.close()
  })

  it('COMPACT-6: a server that stops in the middle of one warns of nothing, and leaves the log as it was', async () => {
    const store = createMemoryStore()
    const map = await addSampleMap(store)
    await store.append([{ map, updates: makeUpdates(100), participant: undefined, at: 1 }])
    const warnings: string[] = []
    let begun: () => void = () => undefined
    const loaded = new Promise<void>((resolve) => (begun = resolve))
    const compaction = createCompaction({
      store: {
        loadDocument: async (id) => {
          const stored = await store.loadDocument(id)
          begun()
          return stored
        },
        putSnapshot: (...put) => store.putSnapshot(...put),
        listAdditions: (...of) => store.listAdditions(...of),
      },
      log: { ...silentLog, warn: (_fields, message) => warnings.push(message) },
      clock,
    })
    compaction.request(map)
    await loaded
    // The thread has been asked by the next turn, and takes longer than that.
    await new Promise((resolve) => setImmediate(resolve))
    await compaction.close()
    expect(warnings).toEqual([])
    expect((await store.loadDocument(map))?.updates).toHaveLength(100)
  })

  it('COMPACT-3: a log that does not fit together is left as it is, and the next map gets its turn', async () => {
    const store = createMemoryStore()
    const [broken, sound] = [await addSampleMap(store, 'broken'), await addSampleMap(store, 'sound')]
    const updates = makeUpdates(3)
    await store.append([
      { map: broken, updates: updates.slice(1), participant: undefined, at: 1 },
      { map: sound, updates: [Uint8Array.of(0, 0)], participant: undefined, at: 1 },
    ])
    const compaction = createCompaction({ store, log: silentLog, clock })
    compaction.request(broken)
    compaction.request(sound)
    await compaction.settled()
    expect((await store.loadDocument(broken))?.updates).toHaveLength(2)
    expect((await store.loadDocument(sound))?.updates).toHaveLength(0)
    await compaction.close()
  })

  it('COMPACT-4: a map that is gone, or has nothing to compact, is passed over', async () => {
    const store = createMemoryStore()
    const map = await addSampleMap(store)
    const compaction = createCompaction({ store, log: silentLog, clock })
    compaction.request('gone' as typeof map)
    compaction.request(map)
    await compaction.settled()
    expect((await store.loadDocument(map))?.snapshotSeq).toBe(1)
    await compaction.close()
    compaction.request(map)
    await compaction.settled()
  })

  it('COMPACT-8: who added what is gone for good is forgotten, but not what went since the last one or was added today', async () => {
    const store = createMemoryStore()
    const map = await addSampleMap(store)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodeSampleDocument())
    const compaction = createCompaction({ store, log: silentLog, clock })
    const listed = async (): Promise<readonly string[]> => (await store.listAdditions(map)).map(({ id }) => id).sort()
    const change = async (at: number, edit: () => void, ids: readonly string[] = []): Promise<void> => {
      const before = Y.encodeStateVector(doc)
      doc.transact(edit)
      const added = ids.map((id) => ({ root: 'elements' as const, id }))
      await store.append([{ map, updates: [Y.encodeStateAsUpdate(doc, before)], participant: 'ana', at, added }])
    }
    const compact = async (): Promise<void> => {
      compaction.request(map)
      await compaction.settled()
    }
    const add =
      (...ids: readonly string[]) =>
      () =>
        ids.forEach((id) => addVariable(doc, id))
    await change(day, add('stays', 'goes'), ['stays', 'goes'])
    await compact()
    await change(9.5 * day, add('today'), ['today'])
    await change(9.5 * day, () => ['goes', 'today'].forEach((id) => doc.getMap('elements').delete(id)))
    await compact()
    // It may have gone a moment ago: an undo would bring it back.
    expect(await listed()).toEqual(['goes', 'stays', 'today'])
    await change(9.6 * day, add('later'))
    await compact()
    expect(await listed()).toEqual(['stays', 'today'])
    await compaction.close()
  })

  it('COMPACT-5: merging keeps every record and throws nothing of the present away', () => {
    const updates = makeUpdates(50)
    const merged = mergeLog({ snapshot: encodeSampleDocument(), updates })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, merged?.snapshot ?? new Uint8Array())
    expect(doc.getMap('elements').size).toBe(50)
    expect(mergeLog({ snapshot: undefined, updates: [Uint8Array.of(9, 9)] })).toBeUndefined()
  })
})
