import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { StoredAnswer, StoredRound } from '../../server/store/roundStore'
import type { MapStore } from '../../server/store/mapStore'
import type { MapStoreHarness } from './mapStoreContract'

const first = 'map-1' as MapId
const second = 'map-2' as MapId

function newRound(id: string, change: Partial<StoredRound> = {}): StoredRound {
  return {
    id,
    map: first,
    setup: '{"kind":"dots"}',
    labels: { a: 'Trust' },
    state: 'open',
    openedAt: 1_000,
    openedBy: 'Ana',
    endedAt: undefined,
    asked: undefined,
    done: undefined,
    outcome: undefined,
    itemsShown: undefined,
    ...change,
  }
}

function answer(voter: string, value: unknown, change: Partial<StoredAnswer> = {}): StoredAnswer {
  return { voter, respondent: undefined, answer: value, at: 5, ...change }
}

/** What every adapter keeps of rounds and answers. */
export function describeRoundStore(name: string, createHarness: () => MapStoreHarness): void {
  describe(`rounds in the store: ${name}`, () => {
    let harness: MapStoreHarness
    let store: MapStore

    beforeEach(async () => {
      harness = createHarness()
      store = await harness.open()
      for (const id of [first, second]) {
        await store.createMap({ id, title: '', createdAt: 1, document: Uint8Array.of(1) })
      }
    })
    afterEach(async () => {
      await store.close().catch(() => undefined)
      await harness.cleanUp()
    })

    it('STORE-30: a round is found again as it was, on its own map alone', async () => {
      await store.addRound(newRound('r2', { openedAt: 2_000 }))
      await store.addRound(newRound('r1'))
      await store.addRound(newRound('other', { map: second }))
      expect(await store.findRound(first, 'r1')).toEqual(newRound('r1'))
      expect(await store.findRound(second, 'r1')).toBeUndefined()
      expect((await store.listRounds(first)).map(({ id }) => id)).toEqual(['r1', 'r2'])
      await expect(store.addRound(newRound('r1'))).rejects.toBeInstanceOf(Error)
      await expect(store.addRound(newRound('r9', { map: 'none' as MapId }))).rejects.toBeInstanceOf(Error)
    })

    it('STORE-31: a state changes from the one that is named, or not at all', async () => {
      await store.addRound(newRound('r1'))
      expect(await store.moveRound('r1', 'closed', 'revealed')).toBe(false)
      expect(await store.moveRound('r1', 'open', 'closed', { endedAt: 9, asked: 4, done: 3 })).toBe(true)
      expect(await store.moveRound('r1', 'open', 'closed')).toBe(false)
      expect(await store.moveRound('r1', 'closed', 'revealed', { outcome: '{}', itemsShown: 1 })).toBe(true)
      expect(await store.findRound(first, 'r1')).toEqual(
        newRound('r1', { state: 'revealed', endedAt: 9, asked: 4, done: 3, outcome: '{}', itemsShown: 1 }),
      )
      expect(await store.moveRound('none', 'open', 'closed')).toBe(false)
    })

    it('STORE-32: there is one answer per voter: the latest, until it is taken back', async () => {
      await store.addRound(newRound('r1'))
      expect(await store.putAnswer('r1', answer('v2', { dots: { a: 1 } }))).toBe(true)
      expect(await store.putAnswer('r1', answer('v1', { dots: { a: 2 } }))).toBe(true)
      const named = answer('v2', { dots: {} }, { respondent: { id: 'p', name: 'Ana “Ñ”' }, at: 7 })
      expect(await store.putAnswer('r1', named)).toBe(true)
      expect(await store.findAnswer('r1', 'v2')).toEqual(named)
      expect(await store.listAnswers('r1')).toEqual([answer('v1', { dots: { a: 2 } }), named])
      expect(await store.putAnswer('r1', { voter: 'v1', answer: undefined })).toBe(true)
      expect(await store.listVoters('r1')).toEqual(['v2'])
      expect(await store.findAnswer('r1', 'v1')).toBeUndefined()
    })

    it('STORE-33: once a round is not open, no answer is taken and none taken back', async () => {
      await store.addRound(newRound('r1'))
      await store.putAnswer('r1', answer('v1', 1))
      await store.moveRound('r1', 'open', 'closed')
      expect(await store.putAnswer('r1', answer('v1', 2))).toBe(false)
      expect(await store.putAnswer('r1', { voter: 'v1', answer: undefined })).toBe(false)
      expect(await store.putAnswer('none', answer('v1', 2))).toBe(false)
      expect(await store.listAnswers('r1')).toEqual([answer('v1', 1)])
    })

    it('STORE-33: of answers sent while a round is closed, exactly those that were taken are listed', async () => {
      await store.addRound(newRound('r1'))
      const sending = Array.from({ length: 40 }, async (_, index) => store.putAnswer('r1', answer(`v${index}`, index)))
      const closing = store.moveRound('r1', 'open', 'closed')
      const later = Array.from({ length: 40 }, async (_, index) => store.putAnswer('r1', answer(`w${index}`, index)))
      await closing
      const counted = (await store.listVoters('r1')).length
      const taken = (await Promise.all([...sending, ...later])).filter((stored) => stored).length
      expect(counted).toBe(taken)
      expect((await store.listVoters('r1')).length).toBe(taken)
    })

    it('STORE-34: answers are forgotten without their round, and a round with its answers', async () => {
      await store.addRound(newRound('r1'))
      await store.putAnswer('r1', answer('v1', 1))
      await store.deleteAnswers('r1')
      expect(await store.listAnswers('r1')).toEqual([])
      await store.putAnswer('r1', answer('v1', 1))
      await store.deleteRound(second, 'r1')
      expect(await store.findRound(first, 'r1')).toBeDefined()
      await store.deleteRound(first, 'r1')
      expect(await store.findRound(first, 'r1')).toBeUndefined()
      expect(await store.listAnswers('r1')).toEqual([])
    })

    it('STORE-34: a deleted map takes its rounds along', async () => {
      await store.addRound(newRound('r1'))
      await store.addRound(newRound('r2', { map: second }))
      await store.putAnswer('r1', answer('v1', 1))
      await store.deleteMap(first)
      expect(await store.listRounds(first)).toEqual([])
      expect(await store.listAnswers('r1')).toEqual([])
      expect(await store.listRounds(second)).toHaveLength(1)
    })

    it('STORE-35: all of it is there after the store was closed and opened again', async () => {
      if (harness.reopen === undefined) return
      await store.addRound(newRound('r1'))
      await store.putAnswer('r1', answer('v1', { text: 'yes' }))
      store = await harness.reopen(store)
      expect(await store.findRound(first, 'r1')).toEqual(newRound('r1'))
      expect(await store.listAnswers('r1')).toEqual([answer('v1', { text: 'yes' })])
    })
  })
}
