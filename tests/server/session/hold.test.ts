import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { writeAwareness } from '../../../lib/protocol/wire'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { createHolds, type Holds } from '../../../server/meeting/holds'
import { silentLog } from '../../../server/room/log'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createLocalBus } from '../../../server/bus/localBus'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, varUint, type RoomPeer, type RoomPeerOptions } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

describe('a map that is held', () => {
  let clock: ManualClock
  let store: MapStore
  let rooms: Rooms
  let holds: Holds
  let map: MapId

  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore()
    map = await addSampleMap(store)
    await begin()
  })
  const begin = async (): Promise<void> => {
    const bus = createLocalBus((fault) => {
      throw fault
    })
    const random = createSeededRandom(5)
    rooms = createRooms({ store, bus, clock, random, log: silentLog })
    holds = await createHolds({ store, clock, random, log: silentLog, rooms })
  }
  const join = (options: RoomPeerOptions): Promise<RoomPeer> => joinRoom(rooms, map, options)
  const identityOf = (id: string) => ({
    map,
    role: 'facilitator' as const,
    link: 'l',
    participant: { id, name: id, colour: 0 },
  })
  const hold = (person = 'ana') => holds.start(map, identityOf(person))
  const stored = async (): Promise<string[]> => [...(await readStoredDoc(store, map)).getMap('elements').keys()].sort()
  const toldHolds = ({ told }: RoomPeer): unknown[] =>
    told.filter(({ kind }) => kind === 'hold').map(({ hold: one }) => one)
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    await settle()
  }

  it('PEOPLE-60: takes no edit of who does not run the meeting, whatever their client sends, and takes it after the release', async () => {
    const ana = await join({ person: 'ana', role: 'facilitator' })
    const cem = await join({ person: 'cem' })
    await hold()
    await settle()
    expect(toldHolds(cem)).toMatchObject([{ person: 'ana', name: 'ana' }])
    const { saved } = cem
    addVariable(cem.doc, 'x')
    addVariable(ana.doc, 'by-ana')
    await settle()
    // Long after anybody could have known.
    await pass(15_000)
    addVariable(cem.doc, 'y')
    await settle()
    expect([ana.has('x'), ana.has('y'), cem.has('by-ana')]).toEqual([false, false, true])
    expect(await stored()).toEqual(['by-ana'])
    expect(cem.saved).toBe(saved)
    expect(cem.told.findLast(({ kind }) => kind === 'refused')).toMatchObject({ code: 'held' })
    expect(cem.socket.closeCode).toBeUndefined()
    const { asked } = cem

    await holds.release(map)
    await settle()
    expect(cem.asked).toBe(asked + 1)
    expect([ana.has('x'), ana.has('y')]).toEqual([true, true])
    expect(await stored()).toEqual(['by-ana', 'x', 'y'])
    expect(cem.saved).toBeGreaterThan(saved)
    expect(toldHolds(ana).at(-1)).toBeNull()
  })

  it('PEOPLE-61: what was made without a connection goes in after the release, and is not called saved before', async () => {
    const ana = await join({ person: 'ana', role: 'facilitator' })
    const cem = await join({ person: 'cem' })
    addVariable(cem.doc, 'before')
    await settle()
    cem.leave()
    await hold()
    addVariable(cem.doc, 'offline')
    const back = await join({ person: 'cem', doc: cem.doc })
    expect(toldHolds(back)).toMatchObject([{ person: 'ana' }])
    expect(back.told.some(({ kind, code }) => kind === 'refused' && code === 'held')).toBe(true)
    expect([ana.has('offline'), back.saved]).toEqual([false, 0])
    await holds.release(map)
    await settle()
    expect(ana.has('offline')).toBe(true)
    expect(back.saved).toBeGreaterThan(0)
    expect(await stored()).toEqual(['before', 'offline'])
  })

  it('PEOPLE-60: nobody who does not run the meeting is shown dragging or naming', async () => {
    const ana = await join({ person: 'ana', role: 'facilitator', shown: false })
    const cem = await join({ person: 'cem', shown: false })
    const shown = (): string[] => ana.shown.map((message) => new TextDecoder().decode(message))
    const show = (clock: number): void => {
      const state = new TextEncoder().encode(
        JSON.stringify({ person: { id: 'cem', name: 'cem', colour: 1 }, cursor: [1, 2], drag: { a: [5, 5] } }),
      )
      const update = [1, ...varUint(cem.doc.clientID), clock, ...varUint(state.length), ...state]
      cem.events.received(writeAwareness(Uint8Array.from(update)))
    }
    show(1)
    await settle()
    expect(shown().at(-1)).toContain('drag')
    await hold()
    await settle()
    expect(shown().at(-1)).toContain('cursor')
    expect(shown().at(-1)).not.toContain('drag')
    show(2)
    await settle()
    expect(shown().at(-1)).not.toContain('drag')
  })

  it('PEOPLE-62: of two who press at once the first holds, and either of them releases', async () => {
    await join({ person: 'ana', role: 'facilitator' })
    await join({ person: 'fay', role: 'facilitator' })
    const [first, second] = await Promise.all([hold('ana'), hold('fay')])
    expect(first).toMatchObject({ ok: true, value: { person: 'ana' } })
    expect(second).toEqual(first)
    await holds.release(map)
    expect(holds.find(map)).toBeUndefined()
    await holds.release(map)
    expect(await hold('fay')).toMatchObject({ value: { person: 'fay' } })
  })

  it('PEOPLE-63: is released 20 s after whoever holds has gone, counted anew each time they come back', async () => {
    const ana = await join({ person: 'ana', role: 'facilitator' })
    const other = await join({ person: 'ana', role: 'facilitator' })
    const cem = await join({ person: 'cem' })
    await hold()
    await pass(25_000)
    ana.leave()
    for (const { events } of [other, cem]) events.ponged()
    await pass(25_000)
    expect(holds.find(map)).toBeDefined()
    other.leave()
    cem.events.ponged()
    await pass(19_000)
    const back = await join({ person: 'ana', role: 'facilitator' })
    await pass(5_000)
    cem.events.ponged()
    back.leave()
    await pass(19_000)
    expect(holds.find(map)).toBeDefined()
    addVariable(cem.doc, 'waits')
    await settle()
    await pass(2_000)
    expect(holds.find(map)).toBeUndefined()
    expect(toldHolds(cem).at(-1)).toBeNull()
    await pass(1_000)
    expect(await stored()).toEqual(['waits'])
  })

  it('PEOPLE-63: who holds and no longer runs the meeting has let go', async () => {
    await join({ person: 'ana', role: 'facilitator' })
    await hold()
    rooms.updateParticipant(map, { id: 'ana', name: 'ana', colour: 0 }, 'contributor')
    await pass(1_500)
    expect(holds.find(map)).toBeUndefined()
  })

  it('PEOPLE-64: holds over a restart, and cannot stay stuck after one', async () => {
    await join({ person: 'ana', role: 'facilitator' })
    await hold()
    holds.close()
    await rooms.close()
    await begin()
    const cem = await join({ person: 'cem' })
    addVariable(cem.doc, 'x')
    await settle()
    expect(toldHolds(cem)).toMatchObject([{ person: 'ana' }])
    expect(await stored()).toEqual([])
    await pass(21_000)
    await pass(2_000)
    expect(await stored()).toEqual(['x'])
    holds.close()
    await rooms.close()
    await begin()
    expect(holds.find(map)).toBeUndefined()
  })

  it('PEOPLE-61: many who wait are each asked once, and all of it goes in', async () => {
    const ana = await join({ person: 'ana', role: 'facilitator' })
    const others: RoomPeer[] = []
    for (let index = 0; index < 30; index += 1) others.push(await join({ person: `p${index}`, doc: new Y.Doc() }))
    await hold()
    for (const [index, { doc }] of others.entries()) addVariable(doc, `made-${index}`)
    await settle()
    await pass(100)
    expect(await stored()).toEqual([])
    const asked = others.map((one) => one.asked)
    await holds.release(map)
    await pass(100)
    await pass(100)
    expect(await stored()).toHaveLength(30)
    expect(others.map((one, index) => one.asked - (asked[index] ?? 0))).toEqual(others.map(() => 1))
    expect(ana.has('made-29')).toBe(true)
  })
})
