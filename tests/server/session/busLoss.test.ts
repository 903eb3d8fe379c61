import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { silentLog } from '../../../server/room/log'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createLossyBus, type LossyBus } from '../../helpers/lossyBus'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer, type RoomPeerOptions } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

describe('messages lost between sessions and their room', () => {
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
  const join = (options?: RoomPeerOptions): Promise<RoomPeer> => joinRoom(rooms, map, options)
  const later = async (): Promise<void> => {
    for (let second = 0; second < 3; second += 1) {
      clock.advance(1_000)
      await settle()
    }
  }
  const stored = async (): Promise<string[]> => [...(await readStoredDoc(store, map)).getMap('elements').keys()].sort()

  it('BUS-8: who came while nothing reached the room is let in and synced, and their edits are saved', async () => {
    const there = await join()
    addVariable(there.doc, 'a')
    await settle()
    bus.lose('toRoom')
    const late = await join()
    addVariable(late.doc, 'b')
    await settle()
    expect(late.has('a')).toBe(false)
    bus.mend()
    await settle()
    await later()
    expect(late.has('a')).toBe(true)
    expect(there.has('b')).toBe(true)
    expect(await stored()).toEqual(['a', 'b'])
    expect(late.saved).toBeGreaterThanOrEqual(1)
  })

  it('BUS-8: an edit lost on its way is not called saved, though later ones arrive, and comes again', async () => {
    const author = await join()
    const reader = await join()
    addVariable(author.doc, 'a')
    await settle()
    expect(author.saved).toBe(2)
    bus.lose('toRoom')
    author.doc.getMap('elements').delete('a')
    await settle()
    expect(author.saved).toBe(2)
    bus.mend()
    await settle()
    await later()
    expect(reader.has('a')).toBe(false)
    expect(await stored()).toEqual([])
    // Step 2 at the beginning, two edits, and the answers since.
    expect(author.saved).toBeGreaterThanOrEqual(3)
  })

  it('BUS-8: an edit that was lost unnoticed is missed by its number', async () => {
    const author = await join()
    addVariable(author.doc, 'a')
    await settle()
    const { publish } = bus.toRoom
    let lost = 0
    bus.toRoom.publish = (to, message) => {
      if (message.kind === 'update' && lost === 0) lost += 1
      else publish(to, message)
    }
    author.doc.getMap('elements').delete('a')
    author.doc.getMap('views').set('v', { name: 'after' })
    expect(author.saved).toBe(2)
    await settle()
    await later()
    expect(lost).toBe(1)
    expect(await stored()).toEqual([])
    expect(author.saved).toBe(5)
  })

  it('BUS-8: what the room said in vain is made good: updates, what is saved, and who has to go', async () => {
    const [author, reader, revoked] = [await join(), await join(), await join({ link: 'old' })]
    bus.lose('toSessions')
    addVariable(author.doc, 'a')
    await settle()
    rooms.closeLink(map, 'old')
    await settle()
    expect(reader.has('a')).toBe(false)
    expect(revoked.socket.closeCode).toBeUndefined()
    bus.mend()
    await settle()
    expect(reader.has('a')).toBe(true)
    expect(author.saved).toBeGreaterThanOrEqual(2)
    expect(revoked.socket.closeCode).toBe(4401)
    addVariable(reader.doc, 'b')
    await settle()
    expect(author.has('b')).toBe(true)
  })

  it('BUS-8: who left while nothing reached the room is gone after the roll call', async () => {
    const stays = await join({ person: 'stays' })
    const leaves = await join({ person: 'leaves' })
    clock.advance(200)
    bus.lose('toRoom')
    leaves.leave()
    bus.mend()
    await settle()
    clock.advance(11_000)
    await settle()
    clock.advance(200)
    const last = stays.told.filter(({ kind }) => kind === 'participants').at(-1)
    expect(last?.['participants']).toMatchObject([{ id: 'stays' }])
  })
})
