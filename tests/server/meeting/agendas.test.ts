import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { agendaSchema } from '../../../lib/practice/agenda'
import type { RoomEvent } from '../../../lib/protocol/events'
import { createAgendas } from '../../../server/meeting/agendas'
import { createTimers } from '../../../server/meeting/timers'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'

const map = 'map-1' as MapId
const agenda = agendaSchema.parse({
  steps: [
    { id: 'a', title: 'Factors' },
    { id: 'b', title: 'Links' },
  ],
})
const minute = 60_000

let store: MapStore
beforeEach(async () => {
  store = createMemoryStore()
  await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
})

/** A map with an agenda of two steps, which nobody has begun. */
async function begin(kept: MapStore = store) {
  const clock = createManualClock(0)
  const events: RoomEvent['kind'][] = []
  const tell = (_map: MapId, _topic: string, event: RoomEvent): void => void events.push(event.kind)
  const timers = createTimers({ store: kept, clock, tell })
  const agendas = createAgendas({ store: kept, clock, timers, tell })
  await agendas.put(map, 0, agenda)
  return { clock, timers, agendas, events }
}

describe('a timer that is over, and the step', () => {
  it('AGENDA-66: goes with the step; one that runs, or is none, is neither changed nor told of', async () => {
    const { clock, timers, agendas, events } = await begin()
    await timers.act(map, { act: 'start', minutes: 1 })
    events.length = 0
    await agendas.goTo(map, 'a')
    expect((await timers.find(map)).timer).not.toBeNull()
    expect(events).toEqual(['agenda'])
    clock.advance(minute)
    await agendas.goTo(map, 'b')
    expect((await timers.find(map)).timer).toBeNull()
    expect(events).toEqual(['agenda', 'agenda', 'timer'])
    await agendas.goTo(map, 'a')
    expect(events).toEqual(['agenda', 'agenda', 'timer', 'agenda'])
  })

  it('AGENDA-66: one that was started for its step goes with it, whatever was done to it meanwhile', async () => {
    const { timers, agendas } = await begin()
    await agendas.goTo(map, 'a')
    await timers.act(map, { act: 'start', minutes: 5, step: 'a' })
    await timers.act(map, { act: 'pause' })
    await timers.act(map, { act: 'go-on' })
    await timers.act(map, { act: 'add', minutes: 1 })
    await agendas.goTo(map, 'a')
    expect((await timers.find(map)).timer).toMatchObject({ step: 'a' })
    await agendas.goTo(map, 'b')
    expect((await timers.find(map)).timer).toBeNull()
  })

  it('AGENDA-66: a timer that somebody starts while the step is gone to is not stopped', async () => {
    let startAnew: (() => Promise<unknown>) | undefined
    const { clock, timers, agendas } = await begin({
      ...store,
      // Between the look at the timer that is over and what is done about it.
      findMeeting: async (where, part) => {
        const found = await store.findMeeting(where, part)
        const start = part === 'timer' ? startAnew : undefined
        if (start !== undefined) {
          startAnew = undefined
          await start()
        }
        return found
      },
    })
    await timers.act(map, { act: 'start', minutes: 1 })
    clock.advance(minute)
    startAnew = async () => timers.act(map, { act: 'start', minutes: 5 })
    await agendas.goTo(map, 'a')
    expect(startAnew).toBeUndefined()
    expect((await timers.find(map)).timer).toMatchObject({ state: 'running', length: 5 * minute })
  })

  it('AGENDA-66: a step that is stored is gone to, whatever becomes of the timer', async () => {
    const { agendas } = await begin({
      ...store,
      findMeeting: async (where, part) =>
        part === 'timer' ? Promise.reject(new Error('no disk')) : store.findMeeting(where, part),
    })
    expect(await agendas.goTo(map, 'b')).toMatchObject({ ok: true, value: { at: 'b' } })
    expect(await agendas.find(map)).toMatchObject({ at: 'b' })
  })
})

describe('how long the meeting was at each step', () => {
  it('AGENDA-92: is written down by the server’s clock, added up, and outlives the end, a restart and changes of the agenda', async () => {
    const store = createMemoryStore()
    await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
    const clock = createManualClock(0)
    const tell = (): void => undefined
    const timers = createTimers({ store, clock, tell })
    const start = () => createAgendas({ store, clock, timers, tell })
    const agendas = start()
    const held = async () => Object.fromEntries((await agendas.record(map)).held)
    await agendas.put(map, 0, agenda)
    expect(await held()).toEqual({})
    await agendas.goTo(map, 'a')
    clock.advance(3 * minute)
    await agendas.goTo(map, 'a')
    expect(await held()).toEqual({ a: 3 * minute })
    await agendas.goTo(map, 'b')
    clock.advance(minute)
    await agendas.goTo(map, 'a')
    clock.advance(2 * minute)
    const { version } = await agendas.find(map)
    await agendas.put(map, version, agendaSchema.parse({ steps: [...agenda.steps, { id: 'c', title: 'More' }] }))
    expect(await held()).toEqual({ a: 5 * minute, b: minute })
    await agendas.goTo(map, undefined)
    clock.advance(minute)
    expect(Object.fromEntries((await start().record(map)).held)).toEqual({ a: 5 * minute, b: minute })
    const ended = await agendas.find(map)
    expect(ended.been).toEqual([])
    await agendas.put(map, ended.version, agendaSchema.parse({ steps: [{ id: 'b', title: 'Links' }] }))
    expect(await held()).toEqual({ b: minute })
  })

  it('AGENDA-92: a step at which the meeting was left standing is held, and for how long is not known', async () => {
    const { clock, agendas } = await begin()
    await agendas.goTo(map, 'a')
    clock.advance(3 * minute)
    await agendas.goTo(map, 'b')
    clock.advance(20 * 60 * minute)
    const held = async () => [...(await agendas.record(map)).held]
    expect(await held()).toEqual([
      ['a', 3 * minute],
      ['b', undefined],
    ])
    await agendas.goTo(map, undefined)
    expect(await held()).toEqual([
      ['a', 3 * minute],
      ['b', undefined],
    ])
  })

  it('AGENDA-92: a meeting that begins anew with the first step counts anew; one that goes on after its end goes on counting', async () => {
    const { clock, agendas } = await begin()
    for (const step of ['a', 'b', undefined, 'b', undefined]) {
      await agendas.goTo(map, step)
      clock.advance(minute)
    }
    expect(Object.fromEntries((await agendas.record(map)).held)).toEqual({ a: minute, b: 2 * minute })
    await agendas.goTo(map, 'a')
    clock.advance(minute)
    expect(Object.fromEntries((await agendas.record(map)).held)).toEqual({ a: minute })
  })
})

describe('the beginning of a meeting', () => {
  it('VERSION-40: is told once when the agenda goes from none to a step; not of another step, nor of going back to one after an end', async () => {
    const clock = createManualClock(0)
    const tell = (): void => undefined
    const timers = createTimers({ store, clock, tell })
    let begun = 0
    const count = (): Promise<void> => Promise.resolve(void (begun += 1))
    const agendas = createAgendas({ store, clock, timers, tell, begun: count })
    await agendas.put(map, 0, agenda)
    await agendas.goTo(map, 'b')
    expect(begun).toBe(1)
    await agendas.goTo(map, 'b')
    await agendas.goTo(map, 'a')
    clock.advance(minute)
    await agendas.goTo(map, undefined)
    await agendas.goTo(map, 'b')
    expect(begun).toBe(1)
    await agendas.goTo(map, undefined)
    await agendas.goTo(map, 'a')
    expect(begun).toBe(2)
  })
})
