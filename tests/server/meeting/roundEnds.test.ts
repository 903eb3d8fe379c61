import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { systemRandom } from '../../../lib/base/random'
import { agendaSchema } from '../../../lib/practice/agenda'
import { roundSetupSchema, type RoundSetup } from '../../../lib/practice/round'
import type { RoomEvent } from '../../../lib/protocol/events'
import type { Identity } from '../../../server/access/identity'
import { createAgendas, type Agendas } from '../../../server/meeting/agendas'
import { createRounds, type Rounds } from '../../../server/meeting/rounds'
import { createTimers, type Timers } from '../../../server/meeting/timers'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'

const map = 'map-1' as MapId
const minute = 60_000
const fay: Identity = {
  map,
  role: 'facilitator',
  link: 'l',
  participant: { id: 'fay', name: 'Fay', colour: 0 },
  device: 'device of Fay',
}

function setupWith(fields: Partial<RoundSetup>): RoundSetup {
  return roundSetupSchema.parse({ kind: 'text', question: 'What surprised you?', ...fields })
}

interface Meeting {
  readonly rounds: Rounds
  readonly timers: Timers
  readonly agendas: Agendas
}

describe('rounds that close by themselves', () => {
  let store: MapStore
  let clock: ManualClock
  let told: RoomEvent[]
  beforeEach(async () => {
    store = createMemoryStore()
    clock = createManualClock(1_000_000)
    told = []
    await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
  })

  /** The parts of a server on this store: another call is another process. */
  function open(): Meeting {
    const tell = (_: MapId, __: string, event: RoomEvent): void => void told.push(event)
    const rounds = createRounds({ store, clock, random: systemRandom, people: () => [], tell })
    const timers = createTimers({ store, clock, tell, changed: (one) => void rounds.look(one) })
    const agendas = createAgendas({ store, clock, timers, tell, moved: (one, to) => rounds.look(one, to) })
    return { rounds, timers, agendas }
  }

  const ask = async ({ rounds }: Meeting, fields: Partial<RoundSetup>): Promise<string> =>
    (await rounds.open(map, setupWith(fields), {}, fay)).head.id
  const stateOf = async (id: string): Promise<string | undefined> => (await store.findRound(map, id))?.state

  it('ROUND-39: one that closes with the timer is closed when it ends, and everyone is told', async () => {
    const meeting = open()
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    const id = await ask(meeting, { closesWith: 'timer' })
    const byHand = await ask(meeting, {})
    clock.advance(minute - 1)
    await meeting.rounds.list(map)
    expect(await stateOf(id)).toBe('open')
    clock.advance(1)
    await expect.poll(() => stateOf(id)).toBe('closed')
    expect(await stateOf(byHand)).toBe('open')
    await expect
      .poll(() => told.findLast((event) => event.kind === 'round'))
      .toMatchObject({ kind: 'round', round: { id, state: 'closed', endedAt: clock.now() } })
  })

  it('ROUND-39: a timer that is started, paused or lengthened meanwhile counts as it is then', async () => {
    const meeting = open()
    const id = await ask(meeting, { closesWith: 'timer' })
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    await meeting.timers.act(map, { act: 'add', minutes: 1 })
    await meeting.rounds.look(map)
    clock.advance(minute + 1)
    await meeting.rounds.look(map)
    expect(await stateOf(id)).toBe('open')
    await meeting.timers.act(map, { act: 'pause' })
    clock.advance(60 * minute)
    await meeting.rounds.look(map)
    expect(await stateOf(id)).toBe('open')
    await meeting.timers.act(map, { act: 'go-on' })
    await meeting.rounds.look(map)
    clock.advance(minute)
    await expect.poll(() => stateOf(id)).toBe('closed')
  })

  it('ROUND-39: a timer that was over before, or is stopped by hand, closes nothing', async () => {
    const meeting = open()
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    clock.advance(2 * minute)
    const id = await ask(meeting, { closesWith: 'timer' })
    await meeting.rounds.list(map)
    expect(await stateOf(id)).toBe('open')
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    await meeting.timers.act(map, { act: 'stop' })
    clock.advance(2 * minute)
    await meeting.rounds.list(map)
    expect(await stateOf(id)).toBe('open')
  })

  it('ROUND-39: an answer that comes after the time is refused, though nothing has closed the round yet', async () => {
    const meeting = open()
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    const id = await ask(meeting, { closesWith: 'timer' })
    const late = open()
    clock.advance(minute)
    expect(await late.rounds.answer(map, id, fay, { text: 'Trust' })).toEqual({
      ok: false,
      reason: { kind: 'round-not-open' },
    })
    expect(await stateOf(id)).toBe('closed')
  })

  it('ROUND-39: over a restart the time is kept: what ended meanwhile is closed at the first look', async () => {
    const before = open()
    await before.timers.act(map, { act: 'start', minutes: 2 })
    const id = await ask(before, { closesWith: 'timer' })
    const store2 = open()
    await store2.rounds.list(map)
    clock.advance(2 * minute)
    await expect.poll(() => stateOf(id)).toBe('closed')
  })

  it('ROUND-39: opened again, it is closed by hand', async () => {
    const meeting = open()
    await meeting.timers.act(map, { act: 'start', minutes: 1 })
    const id = await ask(meeting, { closesWith: 'timer' })
    clock.advance(minute)
    await expect.poll(() => stateOf(id)).toBe('closed')
    const opened = await meeting.rounds.reopen(map, id)
    expect(opened.ok && opened.value.setup).not.toHaveProperty('closesWith')
    await meeting.rounds.list(map)
    expect(await stateOf(id)).toBe('open')
  })

  it('ROUND-37: one that closes with its step is closed when the meeting goes on, or ends', async () => {
    const meeting = open()
    const agenda = agendaSchema.parse({
      steps: [
        { id: 's1', title: 'Think' },
        { id: 's2', title: 'Talk' },
      ],
    })
    await meeting.agendas.put(map, 0, agenda)
    const early = await ask(meeting, { closesWith: 'step', step: 's2' })
    await meeting.agendas.goTo(map, 's1')
    expect(await stateOf(early)).toBe('closed')

    clock.advance(1)
    const own = await ask(meeting, { closesWith: 'step', step: 's1' })
    const other = await ask(meeting, { closesWith: 'step' })
    await meeting.rounds.list(map)
    expect([await stateOf(own), await stateOf(other)]).toEqual(['open', 'open'])
    clock.advance(1)
    await meeting.agendas.goTo(map, 's2')
    expect([await stateOf(own), await stateOf(other)]).toEqual(['closed', 'closed'])

    const last = await ask(meeting, { closesWith: 'step' })
    await meeting.agendas.goTo(map, undefined)
    expect(await stateOf(last)).toBe('closed')
  })
})
