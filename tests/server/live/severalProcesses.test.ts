import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import type { Bus } from '../../../server/bus/bus'
import { createLocalBus } from '../../../server/bus/localBus'
import type { SharedStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'
import { startServerProcess, type ServerProcess } from '../../helpers/serverProcesses'

const times = { duration: 3_000, renew: 1_000 }

describe('several processes', () => {
  let clock: ManualClock
  let store: SharedStore
  let bus: Bus
  let map: MapId
  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore(() => clock.now())
    bus = createLocalBus((fault) => {
      throw fault
    })
    map = await addSampleMap(store)
  })

  const start = (name: string): ServerProcess => startServerProcess({ name, store, bus, clock, times })
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100)
      await settle()
    }
  }
  const stored = async (): Promise<readonly string[]> =>
    [...(await readStoredDoc(store, map)).getMap('elements').keys()].sort()
  const drawn = (peer: RoomPeer): readonly string[] => [...peer.doc.getMap('elements').keys()].sort()
  /** All that it sent is called saved. */
  const savedAll = (peer: RoomPeer, before: number): boolean => peer.saved > before

  it('OWNER-7: a map has one room, whatever process its sockets are in, and an edit reaches them all', async () => {
    const [one, other] = [start('one'), start('other')]
    const peers = [await joinRoom(one.rooms, map), await joinRoom(other.rooms, map), await joinRoom(other.rooms, map)]
    await pass(500)
    peers.forEach((peer, number) => addVariable(peer.doc, `e${number}`))
    await pass(500)
    for (const peer of peers) {
      expect(drawn(peer)).toEqual(['e0', 'e1', 'e2'])
      expect(peer.saved).toBeGreaterThan(1)
    }
    expect(await stored()).toEqual(['e0', 'e1', 'e2'])
    expect([one.rooms.stats().rooms, other.rooms.stats().rooms]).toEqual([1, 0])
  })

  it('OWNER-8: an owner that is killed is followed within 5 s, and who is in another process notices a pause', async () => {
    const [one, other] = [start('one'), start('other')]
    const gone = await joinRoom(one.rooms, map)
    await pass(500)
    const [ana, ben] = [await joinRoom(other.rooms, map), await joinRoom(other.rooms, map)]
    await pass(500)
    addVariable(gone.doc, 'acknowledged')
    await pass(200)
    expect(gone.saved).toBeGreaterThan(1)
    one.kill()
    const before = ana.saved
    addVariable(ana.doc, 'meanwhile')
    await pass(1_000)
    expect(ben.has('meanwhile')).toBe(false)
    expect(ana.saved).toBe(before)
    await pass(4_000)
    expect(other.rooms.stats().rooms).toBe(1)
    expect(ben.has('meanwhile')).toBe(true)
    expect(savedAll(ana, before)).toBe(true)
    expect([ana.socket.closeCode, ben.socket.closeCode]).toEqual([undefined, undefined])
    expect(await stored()).toEqual(['acknowledged', 'meanwhile'])
  })

  it('OWNER-9: an owner that stood still past its time stores nothing more; who is there goes to the next', async () => {
    const [one, other] = [start('one'), start('other')]
    const ana = await joinRoom(one.rooms, map)
    await pass(500)
    const ben = await joinRoom(other.rooms, map)
    await pass(500)
    one.freeze()
    await pass(5_000)
    addVariable(ben.doc, 'by the next')
    await pass(500)
    expect(ben.saved).toBeGreaterThan(1)
    const before = ana.saved
    // Its people drew on, and it takes that for its own affair.
    one.thaw()
    addVariable(ana.doc, 'by who stood still')
    await pass(5_000)
    for (const peer of [ana, ben]) {
      expect(drawn(peer)).toEqual(['by the next', 'by who stood still'])
      expect(peer.socket.closeCode).toBeUndefined()
    }
    expect(savedAll(ana, before)).toBe(true)
    expect(await stored()).toEqual(['by the next', 'by who stood still'])
    expect([one.rooms.stats().rooms, other.rooms.stats().rooms]).toEqual([0, 1])
  })

  it('OWNER-10: a process that is stopped gives its maps back at once', async () => {
    const [one, other] = [start('one'), start('other')]
    const ana = await joinRoom(one.rooms, map)
    await pass(500)
    addVariable(ana.doc, 'a')
    await settle()
    await one.rooms.close()
    expect(ana.socket.closeCode).toBe(1012)
    const again = await joinRoom(other.rooms, map, { doc: ana.doc })
    await settle()
    addVariable(again.doc, 'b')
    await settle()
    expect(await stored()).toEqual(['a', 'b'])
    expect(other.rooms.stats().rooms).toBe(1)
  })

  it('OWNER-11: a room stays where it is while anybody is there in any process, and rests after the last', async () => {
    const [one, other] = [start('one'), start('other')]
    const ana = await joinRoom(one.rooms, map)
    await pass(500)
    const ben = await joinRoom(other.rooms, map)
    await pass(500)
    ana.leave()
    await pass(25_000)
    addVariable(ben.doc, 'later')
    await pass(500)
    expect(await stored()).toEqual(['later'])
    expect([one.rooms.stats().rooms, other.rooms.stats().rooms]).toEqual([1, 0])
    ben.leave()
    await pass(30_000)
    expect([one.rooms.stats().rooms, other.rooms.stats().rooms]).toEqual([0, 0])
    expect(await store.leases({ owner: 'third', ...times }).acquire(map)).toMatchObject({ kind: 'owned' })
  })

  it('OWNER-12: a map that is not there is told in whatever process it is asked for', async () => {
    const [one, other] = [start('one'), start('other')]
    const gone = 'gone' as MapId
    const peers = [await joinRoom(one.rooms, gone), await joinRoom(other.rooms, gone)]
    await pass(500)
    expect(peers.map(({ socket }) => socket.closeCode)).toEqual([4404, 4404])
  })
})
