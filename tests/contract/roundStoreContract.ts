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
    itemsShown: undefined,
    step: undefined,
    importedAt: undefined,
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

    it('STORE-39: a map is stored with rounds that are over, all or nothing', async () => {
      const third = 'map-3' as MapId
      const past = (id: string) => ({
        ...newRound(id, { map: third, state: 'revealed', done: 2, asked: 3, importedAt: 7 }),
        outcome: '{"kind":"dots"}',
      })
      const many = Array.from({ length: 120 }, (_, number) => past(`past-${number}`))
      await store.createMap({ id: third, title: '', createdAt: 1, document: Uint8Array.of(1), rounds: many })
      expect(await store.listRounds(third)).toHaveLength(120)
      const { outcome, ...round } = past('past-7')
      expect(await store.findRound(third, 'past-7')).toEqual(round)
      expect(await store.findOutcome(third, 'past-7')).toBe(outcome)
      const fourth = 'map-4' as MapId
      await expect(
        store.createMap({
          ...{ id: fourth, title: '', createdAt: 1, document: Uint8Array.of(1) },
          rounds: [
            { ...past('new'), map: fourth },
            { ...past('past-7'), map: fourth },
          ],
        }),
      ).rejects.toBeInstanceOf(Error)
      expect(await store.findMap(fourth)).toBeUndefined()
      expect(await store.findOutcome(fourth, 'new')).toBeUndefined()
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

    it('STORE-31: a round changes by what it is, or not at all', async () => {
      await store.addRound(newRound('r1'))
      expect(await store.changeRound(first, 'r1', () => undefined)).toEqual(newRound('r1'))
      const closed = newRound('r1', { state: 'closed', endedAt: 9, asked: 4, done: 3 })
      const close = { state: 'closed', endedAt: 9, asked: 4, done: 3 } as const
      expect(await store.changeRound(first, 'r1', ({ state }) => (state === 'open' ? close : undefined))).toEqual(
        closed,
      )
      expect(await store.changeRound(second, 'r1', () => ({ state: 'open' }))).toBeUndefined()
      expect(await store.changeRound(first, 'none', () => ({ state: 'open' }))).toBeUndefined()
      const refused = store.changeRound(first, 'r1', () => {
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      expect(await store.findRound(first, 'r1')).toEqual(closed)
    })

    it('STORE-37: what its answers came to takes their place in one step', async () => {
      await store.addRound(newRound('r1'))
      await store.putAnswer('r1', answer('v1', 1))
      await store.putAnswer('r1', answer('v2', 2))
      const revealed = await store.changeRound(first, 'r1', (_, answers) => ({
        state: 'revealed',
        done: answers.length,
        outcome: JSON.stringify(answers.map((one) => one.answer)),
        itemsShown: 1,
      }))
      expect(revealed).toEqual(newRound('r1', { state: 'revealed', done: 2, itemsShown: 1 }))
      expect(await store.findOutcome(first, 'r1')).toBe('[1,2]')
      expect(await store.findOutcome(second, 'r1')).toBeUndefined()
      expect(await store.listAnswers('r1')).toEqual([])
      await store.changeRound(first, 'r1', (_, __, outcome) => ({ outcome: `${outcome ?? ''} again` }))
      expect(await store.findOutcome(first, 'r1')).toBe('[1,2] again')
    })

    it('STORE-37: whoever closes, opens and answers at the same time, an answer that was taken is in what they came to', async () => {
      await store.addRound(newRound('r1'))
      let told = 0
      const sending = Array.from({ length: 30 }, async (_, index) => store.putAnswer('r1', answer(`v${index}`, index)))
      const moving = Array.from({ length: 10 }, async (_, index) =>
        store.changeRound(first, 'r1', ({ state }) =>
          state === 'revealed' ? undefined : { state: index % 2 === 0 ? 'closed' : 'open' },
        ),
      )
      const revealing = store.changeRound(first, 'r1', (_, answers) => {
        told = answers.length
        return { state: 'revealed', outcome: '[]' }
      })
      const later = Array.from({ length: 30 }, async (_, index) => store.putAnswer('r1', answer(`w${index}`, index)))
      const taken = (await Promise.all([...sending, ...later])).filter((stored) => stored).length
      await Promise.all([...moving, revealing])
      expect(told).toBe(taken)
      expect(await store.listAnswers('r1')).toEqual([])
    })

    it('STORE-38: of one step one round at a time is not revealed, however close together they are added', async () => {
      const adding = ['r1', 'r2', 'r3'].map(async (id) => store.addRound(newRound(id, { step: 's' })))
      const there = await Promise.all(adding)
      expect(new Set(there.map(({ id }) => id)).size).toBe(1)
      expect(await store.listRounds(first)).toEqual([there[0]])
      // Another step's, another map's, and those of no step are not in its way.
      await store.addRound(newRound('t', { step: 't' }))
      await store.addRound(newRound('m', { map: second, step: 's' }))
      await store.addRound(newRound('n1'))
      await store.addRound(newRound('n2'))
      expect(await store.listRounds(first)).toHaveLength(4)
      const id = there[0]?.id ?? ''
      await store.changeRound(first, id, () => ({ state: 'closed' }))
      expect((await store.addRound(newRound('r4', { step: 's' }))).id).toBe(id)
      await store.changeRound(first, id, () => ({ state: 'revealed', outcome: '[]' }))
      expect((await store.addRound(newRound('r5', { step: 's' }))).id).toBe('r5')
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
      await store.changeRound(first, 'r1', () => ({ state: 'closed' }))
      expect(await store.putAnswer('r1', answer('v1', 2))).toBe(false)
      expect(await store.putAnswer('r1', { voter: 'v1', answer: undefined })).toBe(false)
      expect(await store.putAnswer('none', answer('v1', 2))).toBe(false)
      expect(await store.listAnswers('r1')).toEqual([answer('v1', 1)])
    })

    it('STORE-33: of answers sent while a round is closed, exactly those that were taken are listed', async () => {
      await store.addRound(newRound('r1'))
      const sending = Array.from({ length: 40 }, async (_, index) => store.putAnswer('r1', answer(`v${index}`, index)))
      const closing = store.changeRound(first, 'r1', () => ({ state: 'closed' }))
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
      await store.changeRound(first, 'r1', () => ({ outcome: '[]' }))
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
