import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { NewComment, StoredThread } from '../../server/store/commentStore'
import type { MapStore } from '../../server/store/mapStore'
import type { MapStoreHarness } from './mapStoreContract'

const first = 'map-1' as MapId
const second = 'map-2' as MapId
const ana = { id: 'ana', name: 'Ana “Ñ”' }
const author = { ...ana, colour: 3 }

function newThread(id: string, change: Partial<StoredThread> = {}): StoredThread {
  return {
    id,
    map: first,
    anchor: '{"kind":"element","id":"trust"}',
    label: 'Trust',
    createdAt: 1_000,
    by: ana,
    resolved: undefined,
    ...change,
  }
}

function newComment(id: string, thread: string, change: Partial<NewComment> = {}): NewComment {
  return { id, map: first, thread, by: author, text: `Words of ${id}`, mark: undefined, mentions: [], at: 5, ...change }
}

/** What every adapter keeps of comments. */
export function describeCommentStore(name: string, createHarness: () => MapStoreHarness): void {
  describe(`comments in the store: ${name}`, () => {
    let harness: MapStoreHarness
    let store: MapStore

    beforeEach(async () => {
      harness = createHarness()
      store = await harness.open()
      for (const map of [first, second]) {
        const link = { id: `l-${map}`, map, grant: 'comment' as const, keyHash: `hash-${map}`, createdAt: 1 }
        await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1), links: [link] })
      }
      for (const id of ['ana', 'ben']) {
        await store.putParticipant({
          ...{ id, map: first, link: `l-${first}`, deviceHash: id, name: id },
          ...{ colour: 1, joinedAt: 1, seenAt: 1 },
        })
      }
    })
    afterEach(async () => {
      await store.close().catch(() => undefined)
      await harness.cleanUp()
    })

    it('STORE-60: a thread and its comments are found again as they were, on their own map alone', async () => {
      const words = newComment('c1', 't1', { mark: 'move', mentions: [{ id: 'ben', name: 'Ben' }] })
      const stored = await store.addThread(newThread('t1'), words, 100)
      expect(stored).toEqual({ ...words, number: 1, editedAt: undefined, deletedAt: undefined })
      await store.addThread(newThread('t0', { createdAt: 500 }), newComment('c2', 't0'), 100)
      const elsewhere = newComment('c9', 't9', { map: second })
      expect(await store.addThread(newThread('t9', { map: second }), elsewhere, 100)).toMatchObject({ number: 1 })
      expect(await store.addReply(newComment('c3', 't1'), undefined, 100)).toMatchObject({ number: 3 })
      expect((await store.listThreads(first)).map(({ id }) => id)).toEqual(['t0', 't1'])
      expect((await store.listComments(first)).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3'])
      expect(await store.findThread(first, 't1')).toEqual(newThread('t1'))
      expect(await store.findThread(second, 't1')).toBeUndefined()
      expect(await store.findComment(first, 'c1')).toEqual(stored)
      expect(await store.findComment(second, 'c1')).toBeUndefined()
      await expect(store.addThread(newThread('t1'), newComment('c4', 't1'), 100)).rejects.toBeInstanceOf(Error)
      await expect(store.addThread(newThread('t5'), newComment('c1', 't5'), 100)).rejects.toBeInstanceOf(Error)
      expect(await store.findThread(first, 't5')).toBeUndefined()
      const none = { map: 'none' as MapId }
      await expect(store.addThread(newThread('t6', none), newComment('c6', 't6', none), 9)).rejects.toBeInstanceOf(
        Error,
      )
    })

    it('STORE-61: a thread takes comments while it is open, and not on another map', async () => {
      await store.addThread(newThread('t1'), newComment('c1', 't1'), 100)
      expect(await store.addReply(newComment('c2', 't1', { map: second }), undefined, 100)).toBe('no-such-thread')
      expect(await store.addReply(newComment('c2', 'none'), undefined, 100)).toBe('no-such-thread')
      await store.resolveThread(second, 't1', { at: 9, by: 'Nobody' })
      await store.resolveThread(first, 't1', { at: 9, by: 'Ben' })
      expect(await store.findThread(first, 't1')).toEqual(newThread('t1', { resolved: { at: 9, by: 'Ben' } }))
      expect(await store.addReply(newComment('c2', 't1'), undefined, 100)).toBe('thread-resolved')
      await store.resolveThread(first, 't1', undefined)
      expect(await store.addReply(newComment('c2', 't1'), 'Confidence', 100)).toMatchObject({ number: 2 })
      expect(await store.findThread(first, 't1')).toEqual(newThread('t1', { label: 'Confidence' }))
    })

    it('STORE-62: a map takes so many comments and no more, however close together they come', async () => {
      await store.addThread(newThread('t1'), newComment('c0', 't1'), 10)
      const replies = await Promise.all(
        Array.from({ length: 30 }, async (_, index) => store.addReply(newComment(`r${index}`, 't1'), undefined, 10)),
      )
      expect(replies.filter((reply) => reply === 'full')).toHaveLength(21)
      const numbers = (await store.listComments(first)).map(({ number }) => number)
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(await store.addThread(newThread('t2'), newComment('c2', 't2'), 10)).toBeUndefined()
      expect(await store.findThread(first, 't2')).toBeUndefined()
    })

    it('STORE-63: of a comment what is named is changed, and nothing else', async () => {
      await store.addThread(newThread('t1'), newComment('c1', 't1', { mark: 'move' }), 100)
      expect(await store.changeComment(second, 'c1', { text: 'No' })).toBeUndefined()
      expect(await store.changeComment(first, 'c1', { text: 'New', editedAt: 7 })).toMatchObject({
        ...{ text: 'New', mark: 'move', editedAt: 7, deletedAt: undefined },
      })
      const gone = { text: '', mark: undefined, mentions: [], deletedAt: 8 }
      expect(await store.changeComment(first, 'c1', gone)).toMatchObject({ ...gone, editedAt: 7 })
    })

    it('STORE-64: what was read stays read, by each person', async () => {
      await store.addThread(newThread('t1'), newComment('c1', 't1'), 100)
      await store.addThread(newThread('t9', { map: second }), newComment('c9', 't9', { map: second }), 100)
      const upTo = (number: number) => new Map([['t1', number] as const, ['t9', number], ['none', 4]])
      await store.putRead(first, 'ana', upTo(3))
      await store.putRead(first, 'ana', upTo(2))
      expect(await store.listRead(first, 'ana')).toEqual(new Map([['t1', 3]]))
      expect(await store.listRead(first, 'ben')).toEqual(new Map())
      expect(await store.listRead(second, 'ana')).toEqual(new Map())
      await store.putRead(first, 'ben', upTo(1))
      await store.putRead(first, 'ana', upTo(4))
      expect(await store.listRead(first, 'ana')).toEqual(new Map([['t1', 4]]))
      expect(await store.listRead(first, 'ben')).toEqual(new Map([['t1', 1]]))
    })

    it('STORE-65: a thread goes with its comments and what was read of it, and a map with its threads', async () => {
      await store.addThread(newThread('t1'), newComment('c1', 't1'), 100)
      await store.addThread(newThread('t2'), newComment('c2', 't2'), 100)
      await store.addThread(newThread('t9', { map: second }), newComment('c9', 't9', { map: second }), 100)
      await store.putRead(first, 'ana', new Map([['t1', 1]]))
      await store.deleteThread(second, 't1')
      expect(await store.findThread(first, 't1')).toBeDefined()
      await store.deleteThread(first, 't1')
      expect((await store.listComments(first)).map(({ id }) => id)).toEqual(['c2'])
      expect(await store.listRead(first, 'ana')).toEqual(new Map())
      await store.deleteMap(first)
      expect(await store.listThreads(first)).toEqual([])
      expect(await store.listComments(first)).toEqual([])
      expect(await store.listThreads(second)).toHaveLength(1)
    })

    it('STORE-66: all of it is there after the store was closed and opened again', async () => {
      if (harness.reopen === undefined) return
      await store.addThread(newThread('t1'), newComment('c1', 't1'), 100)
      await store.resolveThread(first, 't1', { at: 9, by: 'Ben' })
      await store.putRead(first, 'ana', new Map([['t1', 1]]))
      store = await harness.reopen(store)
      expect(await store.listThreads(first)).toEqual([newThread('t1', { resolved: { at: 9, by: 'Ben' } })])
      expect(await store.listComments(first)).toMatchObject([{ id: 'c1', number: 1 }])
      expect(await store.listRead(first, 'ana')).toEqual(new Map([['t1', 1]]))
    })
  })
}
