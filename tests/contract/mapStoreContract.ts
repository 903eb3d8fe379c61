import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { MapStore, NewAccessLink, NewMap, Participant, ParticipantChanges } from '../../server/store/mapStore'

/** How the suite gets at an adapter. */
export interface MapStoreHarness {
  open(): Promise<MapStore>
  /** Closes and opens again what was there, for adapters that outlive their process. */
  reopen?(store: MapStore): Promise<MapStore>
  cleanUp(): Promise<void>
}

const first = 'map-1' as MapId
const second = 'map-2' as MapId

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}

function newMap(id: MapId, change: Partial<NewMap> = {}): NewMap {
  return { id, title: `Title of ${id}`, createdAt: 1000, document: bytes(9, 9), ...change }
}

function newLink(id: string, change: Partial<NewAccessLink> = {}): NewAccessLink {
  return { id, map: first, grant: 'contribute', keyHash: `hash-of-${id}`, createdAt: 1000, ...change }
}

function newParticipant(id: string, change: Partial<Participant> = {}): Participant {
  return {
    id,
    map: first,
    link: 'l1',
    deviceHash: 'device',
    name: `Name of ${id}`,
    colour: 3,
    joinedAt: 1000,
    seenAt: 1000,
    role: undefined,
    mutedAt: undefined,
    handAt: undefined,
    removedAt: undefined,
    ...change,
  }
}

