import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom, systemRandom } from '../../../lib/base/random'
import { roundSetupSchema } from '../../../lib/practice/round'
import type { Identity } from '../../../server/access/identity'
import { createRounds, type Rounds, type RoundsParts } from '../../../server/meeting/rounds'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'
import { firstSeed, seedCount } from '../../helpers/seeds'

const map = 'map-1' as MapId
const setup = roundSetupSchema.parse({ kind: 'text', question: 'What surprised you?' })

function person(name: string): Identity {
  return {
    map,
    role: 'contributor',
    link: 'l',
    participant: { id: name, name, colour: 0 },
    device: `device of ${name}`,
  }
}

describe('rounds', () => {
  let store: MapStore
  beforeEach(async () => {
    store = createMemoryStore()
    await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
  })
  const over = (kept: MapStore, tell: RoundsParts['tell'] = () => undefined): Rounds =>
    createRounds({ store: kept, clock: createManualClock(0), random: systemRandom, people: () => [], tell })

  it('ROUND-31, ROUND-30: a reveal that stops in the middle leaves everything as it was', async () => {
    const stopping = over({ ...store, changeRound: () => Promise.reject(new Error('stopped')) })
    const { id } = (await stopping.open(map, setup, {}, person('Fay'))).head
    await stopping.answer(map, id, person('Ana'), { text: 'Trust' })
    await expect(stopping.reveal(map, id, false)).rejects.toThrow('stopped')
    const rounds = over(store)
    expect(await rounds.find(map, id, person('Ana'))).toMatchObject({ value: { round: { state: 'open', done: 1 } } })
    await rounds.reveal(map, id, false)
    expect(await store.listAnswers(id)).toEqual([])
    const seen = await rounds.find(map, id, person('Ana'))
    expect(seen).toMatchObject({ value: { round: { state: 'revealed', done: 1 } } })
    expect(readResult(seen)).toMatchObject({ texts: [{ text: 'Trust' }] })
  })

  it('ROUND-30: whoever closes, opens again and reveals while others answer, each acknowledged answer is counted', async () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const random = createSeededRandom(seed)
      const rounds = over(store)
      const { id } = (await rounds.open(map, setup, {}, person('Fay'))).head
      const acknowledged: string[] = []
      const wait = async (): Promise<void> => {
        for (let turn = random.below(12); turn > 0; turn -= 1) await Promise.resolve()
      }
      const answering = Array.from({ length: 6 }, async (_, index) => {
        await wait()
        const text = `answer ${index}`
        if ((await rounds.answer(map, id, person(`P${index}`), { text })).ok) acknowledged.push(text)
      })
      const moving = Array.from({ length: 4 }, async () => {
        await wait()
        await rounds.close(map, id)
        await wait()
        await rounds.reopen(map, id)
      })
      const revealing = Array.from({ length: 2 }, async () => {
        await wait()
        await rounds.reveal(map, id, false)
      })
      await Promise.all([...answering, ...moving, ...revealing])
      await rounds.reveal(map, id, false)
      const seen = await rounds.find(map, id, person('Fay'))
      const texts = (readResult(seen) as { texts: { text: string }[] }).texts.map(({ text }) => text)
      expect(texts.toSorted(), `seed ${seed}`).toEqual(acknowledged.toSorted())
      expect(seen, `seed ${seed}`).toMatchObject({ value: { round: { done: acknowledged.length } } })
      expect(await store.listAnswers(id)).toEqual([])
    }
  })

  it('ROUND-33: however many look at once, what a round came to is read once', async () => {
    let read = 0
    const counting = over({
      ...store,
      findOutcome: async (where, id) => {
        read += 1
        return store.findOutcome(where, id)
      },
    })
    const { id } = (await counting.open(map, setup, {}, person('Fay'))).head
    for (const name of ['Ana', 'Ben', 'Cem']) await counting.answer(map, id, person(name), { text: `By ${name}` })
    const look = async (): Promise<number[]> => {
      const seen = await Promise.all(Array.from({ length: 20 }, async () => counting.find(map, id, person('Ana'))))
      return [...new Set(seen.map((one) => (readResult(one) as { texts: unknown[] }).texts.length))]
    }
    await counting.reveal(map, id, true)
    expect(await look()).toEqual([1])
    expect(await look()).toEqual([1])
    expect(read).toBe(1)
    await counting.reveal(map, id, true)
    expect(await look()).toEqual([2])
    await counting.reveal(map, id, false)
    expect(await look()).toEqual([3])
    expect(read).toBe(3)
  })

  it('ROUND-34: one step is asked about once at a time, whoever presses', async () => {
    const ofStep = { ...setup, step: 's1' }
    const told: unknown[] = []
    const rounds = over(store, (_map, _topic, event) => told.push(event))
    const opened = await Promise.all(['Fay', 'Gil'].map(async (name) => rounds.open(map, ofStep, {}, person(name))))
    expect(new Set(opened.map(({ head }) => head.id)).size).toBe(1)
    expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1)
    const { id } = opened[0]?.head ?? { id: '' }
    await rounds.close(map, id)
    expect(await rounds.open(map, ofStep, {}, person('Fay'))).toMatchObject({
      isNew: false,
      head: { id, state: 'closed' },
    })
    await rounds.reveal(map, id, false)
    expect(await rounds.open(map, ofStep, {}, person('Fay'))).toMatchObject({ isNew: true, head: { state: 'open' } })
    expect(await rounds.list(map)).toHaveLength(2)
  })
})

function readResult(seen: Awaited<ReturnType<Rounds['find']>>): unknown {
  return seen.ok && seen.value.result !== undefined ? JSON.parse(seen.value.result) : undefined
}
