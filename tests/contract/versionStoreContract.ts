import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { Appended, MapStore } from '../../server/store/mapStore'
import type { NewVersion } from '../../server/store/versionStore'
import type { MapStoreHarness } from './mapStoreContract'

const first = 'map-1' as MapId
const second = 'map-2' as MapId
const ana = { id: 'ana', name: 'Ana “Ñ”' }

function newVersion(id: string, change: Partial<NewVersion> = {}): NewVersion {
  return {
    ...{ id, map: first, seq: undefined, at: 5, why: 'activity', name: undefined, by: undefined, people: [] },
    ...change,
  }
}

/** What every adapter keeps of versions. */
export function describeVersionStore(name: string, createHarness: () => MapStoreHarness): void {
  describe(`versions in the store: ${name}`, () => {
    let harness: MapStoreHarness
    let store: MapStore

    beforeEach(async () => {
      harness = createHarness()
      store = await harness.open()
      for (const map of [first, second]) {
        await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
      }
    })
    afterEach(async () => {
      await store.close().catch(() => undefined)
      await harness.cleanUp()
    })

    const append = (participant: string | undefined, ...bytes: readonly number[]): Promise<readonly Appended[]> =>
      store.append([{ map: first, updates: bytes.map((byte) => Uint8Array.of(byte)), participant, at: 9 }])

    it('STORE-70: a version is the position of the log where it was asked for, and found again as it was, on its own map alone', async () => {
      await append('ana', 2, 3)
      const words = newVersion('v1', { why: 'named', name: 'Before the vote', by: ana, people: ['Ana', 'Ben'] })
      const stored = await store.addVersion(words)
      expect(stored).toEqual({ ...words, seq: 3 })
      await append('ana', 4)
      expect(await store.findVersion(first, 'v1')).toEqual(stored)
      expect(await store.findVersion(second, 'v1')).toBeUndefined()
      expect(await store.addVersion(newVersion('v2', { seq: 2 }))).toMatchObject({ seq: 2 })
      expect(await store.addVersion(newVersion('v3', { map: 'nowhere' as MapId }))).toBeUndefined()
    })

    it('STORE-71: the newest stands first; of one position, the one kept last', async () => {
      await append('ana', 2, 3)
      for (const [id, seq] of [
        ['z', 2],
        ['b', 3],
        ['c', 1],
        ['a', 2],
      ] as const) {
        await store.addVersion(newVersion(id, { seq }))
      }
      expect((await store.listVersions(first)).map(({ id }) => id)).toEqual(['b', 'a', 'z', 'c'])
      expect(await store.listVersions(second)).toEqual([])
    })

    it('STORE-72: a version is named, and deleted, on its own map alone', async () => {
      await store.addVersion(newVersion('v1'))
      await store.addVersion(newVersion('v2'))
      expect(await store.nameVersion(second, 'v1', 'x', ana)).toBeUndefined()
      expect(await store.nameVersion(first, 'v1', 'Good', ana)).toMatchObject({ id: 'v1', name: 'Good', by: ana })
      await store.deleteVersions(second, ['v1', 'v2'])
      await store.deleteVersions(first, [])
      await store.deleteVersions(first, ['v2'])
      expect((await store.listVersions(first)).map(({ id }) => id)).toEqual(['v1'])
    })

    it('STORE-73: the document at a position is what had been appended up to there, whatever was compacted since', async () => {
      await append('ana', 2, 3, 4, 5)
      await store.setAside(first, [3])
      const at = async (seq: number): Promise<readonly number[]> => {
        const document = await store.loadDocumentAt(first, seq)
        return [...(document?.snapshot ?? []), ...(document?.updates ?? []).flatMap(({ bytes }) => [...bytes])]
      }
      expect(await at(4)).toEqual([1, 2, 4])
      await store.putSnapshot(first, Uint8Array.of(100), 5)
      // The snapshot is later, and the one it replaced is gone: the log has it all.
      expect(await at(4)).toEqual([1, 2, 4])
      expect(await at(5)).toEqual([100])
      expect(await at(99)).toEqual([100])
      expect(await store.loadDocumentAt('nowhere' as MapId, 1)).toBeUndefined()
    })

    it('STORE-74: a keyframe shortens what is read after it, and is kept, listed and taken away by itself', async () => {
      await append('ana', 2, 3, 4, 5)
      await store.putSnapshot(first, Uint8Array.of(100), 5)
      await store.putKeyframe(first, 3, Uint8Array.of(50, 51))
      await store.putKeyframe(first, 3, Uint8Array.of(52))
      await store.putKeyframe(first, 2, Uint8Array.of(40))
      await store.putKeyframe('nowhere' as MapId, 2, Uint8Array.of(40))
      expect(await store.listKeyframes(first)).toEqual([
        { seq: 2, size: 1 },
        { seq: 3, size: 2 },
      ])
      expect(await store.loadDocumentAt(first, 4)).toEqual({
        snapshot: Uint8Array.of(50, 51),
        snapshotSeq: 3,
        updates: [{ seq: 4, bytes: Uint8Array.of(4) }],
      })
      await store.deleteKeyframes(first, [3])
      expect(await store.loadDocumentAt(first, 4)).toMatchObject({ snapshotSeq: 2 })
      await store.deleteKeyframes(first, [])
      expect(await store.listKeyframes(second)).toEqual([])
    })

    it('STORE-75: who sent updates between two positions, each once, and when one was stored', async () => {
      await append('ana', 2, 3)
      await append(undefined, 4)
      await append('ben', 5)
      await append('cem', 6)
      expect(await store.listEditors(first, 1, 5, 100)).toEqual(['ana', 'ben'])
      expect(await store.listEditors(first, 3, 99, 100)).toEqual(['ben', 'cem'])
      // Only the newest two before the end.
      expect(await store.listEditors(first, 1, 5, 2)).toEqual(['ben'])
      expect(await store.listEditors(second, 0, 99, 100)).toEqual([])
      expect(await store.findUpdateTime(first, 1)).toBe(1)
      expect(await store.findUpdateTime(first, 5)).toBe(9)
      expect(await store.findUpdateTime(first, 99)).toBeUndefined()
    })

    it('STORE-76: versions and keyframes go with their map', async () => {
      await store.addVersion(newVersion('v1'))
      await store.putKeyframe(first, 1, Uint8Array.of(1))
      await store.deleteMap(first)
      expect(await store.listVersions(first)).toEqual([])
      expect(await store.listKeyframes(first)).toEqual([])
    })
  })
}
