import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { systemRandom } from '../../../lib/base/random'
import { roundSetupSchema } from '../../../lib/practice/round'
import type { Identity } from '../../../server/access/identity'
import { createRounds, type Rounds } from '../../../server/meeting/rounds'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'

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
  const over = (kept: MapStore): Rounds =>
    createRounds({
      store: kept,
      clock: createManualClock(0),
      random: systemRandom,
      people: () => [],
      tell: () => undefined,
    })

  it('ROUND-31: who reveals again after a stop in the middle has the answers forgotten', async () => {
    const stopping = over({ ...store, deleteAnswers: () => Promise.reject(new Error('stopped')) })
    const { id } = await stopping.open(map, setup, {}, person('Fay'))
    await stopping.answer(map, id, person('Ana'), { text: 'Trust' })
    await expect(stopping.reveal(map, id, false)).rejects.toThrow('stopped')
    expect(await store.listAnswers(id)).toHaveLength(1)
    const rounds = over(store)
    await rounds.reveal(map, id, false)
    expect(await store.listAnswers(id)).toEqual([])
    expect(await rounds.find(map, id, person('Ana'))).toMatchObject({
      value: { state: 'revealed', done: 1, result: { texts: [{ text: 'Trust' }] } },
    })
  })

  it('ROUND-23: opened again while it is being revealed, it keeps its answers and shows none', async () => {
    const slow: MapStore = {
      ...store,
      listAnswers: async (round) => {
        const answers = await store.listAnswers(round)
        await over(store).reopen(map, round)
        return answers
      },
    }
    const { id } = await over(slow).open(map, setup, {}, person('Fay'))
    await over(slow).answer(map, id, person('Ana'), { text: 'Trust' })
    const revealed = await over(slow).reveal(map, id, false)
    expect(revealed).toMatchObject({ value: { state: 'open', done: 1 } })
    expect(revealed).not.toHaveProperty('value.endedAt')
    expect(await store.listAnswers(id)).toHaveLength(1)
  })
})
