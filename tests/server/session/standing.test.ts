import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import type { Role } from '../../../lib/protocol/role'
import { writeSyncStep1 } from '../../../lib/protocol/wire'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentLog } from '../../../server/room/log'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createLossyBus, type LossyBus } from '../../helpers/lossyBus'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer, type RoomPeerOptions } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

describe('what somebody may do, changed while they are there', () => {
  let clock: ManualClock
  let store: MapStore
  let bus: LossyBus
  let rooms: Rooms
  let map: MapId

  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore()
    map = await addSampleMap(store)
    bus = createLossyBus((fault) => {
      throw fault
    })
    rooms = createRooms({ store, bus, clock, random: createSeededRandom(5), log: silentLog })
  })
  const join = (options: RoomPeerOptions): Promise<RoomPeer> => joinRoom(rooms, map, options)
  const give = (person: string, role: Role, more: object = {}): void =>
    rooms.updateParticipant(map, { id: person, name: person, colour: 0, ...more }, role)
  const stored = async (): Promise<string[]> => [...(await readStoredDoc(store, map)).getMap('elements').keys()].sort()
  const toldKinds = ({ told }: RoomPeer): unknown[] => told.map(({ kind }) => kind)
  const forgetTold = (...peers: RoomPeer[]): void => {
    clock.advance(200)
    for (const { told } of peers) told.splice(0)
  }

  it('PEOPLE-12: is told to them at once, to the others with whatever else changes', async () => {
    const [cem, ana] = [await join({ person: 'cem' }), await join({ person: 'ana' })]
    forgetTold(cem, ana)
    give('cem', 'commenter')
    await settle()
    expect(cem.told).toEqual([
      { kind: 'participant', participant: { id: 'cem', name: 'cem', colour: 0, role: 'commenter', here: true } },
    ])
    expect(ana.told).toEqual([])
    clock.advance(200)
    expect(ana.told).toEqual(cem.told.slice(0, 1))
  })

  it('PEOPLE-12: what was under way when the right to edit went is not taken, and they are told and may stay', async () => {
    const [cem, ana] = [await join({ person: 'cem' }), await join({ person: 'ana' })]
    addVariable(cem.doc, 'before')
    await settle()
    const { saved } = cem
    forgetTold(cem, ana)
    give('cem', 'commenter')
    for (const id of ['x', 'y']) addVariable(cem.doc, id)
    await settle()
    clock.advance(9_000)
    addVariable(cem.doc, 'z')
    await settle()
    expect(cem.socket.closeCode).toBeUndefined()
    expect(cem.saved).toBe(saved)
    expect(cem.told.filter(({ kind }) => kind === 'refused')[0]).toMatchObject({ code: 'role' })
    expect(toldKinds(ana)).not.toContain('refused')
    expect(ana.has('x')).toBe(false)
    expect(await stored()).toEqual(['before'])
    // Whoever goes on by then knows better.
    clock.advance(1_000)
    addVariable(cem.doc, 'forged')
    await settle()
    expect(cem.socket.closeCode).toBe(4403)
    expect(await stored()).toEqual(['before'])
  })

  it('PEOPLE-12: leaves no time to those who never had the right', async () => {
    const vic = await join({ person: 'vic', role: 'viewer' })
    give('vic', 'commenter')
    addVariable(vic.doc, 'forged')
    await settle()
    expect(vic.socket.closeCode).toBe(4403)
  })

  it('PEOPLE-13: what was refused meanwhile is asked for and taken once the right is given back', async () => {
    const [cem, ana] = [await join({ person: 'cem' }), await join({ person: 'ana' })]
    give('cem', 'viewer')
    addVariable(cem.doc, 'x')
    await settle()
    expect(ana.has('x')).toBe(false)
    give('cem', 'contributor')
    addVariable(cem.doc, 'y')
    await settle()
    clock.advance(2_000)
    await settle()
    expect([ana.has('x'), ana.has('y')]).toEqual([true, true])
    // Step 2 at the beginning, two edits, and at least one answer since.
    expect(cem.saved).toBeGreaterThanOrEqual(4)
  })

  it('PEOPLE-12: outlives a roll call in which nothing was heard of them, who come again as new', async () => {
    const cem = await join({ person: 'cem' })
    give('cem', 'viewer', { name: 'Cem' })
    await settle()
    const { publish } = bus.toRoom
    bus.toRoom.publish = () => undefined
    bus.lose('toRoom')
    bus.mend()
    await settle()
    clock.advance(11_000)
    expect(rooms.identities(map)).toEqual([])
    bus.toRoom.publish = publish
    bus.lose('toRoom')
    bus.mend()
    await settle()
    expect(rooms.identities(map)).toMatchObject([{ role: 'viewer', participant: { name: 'Cem' } }])
    addVariable(cem.doc, 'forged')
    await settle()
    expect(await stored()).toEqual([])
  })

  const handsTold = ({ told }: RoomPeer): unknown[] =>
    told.flatMap(({ kind, participant }) => {
      const { id, hand } = (participant ?? {}) as { id?: string; hand?: number }
      return kind === 'participant' ? [[id, hand]] : [kind]
    })

  it('PEOPLE-22: a hand costs everyone one row, the latest of each person', async () => {
    const [a, b] = [await join({ person: 'a' }), await join({ person: 'b' }), await join({ person: 'c' })]
    forgetTold(a, b)
    give('a', 'contributor', { hand: 1 })
    give('a', 'contributor', { hand: 2 })
    give('b', 'contributor', { hand: 3 })
    clock.advance(200)
    const hands = [
      ['a', 2],
      ['b', 3],
    ]
    expect([handsTold(a), handsTold(b)]).toEqual([hands, hands])
  })

  it('SLOW-9: a slow socket is told of people in the order in which they changed, the latest of each', async () => {
    const [a, slow] = [await join({ person: 'a' }), await join({ person: 'slow' })]
    for (let index = 0; index < 8; index += 1) a.doc.getMap('views').set(`v${index}`, { name: 'x'.repeat(250_000) })
    await settle()
    forgetTold(slow)
    slow.socket.stall()
    slow.events.received(writeSyncStep1(Uint8Array.of(0)))
    await settle()
    give('a', 'contributor', { hand: 1 })
    clock.advance(200)
    await join({ person: 'late' })
    clock.advance(200)
    give('a', 'contributor', { hand: 2 })
    clock.advance(200)
    expect(slow.told).toEqual([])
    slow.socket.flow()
    slow.events.drained()
    expect(handsTold(slow)).toEqual(['participants', ['a', 2]])
  })
})