/** What every adapter of `MapStore` has to keep. Run it, and the adapter is proven. */
export function describeMapStore(name: string, createHarness: () => MapStoreHarness): void {
  describe(`store: ${name}`, () => {
    let harness: MapStoreHarness
    let store: MapStore

    beforeEach(async () => {
      harness = createHarness()
      store = await harness.open()
    })
    afterEach(async () => {
      await store.close().catch(() => undefined)
      await harness.cleanUp()
    })

    async function loadedUpdates(map: MapId): Promise<{ seq: number; bytes: number[] }[]> {
      const document = await store.loadDocument(map)
      return (document?.updates ?? []).map((update) => ({ seq: update.seq, bytes: [...update.bytes] }))
    }

    describe('maps', () => {
      it('STORE-1: a new map is found again with its document as the first update', async () => {
        await store.createMap(newMap(first))
        expect(await store.findMap(first)).toEqual({
          id: first,
          title: 'Title of map-1',
          createdAt: 1000,
          changedAt: 1000,
          lastSeq: 1,
        })
        const document = await store.loadDocument(first)
        expect(document?.snapshot && [...document.snapshot]).toEqual([9, 9])
        expect(document?.snapshotSeq).toBe(1)
        expect(document?.updates).toEqual([])
      })

      it('STORE-1: what is not there is undefined', async () => {
        expect(await store.findMap(first)).toBeUndefined()
        expect(await store.loadDocument(first)).toBeUndefined()
      })

      it('STORE-82: a text with a character that a database cannot keep is kept without it', async () => {
        await store.createMap(newMap(first, { title: 'One\0two' }))
        expect((await store.findMap(first))?.title.replaceAll('\0', '')).toBe('Onetwo')
        await store.setTitle(first, '\0 \u{1f9f6} \ud83e')
        expect((await store.findMap(first))?.title.replaceAll('\0', '')).toContain('\u{1f9f6}')
      })

      it('STORE-1: a second map under the same id is refused and the first stays', async () => {
        await store.createMap(newMap(first))
        await expect(store.createMap(newMap(first, { title: 'other' }))).rejects.toBeInstanceOf(Error)
        expect((await store.findMap(first))?.title).toBe('Title of map-1')
      })

      it('STORE-1: a map comes with its first links, or not at all', async () => {
        await store.createMap(newMap(first))
        await store.addLink(newLink('l1'))
        const links = [newLink('l2', { map: second }), newLink('l1', { map: second, keyHash: 'other' })]
        await expect(store.createMap({ ...newMap(second), links })).rejects.toBeInstanceOf(Error)
        expect(await store.findMap(second)).toBeUndefined()
        expect(await store.findLink('l2')).toBeUndefined()
        await store.createMap({ ...newMap(second), links: links.slice(0, 1) })
        expect((await store.listLinks(second)).map(({ id }) => id)).toEqual(['l2'])
        expect(await store.findLink('l2')).toMatchObject({ map: second, lastUsedAt: undefined, revokedAt: undefined })
      })

      it('STORE-2: the title changes alone', async () => {
        await store.createMap(newMap(first))
        await store.setTitle(first, 'Água é vida')
        expect(await store.findMap(first)).toMatchObject({ title: 'Água é vida', lastSeq: 1, changedAt: 1000 })
        await store.setTitle(second, 'nobody')
        expect(await store.findMap(second)).toBeUndefined()
      })

      it('STORE-3: deleting a map takes all that belongs to it and nothing else', async () => {
        for (const map of [first, second]) {
          await store.createMap(newMap(map))
          await store.addLink(newLink(`link-${map}`, { map }))
          await store.addCode({ code: `code-${map}`, map, link: `link-${map}`, expiresAt: 5 })
          await store.putParticipant(newParticipant(`person-${map}`, { map, link: `link-${map}` }))
        }
        await store.append([{ map: first, updates: [bytes(1)], participant: undefined, at: 2 }])
        await store.deleteMap(first)
        expect(await store.findMap(first)).toBeUndefined()
        expect(await store.loadDocument(first)).toBeUndefined()
        expect(await store.findLink(`link-${first}`)).toBeUndefined()
        expect(await store.findCode(`code-${first}`)).toBeUndefined()
        expect(await store.findParticipant(`person-${first}`)).toBeUndefined()
        expect(await store.findMap(second)).toBeDefined()
        expect(await store.findLink(`link-${second}`)).toBeDefined()
        expect(await store.findCode(`code-${second}`)).toBeDefined()
        expect(await store.findParticipant(`person-${second}`)).toBeDefined()
      })
    })

    describe('log and snapshot', () => {
      beforeEach(async () => {
        await store.createMap(newMap(first))
        await store.createMap(newMap(second))
      })

      it('STORE-54: who added what is gone for good is forgotten with a snapshot, unless something came after it', async () => {
        const added = ['a', 'b'].map((id) => ({ root: 'elements' as const, id }))
        const both = [...added, { root: 'links' as const, id: 'a' }]
        for (const map of [first, second])
          await store.append([{ map, updates: [bytes(1)], participant: 'ana', at: 5, added: both }])
        const listed = async (map: MapId): Promise<readonly string[]> =>
          (await store.listAdditions(map)).map(({ root, id }) => `${root}/${id}`).sort()
        await store.putSnapshot(first, bytes(1), 1, added)
        expect(await listed(first)).toHaveLength(3)
        const many = Array.from({ length: 2_500 }, (_, index) => ({ root: 'elements' as const, id: `e${index}` }))
        await store.putSnapshot(first, bytes(1), 2, [...many, ...added.slice(0, 1)])
        expect(await listed(first)).toEqual(['elements/b', 'links/a'])
        expect(await listed(second)).toHaveLength(3)
      })

      it('STORE-53: who added what is kept with the update that brought it, the first of each, on its own map', async () => {
        const added = [
          { root: 'elements', id: 'ä' },
          { root: 'links', id: 'ä' },
        ] as const
        await store.append([
          { map: first, updates: [bytes(1)], participant: 'ana', at: 5, added },
          { map: first, updates: [bytes(2)], participant: 'cem', at: 6, added: [...added, { root: 'links', id: 'l' }] },
          { map: second, updates: [bytes(2)], participant: undefined, at: 7, added: added.slice(0, 1) },
          { map: 'none' as MapId, updates: [bytes(2)], participant: 'ana', at: 8, added },
        ])
        const name = ({ root, id }: { root: string; id: string }): string => `${root}/${id}`
        const listed = [...(await store.listAdditions(first))].sort((a, b) => (name(a) < name(b) ? -1 : 1))
        expect(listed).toEqual([
          { root: 'elements', id: 'ä', by: 'ana', at: 5 },
          { root: 'links', id: 'l', by: 'cem', at: 6 },
          { root: 'links', id: 'ä', by: 'ana', at: 5 },
        ])
        expect(await store.listAdditions(first, 'cem')).toEqual([{ root: 'links', id: 'l', by: 'cem', at: 6 }])
        expect(await store.listAdditions(first, 'nobody')).toEqual([])
        expect(await store.listAdditions(second)).toEqual([{ root: 'elements', id: 'ä', by: undefined, at: 7 }])
        const many = Array.from({ length: 2_500 }, (_, index) => ({ root: 'elements' as const, id: `e${index}` }))
        await store.append([{ map: second, updates: [bytes(3)], participant: 'ana', at: 9, added: many }])
        expect(await store.listAdditions(second)).toHaveLength(2_501)
        await store.deleteMap(first)
        expect(await store.listAdditions(first)).toEqual([])
      })

      it('STORE-94: who last changed what is kept, of two changes the later, on its own map, until it is gone for good', async () => {
        const of = (id: string, by: string | undefined, at: number) => ({ root: 'elements' as const, id, by, at })
        await store.putChanges(first, [of('ä', 'ana', 5), of('b', 'ana', 5), { ...of('ä', 'cem', 6), root: 'links' }])
        await store.putChanges(first, [of('ä', 'cem', 7), of('b', 'cem', 4)])
        await store.putChanges(first, [])
        await store.putChanges('none' as MapId, [of('ä', 'cem', 7)])
        const found = (map: MapId, id: string, root: 'elements' | 'links' = 'elements') =>
          store.findChange(map, { root, id })
        expect(await found(first, 'ä')).toEqual(of('ä', 'cem', 7))
        expect(await found(first, 'b')).toEqual(of('b', 'ana', 5))
        expect(await found(first, 'ä', 'links')).toEqual({ ...of('ä', 'cem', 6), root: 'links' })
        expect(await found(second, 'ä')).toBeUndefined()
        await store.putChanges(second, [of('ä', undefined, 9)])
        expect(await found(second, 'ä')).toEqual(of('ä', undefined, 9))
        await store.putSnapshot(first, bytes(1), 1, [{ root: 'elements', id: 'ä' }])
        expect(await found(first, 'ä')).toBeUndefined()
        expect(await found(first, 'ä', 'links')).toBeDefined()
        expect(await found(second, 'ä')).toBeDefined()
        await store.putChanges(
          second,
          Array.from({ length: 2_500 }, (_, index) => of(`e${index}`, 'ana', 10)),
        )
        expect(await found(second, 'e2499')).toEqual(of('e2499', 'ana', 10))
        await store.deleteMap(second)
        expect(await found(second, 'e2499')).toBeUndefined()
      })

      it('STORE-4: updates get rising numbers per map and come back in order', async () => {
        const seqs = await store.append([
          { map: first, updates: [bytes(1), bytes(2)], participant: 'p', at: 2000 },
          { map: second, updates: [bytes(3)], participant: undefined, at: 2001 },
          { map: first, updates: [bytes(4)], participant: undefined, at: 2002 },
        ])
        expect(seqs).toEqual([3, 2, 4])
        expect(await loadedUpdates(first)).toEqual([
          { seq: 2, bytes: [1] },
          { seq: 3, bytes: [2] },
          { seq: 4, bytes: [4] },
        ])
        expect(await store.findMap(first)).toMatchObject({ lastSeq: 4, changedAt: 2002 })
        expect(await store.findMap(second)).toMatchObject({ lastSeq: 2, changedAt: 2001 })
      })

      it('STORE-4: appending nothing is nothing', async () => {
        expect(await store.append([])).toEqual([])
        expect(await store.findMap(first)).toMatchObject({ lastSeq: 1 })
      })

      it('STORE-5: an entry of a map that is gone is answered with 0 and harms no other', async () => {
        const seqs = await store.append([
          { map: 'gone' as MapId, updates: [bytes(7)], participant: undefined, at: 2 },
          { map: first, updates: [bytes(8)], participant: undefined, at: 2 },
        ])
        expect(seqs).toEqual([0, 2])
        expect(await loadedUpdates(first)).toEqual([{ seq: 2, bytes: [8] }])
        expect(await store.findMap('gone' as MapId)).toBeUndefined()
      })

      it('STORE-6: appends at the same time neither mix nor skip numbers', async () => {
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            store.append([{ map: first, updates: [bytes(index), bytes(index)], participant: undefined, at: index }]),
          ),
        )
        expect(answers.map(([seq]) => Number(seq)).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, index) => 3 + index * 2),
        )
        const rows = await loadedUpdates(first)
        expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2))
        for (let row = 0; row < rows.length; row += 2) expect(rows[row]?.bytes).toEqual(rows[row + 1]?.bytes)
      })

      it('STORE-7: more updates than one statement holds, and large ones, come back whole', async () => {
        const many = Array.from({ length: 1234 }, (_, index) => bytes(index & 255, index >> 8))
        const large = new Uint8Array(1_500_000).map((_, index) => index & 255)
        const [seq] = await store.append([{ map: first, updates: [...many, large], participant: undefined, at: 2 }])
        expect(seq).toBe(1 + 1235)
        const document = await store.loadDocument(first)
        expect(document?.updates).toHaveLength(1235)
        expect(document?.updates[700]?.bytes).toEqual(many[700])
        expect(Buffer.compare(document?.updates[1234]?.bytes ?? bytes(), large)).toBe(0)
      })

      it('STORE-8: what is loaded is plain bytes of one’s own', async () => {
        await store.append([{ map: first, updates: [bytes(1, 2)], participant: undefined, at: 2 }])
        const loaded = await store.loadDocument(first)
        expect(loaded?.updates[0]?.bytes.constructor).toBe(Uint8Array)
        expect(loaded?.snapshot?.constructor).toBe(Uint8Array)
        loaded?.updates[0]?.bytes.fill(7)
        expect(await loadedUpdates(first)).toEqual([{ seq: 2, bytes: [1, 2] }])
      })

      it('STORE-8: bytes changed by the caller after the append do not change the store', async () => {
        const update = bytes(1, 2)
        await store.append([{ map: first, updates: [update], participant: undefined, at: 2 }])
        update.fill(7)
        expect(await loadedUpdates(first)).toEqual([{ seq: 2, bytes: [1, 2] }])
      })

      it('STORE-9: a snapshot replaces the updates up to its number for loads', async () => {
        await store.append([{ map: first, updates: [bytes(1), bytes(2), bytes(3)], participant: undefined, at: 2 }])
        await store.putSnapshot(first, bytes(5, 5, 5), 3)
        const document = await store.loadDocument(first)
        expect(document?.snapshot && [...document.snapshot]).toEqual([5, 5, 5])
        expect(document?.snapshotSeq).toBe(3)
        expect(await loadedUpdates(first)).toEqual([{ seq: 4, bytes: [3] }])
        expect(await store.findMap(first)).toMatchObject({ lastSeq: 4 })
      })

      it('STORE-9: an older snapshot never replaces a newer one', async () => {
        await store.append([{ map: first, updates: [bytes(1), bytes(2)], participant: undefined, at: 2 }])
        await store.putSnapshot(first, bytes(3), 3)
        await store.putSnapshot(first, bytes(2), 2)
        expect((await store.loadDocument(first))?.snapshot).toEqual(bytes(3))
        await store.putSnapshot('gone' as MapId, bytes(2), 2)
        expect(await store.loadDocument('gone' as MapId)).toBeUndefined()
      })

      it('STORE-10: updates set aside are left out of loads, their numbers stay taken', async () => {
        await store.append([{ map: first, updates: [bytes(1), bytes(2), bytes(3)], participant: undefined, at: 2 }])
        await store.setAside(first, [3])
        await store.setAside(first, [])
        expect(await loadedUpdates(first)).toEqual([
          { seq: 2, bytes: [1] },
          { seq: 4, bytes: [3] },
        ])
        expect(await store.append([{ map: first, updates: [bytes(4)], participant: undefined, at: 3 }])).toEqual([5])
      })
    })

    describe('access', () => {
      beforeEach(async () => {
        await store.createMap(newMap(first))
        await store.createMap(newMap(second))
      })

      it('STORE-11: a link is found by the hash of its key and by its id', async () => {
        await store.addLink(newLink('l1'))
        const expected = { ...newLink('l1'), lastUsedAt: undefined, revokedAt: undefined }
        expect(await store.findLinkByHash('hash-of-l1')).toEqual(expected)
        expect(await store.findLink('l1')).toEqual(expected)
        expect(await store.findLinkByHash('hash-of-l2')).toBeUndefined()
        expect(await store.findLink('l2')).toBeUndefined()
      })

      it('STORE-11: the same key or id twice, or a link to no map, is refused', async () => {
        await store.addLink(newLink('l1'))
        await expect(store.addLink(newLink('l2', { keyHash: 'hash-of-l1' }))).rejects.toBeInstanceOf(Error)
        await expect(store.addLink(newLink('l1', { keyHash: 'other' }))).rejects.toBeInstanceOf(Error)
        await expect(store.addLink(newLink('l3', { map: 'gone' as MapId }))).rejects.toBeInstanceOf(Error)
      })

      it('STORE-12: a revoked link is still found, with the time of its first revoking', async () => {
        await store.addLink(newLink('l1'))
        await store.touchLink('l1', 1500)
        await store.revokeLink('l1', 2000)
        await store.revokeLink('l1', 3000)
        expect(await store.findLinkByHash('hash-of-l1')).toMatchObject({ lastUsedAt: 1500, revokedAt: 2000 })
      })

      it('STORE-50: passcode hash and end are changed one by one, and taken away', async () => {
        await store.addLink(newLink('l1'))
        await store.addLink(newLink('l2', { passcodeHash: 'other', expiresAt: 7 }))
        const { passcodeHash, expiresAt } = (await store.findLink('l1')) ?? { passcodeHash: 'none' }
        expect([passcodeHash, expiresAt]).toEqual([undefined, undefined])
        expect(await store.changeLink('l1', { passcodeHash: 'hash' })).toMatchObject({ passcodeHash: 'hash' })
        await store.changeLink('l1', { expiresAt: 9000 })
        const guarded = { ...newLink('l1'), passcodeHash: 'hash', expiresAt: 9000 }
        expect(await store.changeLink('l1', {})).toMatchObject(guarded)
        expect(await store.findLinkByHash('hash-of-l1')).toMatchObject(guarded)
        expect(await store.changeLink('l1', { passcodeHash: undefined })).toMatchObject({
          passcodeHash: undefined,
          expiresAt: 9000,
        })
        await store.changeLink('l1', { expiresAt: undefined })
        expect(await store.findLink('l1')).toMatchObject({ passcodeHash: undefined, expiresAt: undefined })
        expect(await store.findLink('l2')).toMatchObject({ passcodeHash: 'other', expiresAt: 7 })
        expect(await store.changeLink('gone', { expiresAt: 1 })).toBeUndefined()
      })

      it('STORE-51: a link is renewed once, with its successor or not at all', async () => {
        await store.addLink(newLink('l1', { passcodeHash: 'hash' }))
        await store.addLink(newLink('l2'))
        await expect(store.renewLink('l1', 2000, newLink('l3', { keyHash: 'hash-of-l2' }))).rejects.toBeInstanceOf(
          Error,
        )
        expect(await store.findLink('l1')).toMatchObject({ renewedAt: undefined })
        const tries = ['l3', 'l4'].map((id) => store.renewLink('l1', 2000, newLink(id, { expiresAt: 9000 })))
        expect(new Set(await Promise.all(tries))).toEqual(new Set([true, false]))
        expect((await store.listLinks(first)).map(({ id }) => id)).toHaveLength(3)
        expect(await store.findLink('l1')).toMatchObject({
          renewedAt: 2000,
          revokedAt: undefined,
          passcodeHash: 'hash',
        })
        expect((await store.listLinks(first)).at(-1)).toMatchObject({ renewedAt: undefined, expiresAt: 9000 })
        await store.revokeLink('l2', 3000)
        expect(await store.renewLink('l2', 4000, newLink('l5'))).toBe(false)
        expect(await store.renewLink('gone', 4000, newLink('l5'))).toBe(false)
        expect(await store.findLink('l5')).toBeUndefined()
      })

      it('STORE-13: links are listed per map, oldest first', async () => {
        await store.addLink(newLink('b', { createdAt: 2 }))
        await store.addLink(newLink('a', { createdAt: 3 }))
        await store.addLink(newLink('c', { createdAt: 1, map: second }))
        expect((await store.listLinks(first)).map((link) => link.id)).toEqual(['b', 'a'])
        expect((await store.listLinks(second)).map((link) => link.id)).toEqual(['c'])
        expect(await store.listLinks('gone' as MapId)).toEqual([])
      })

      it('STORE-14: a code leads to its link until it is cleared away', async () => {
        await store.addLink(newLink('l1'))
        const code = { code: 'ABC123', map: first, link: 'l1', expiresAt: 2000 }
        await store.addCode(code)
        await expect(store.addCode(code)).rejects.toBeInstanceOf(Error)
        await store.addCode({ ...code, code: 'LATER', expiresAt: 3000 })
        expect(await store.findCode('ABC123')).toEqual(code)
        await store.deleteCodesBefore(2500)
        expect(await store.findCode('ABC123')).toBeUndefined()
        expect(await store.findCode('LATER')).toBeDefined()
      })

      it('STORE-15: a participant put again is changed, not doubled', async () => {
        await store.addLink(newLink('l1'))
        await store.putParticipant(newParticipant('p1'))
        await store.putParticipant(newParticipant('p1', { name: 'Zoë', colour: 5 }))
        await store.touchParticipant('p1', 9000)
        expect(await store.findParticipant('p1')).toEqual(
          newParticipant('p1', { name: 'Zoë', colour: 5, seenAt: 9000 }),
        )
        expect(await store.listParticipants(first)).toHaveLength(1)
        expect(await store.findParticipant('p2')).toBeUndefined()
      })

      it('STORE-45: what the meeting gives a participant is changed field by field, and kept when they come again', async () => {
        await store.addLink(newLink('l1'))
        await store.putParticipant(newParticipant('p1'))
        const given = { role: 'viewer', mutedAt: 5, handAt: 6 } as const
        const change = (map: MapId, id: string, changes: ParticipantChanges) =>
          store.changeParticipants(map, [{ id, ...changes }])
        expect(await change(first, 'p1', given)).toEqual([newParticipant('p1', given)])
        await store.putParticipant(newParticipant('p1', { name: 'Zoë', seenAt: 2000 }))
        const again = newParticipant('p1', { ...given, name: 'Zoë', seenAt: 2000 })
        expect(await store.findParticipant('p1')).toEqual(again)
        const changed = { ...again, role: undefined, name: 'Zoe', removedAt: 7 }
        expect(await change(first, 'p1', { role: undefined, name: 'Zoe', removedAt: 7 })).toEqual([changed])
        expect(await change(first, 'p1', {})).toEqual([changed])
        expect(await change(second, 'p1', { handAt: undefined })).toEqual([])
        expect(await change(first, 'nobody', { handAt: 1 })).toEqual([])
        expect(await store.findParticipant('p1')).toEqual(changed)
      })

      it('STORE-46: several participants are changed together, each in its own fields; of another map none is', async () => {
        await store.addLink(newLink('l1'))
        await store.addLink(newLink('l2', { map: second }))
        for (const id of ['p1', 'p2']) await store.putParticipant(newParticipant(id))
        await store.putParticipant(newParticipant('p3', { map: second, link: 'l2' }))
        const changed = await store.changeParticipants(first, [
          { id: 'p2', role: 'viewer', name: 'Zoe' },
          { id: 'p3', role: 'viewer' },
          { id: 'p1', role: 'viewer', mutedAt: 3 },
        ])
        const wanted = [
          newParticipant('p2', { role: 'viewer', name: 'Zoe' }),
          newParticipant('p1', { role: 'viewer', mutedAt: 3 }),
        ]
        expect(changed).toEqual(wanted)
        expect(await store.listParticipants(first)).toEqual(wanted.toReversed())
        expect(await store.findParticipant('p3')).toEqual(newParticipant('p3', { map: second, link: 'l2' }))
      })

      it('STORE-16: participants are listed by map in order of joining, by device newest visit first', async () => {
        await store.addLink(newLink('l1'))
        await store.addLink(newLink('l2', { map: second }))
        await store.putParticipant(newParticipant('p1', { joinedAt: 20, seenAt: 30 }))
        await store.putParticipant(newParticipant('p2', { joinedAt: 10, seenAt: 90, deviceHash: 'other' }))
        await store.putParticipant(newParticipant('p3', { map: second, link: 'l2', seenAt: 70 }))
        expect((await store.listParticipants(first)).map((person) => person.id)).toEqual(['p2', 'p1'])
        expect((await store.listParticipantsOfDevice('device')).map((person) => person.id)).toEqual(['p3', 'p1'])
        expect(await store.listParticipantsOfDevice('nobody')).toEqual([])
      })
    })

    it('STORE-36: what everyone is shown is kept until it is over or the map is gone', async () => {
      await store.createMap(newMap(first))
      await store.createMap(newMap(second))
      await store.putShowing(first, { shown: '{}', until: 5 })
      await store.putShowing(first, { shown: '{"a":1}', until: undefined })
      await store.putShowing(second, { shown: '{}', until: 7 })
      await store.putShowing('nowhere' as MapId, { shown: '{}', until: 7 })
      if (harness.reopen !== undefined) store = await harness.reopen(store)
      const kept = await store.listShowings()
      expect(kept.toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0))).toEqual([
        { map: first, shown: '{"a":1}', until: undefined },
        { map: second, shown: '{}', until: 7 },
      ])
      expect(await store.findShowing(first)).toEqual({ map: first, shown: '{"a":1}', until: undefined })
      expect(await store.findShowing('nowhere' as MapId)).toBeUndefined()
      await store.putShowing(first, undefined)
      await store.deleteMap(second)
      expect(await store.listShowings()).toEqual([])
    })

    describe('life', () => {
      it('STORE-17: check resolves while the store can be written, and rejects once closed', async () => {
        await store.createMap(newMap(first))
        await store.check()
        await store.close()
        await expect(store.check()).rejects.toBeInstanceOf(Error)
        await expect(store.findMap(first)).rejects.toBeInstanceOf(Error)
      })

      it('STORE-18: what was answered is there after closing and opening again', async () => {
        if (harness.reopen === undefined) return
        await store.createMap(newMap(first))
        await store.append([{ map: first, updates: [bytes(1), bytes(2)], participant: 'p', at: 2000 }])
        await store.setAside(first, [2])
        store = await harness.reopen(store)
        expect(await loadedUpdates(first)).toEqual([{ seq: 3, bytes: [2] }])
        expect(await store.append([{ map: first, updates: [bytes(4)], participant: undefined, at: 3 }])).toEqual([4])
      })
    })
  })
}
