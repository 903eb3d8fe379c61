import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { writeAwareness, writeSyncStep2, writeUpdate } from '../../../lib/protocol/wire'
import { createLocalBus } from '../../../server/bus/localBus'
import { silentLog } from '../../../server/room/log'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, takeClocks, varUint, type RoomPeer, type RoomPeerOptions } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

describe('whose client ids are whose', () => {
  let clock: ManualClock
  let store: MapStore
  let rooms: Rooms
  let map: MapId

  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore()
    map = await addSampleMap(store)
    rooms = createRooms({
      store,
      bus: createLocalBus((fault) => {
        throw fault
      }),
      clock,
      random: createSeededRandom(3),
      log: silentLog,
    })
  })

  const join = (options?: RoomPeerOptions): Promise<RoomPeer> => joinRoom(rooms, map, options)
  const next = (peer: RoomPeer): number => Y.getState(peer.doc.store, peer.doc.clientID)
  /** Lets the limits on asking again pass. */
  const later = async (): Promise<void> => {
    for (let second = 0; second < 5; second += 1) {
      clock.advance(1_000)
      await settle()
    }
  }
  const stored = async (id: string): Promise<boolean> => (await readStoredDoc(store, map)).getMap('elements').has(id)

  const strangers: readonly [string, RoomPeerOptions, RoomPeerOptions][] = [
    ['people', { person: 'victim', device: 'd1' }, { person: 'thief', device: 'd2' }],
    ['sockets of one bare key', {}, {}],
    ['a person and a bare key', { person: 'victim', device: 'd1' }, {}],
  ]
  describe.each(strangers)('between %s', (_name, victims, thieves) => {
    it.each([
      ['update', writeUpdate],
      ['sync step 2', writeSyncStep2],
    ])('GUARD-12: clocks taken in the name of another by %s swallow nothing', async (_kind, write) => {
      const [victim, thief] = [await join(victims), await join(thieves)]
      // Yjs takes another id when it sees its own in use: what is under way by then is at stake.
      thief.events.received(write(takeClocks(victim.doc.clientID, next(victim), 1_000_000)))
      addVariable(victim.doc, 'mine')
      await settle()
      expect(victim.saved).toBe(2)
      expect(await stored('mine')).toBe(true)
      expect((await join()).has('mine')).toBe(true)
      // Nor after some edits were made.
      thief.events.received(write(takeClocks(victim.doc.clientID, next(victim), 1_000_000)))
      addVariable(victim.doc, 'mine too')
      await settle()
      expect((await join()).has('mine too')).toBe(true)
    })

    it('GUARD-12: nor do those taken while the other shows no presence, or is being shown by the thief', async () => {
      const victim = await join({ ...victims, shown: false })
      addVariable(victim.doc, 'first')
      await settle()
      const thief = await join({ ...thieves, shown: false })
      const claim = [1, ...varUint(victim.doc.clientID), 9, 2, 123, 125]
      thief.events.received(writeAwareness(Uint8Array.from(claim)))
      thief.events.received(writeUpdate(takeClocks(victim.doc.clientID, next(victim), 50)))
      addVariable(victim.doc, 'second')
      await settle()
      expect(await stored('second')).toBe(true)
    })
  })

  it.each([true, false])('GUARD-12: nor do those taken while a person is away (the room stays: %s)', async (stays) => {
    const victim = await join({ person: 'victim' })
    let thief = await join({ person: 'thief' })
    addVariable(victim.doc, 'before')
    await settle()
    victim.leave()
    if (!stays) {
      thief.leave()
      await settle()
      clock.advance(30_000)
      expect(rooms.stats().rooms).toBe(0)
      thief = await join({ person: 'thief' })
    }
    await settle()
    addVariable(victim.doc, 'offline')
    thief.events.received(writeUpdate(takeClocks(victim.doc.clientID, next(thief), 1_000)))
    thief.events.received(writeSyncStep2(takeClocks(victim.doc.clientID, next(victim) - 5, 1_000)))
    await settle()
    const back = await join({ person: 'victim', doc: victim.doc })
    expect(await stored('offline')).toBe(true)
    expect(back.saved).toBe(1)
  })

  describe('what honest devices send', () => {
    it('GUARD-12: a tab sends what an earlier page of the same device left unsent', async () => {
      const before = await join({ person: 'ana', device: 'd' })
      addVariable(before.doc, 'a')
      await settle()
      before.leave()
      addVariable(before.doc, 'offline')
      const reloaded = new Y.Doc()
      Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(before.doc), 'remote')
      const after = await join({ person: 'ana', device: 'd', doc: reloaded })
      expect(after.saved).toBe(1)
      expect(await stored('offline')).toBe(true)
    })

    it('GUARD-12: a tab sends what another tab of the same browser drew, which is there under another name', async () => {
      const first = await join({ person: 'ana', device: 'd' })
      const second = await join({ person: 'ana as owner', link: 'o', device: 'd' })
      const unsent = new Y.Doc()
      Y.applyUpdate(unsent, Y.encodeStateAsUpdate(first.doc))
      unsent.clientID = first.doc.clientID
      addVariable(unsent, 'drawn in the first')
      // The copy kept on the device reaches the second tab before the first has sent it.
      Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(unsent, Y.encodeStateVector(second.doc)), 'kept copy')
      await settle()
      expect(second.saved).toBe(2)
      expect(await stored('drawn in the first')).toBe(true)
    })

    it('GUARD-12: who returns before the old socket was found dead goes on at once', async () => {
      const dead = await join({ person: 'ana' })
      addVariable(dead.doc, 'a')
      await settle()
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(dead.doc), 'remote')
      doc.clientID = dead.doc.clientID
      addVariable(doc, 'offline')
      const back = await join({ person: 'ana', doc })
      expect(back.saved).toBe(1)
      dead.leave()
      addVariable(doc, 'after')
      await settle()
      expect(await stored('after')).toBe(true)
    })

    it('GUARD-12: an edit that a stranger’s device passes on is taken from whose it is, and then counts for both', async () => {
      const author = await join()
      const passer = await join()
      const unsent = new Y.Doc()
      Y.applyUpdate(unsent, Y.encodeStateAsUpdate(author.doc))
      unsent.clientID = author.doc.clientID
      addVariable(unsent, 'early')
      const update = Y.encodeStateAsUpdate(unsent, Y.encodeStateVector(author.doc))
      Y.applyUpdate(passer.doc, update, 'broadcast channel')
      await settle()
      expect(passer.socket.closeCode).toBeUndefined()
      expect(passer.saved).toBe(1)
      Y.applyUpdate(author.doc, update, 'its own')
      await settle()
      await later()
      expect(await stored('early')).toBe(true)
      expect(passer.saved).toBeGreaterThanOrEqual(2)
      addVariable(passer.doc, 'its own')
      await settle()
      expect(await stored('its own')).toBe(true)
    })

    it('GUARD-12: a bare key goes on under its id when its dead socket has been given up', async () => {
      const dead = await join()
      addVariable(dead.doc, 'a')
      await settle()
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(dead.doc), 'remote')
      doc.clientID = dead.doc.clientID
      addVariable(doc, 'offline')
      const back = await join({ doc })
      expect(back.saved).toBe(0)
      dead.leave()
      await later()
      expect(back.saved).toBeGreaterThanOrEqual(1)
      expect(await stored('offline')).toBe(true)
    })

    it('GUARD-12: what is made and deleted in one step leaves nothing but its clocks, and counts as saved', async () => {
      const peer = await join()
      peer.doc.transact(() => {
        addVariable(peer.doc, 'fleeting')
        peer.doc.getMap('elements').delete('fleeting')
      })
      addVariable(peer.doc, 'lasting')
      await settle()
      expect(peer.saved).toBe(3)
      expect(await stored('lasting')).toBe(true)
    })
  })
})
