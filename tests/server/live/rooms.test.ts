import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ElementId, MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { fail, succeed } from '../../../lib/base/result'
import type { MapPatch } from '../../../lib/model/mapPatch'
import { readClientMessage, writeSyncStep1, writeUpdate } from '../../../lib/protocol/wire'
import { createLocalBus } from '../../../server/bus/localBus'
import { silentLog } from '../../../server/room/log'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import type { RoomSettings } from '../../../server/room/roomSettings'
import type { SocketEvents } from '../../../server/session/socketPort'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createFakeSocket, type FakeSocket } from '../../helpers/fakeSocket'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

function adding(id: string): MapPatch {
  return {
    label: { step: 'added' },
    changes: [{ kind: 'create', root: 'elements', id, fields: { kind: 'variable', label: `Label of ${id}` } }],
  }
}

describe('rooms', () => {
  let clock: ManualClock
  let store: MapStore
  let map: MapId
  let loads: number
  let long: MapId[]

  beforeEach(async () => {
    clock = createManualClock()
    loads = 0
    long = []
    const memory = createMemoryStore()
    store = {
      ...memory,
      loadDocument: (id) => {
        loads += 1
        return memory.loadDocument(id)
      },
    }
    map = await addSampleMap(store)
  })

  function create(settings: Partial<RoomSettings> = {}): Rooms {
    return createRooms({
      store,
      bus: createLocalBus((fault) => {
        throw fault
      }),
      clock,
      random: createSeededRandom(7),
      log: silentLog,
      compact: (id) => long.push(id),
      settings: { spread: 0, ...settings },
    })
  }

  interface Peer {
    readonly socket: FakeSocket
    readonly events: SocketEvents
    readonly doc: Y.Doc
    leave(): void
  }

  async function join(rooms: Rooms, link = 'l'): Promise<Peer> {
    const doc = new Y.Doc()
    const socket = createFakeSocket((message) => {
      const read = readClientMessage(message)
      if (read.ok && read.value.kind === 'update') Y.applyUpdate(doc, read.value.update, 'remote')
    })
    const identity = { map, role: 'contributor', link, participant: undefined } as const
    const events = rooms.attach({ identity, events: false, socket })
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') events.received(writeUpdate(update))
    })
    events.received(writeSyncStep1(Y.encodeStateVector(doc)))
    await settle()
    return { socket, events, doc, leave: () => events.closed() }
  }

  describe('life', () => {
    it('ROOM-10: many who come at once cause one load', async () => {
      const rooms = create()
      await Promise.all([join(rooms), join(rooms), join(rooms), rooms.read(map)])
      expect(loads).toBe(1)
      expect(rooms.stats()).toMatchObject({ rooms: 1, people: 3 })
    })

    it('ROOM-11: an empty room gives its document back after the grace, not before', async () => {
      const rooms = create({ grace: 1_000 })
      const peer = await join(rooms)
      peer.leave()
      await settle()
      clock.advance(900)
      expect(rooms.stats().rooms).toBe(1)
      clock.advance(200)
      expect(rooms.stats()).toEqual({ rooms: 0, people: 0, waiting: 0 })
    })

    it('ROOM-11: who comes back during the grace finds the room as it was', async () => {
      const rooms = create({ grace: 1_000 })
      const peer = await join(rooms)
      peer.leave()
      await settle()
      clock.advance(900)
      await join(rooms)
      clock.advance(5_000)
      expect(rooms.stats().rooms).toBe(1)
      expect(loads).toBe(1)
    })

    it('ROOM-12: a room with edits that are not stored yet stays, however long that takes', async () => {
      let open: () => void = () => undefined
      const inner = store
      store = {
        ...store,
        append: async (entries) => {
          await new Promise<void>((resolve) => (open = resolve))
          return inner.append(entries)
        },
      }
      const rooms = create({ grace: 10 })
      const peer = await join(rooms)
      addVariable(peer.doc, 'x')
      await settle()
      peer.leave()
      await settle()
      clock.advance(10_000)
      expect(rooms.stats().rooms).toBe(1)
      open()
      await settle()
      clock.advance(10_000)
      expect(rooms.stats().rooms).toBe(0)
      expect((await readStoredDoc(store, map)).getMap('elements').has('x')).toBe(true)
    })

    it('ROOM-13: a load that fails sends people away to try again, stores nothing, and the next try can succeed', async () => {
      const inner = store
      store = { ...store, loadDocument: () => Promise.reject(new Error('disk error')) }
      const failing = create()
      const peer = await join(failing)
      expect(peer.socket.closeCode).toBe(1011)
      await expect(failing.read(map)).rejects.toThrow('could not be loaded')
      expect(failing.stats().rooms).toBe(0)
      store = inner
      const again = await join(create())
      expect(again.doc.getMap('meta').get('title')).toBe('Sample')
    })

    it('ROOM-14: a map deleted under its people sends them away for good', async () => {
      const rooms = create()
      const peer = await join(rooms)
      await store.deleteMap(map)
      addVariable(peer.doc, 'x')
      await settle()
      expect(peer.socket.closeCode).toBe(4404)
    })

    it('ROOM-21: a change of the server to a map deleted meanwhile says that there is no such map', async () => {
      const rooms = create()
      await rooms.read(map)
      await store.deleteMap(map)
      expect(await rooms.change(map, adding('x'), undefined)).toEqual({ kind: 'no-such-map' })
    })

    it('GUARD-12: an id is held by nobody whose socket has gone, though edits of theirs were still waiting', async () => {
      let open: () => void = () => undefined
      const inner = store
      store = {
        ...store,
        append: async (entries) => {
          await new Promise<void>((resolve) => (open = resolve))
          return inner.append(entries)
        },
      }
      const rooms = create()
      const peer = await join(rooms)
      addVariable(peer.doc, 'under way')
      await settle()
      addVariable(peer.doc, 'waiting')
      peer.leave()
      open()
      await settle()
      open()
      await settle()
      const again = await joinRoom(rooms, map, { doc: peer.doc, shown: false })
      addVariable(peer.doc, 'afterwards')
      await settle()
      open()
      await settle()
      open()
      await settle()
      expect(again.has('afterwards')).toBe(true)
      expect([...(await readStoredDoc(inner, map)).getMap('elements').keys()].sort()).toEqual([
        'afterwards',
        'under way',
        'waiting',
      ])
    })

    it('ROOM-15: closing stores what was taken in, tells everyone, and takes nobody new', async () => {
      const rooms = create()
      const peer = await join(rooms)
      addVariable(peer.doc, 'last')
      await rooms.close()
      expect(peer.socket.closeCode).toBe(1012)
      expect((await readStoredDoc(store, map)).getMap('elements').has('last')).toBe(true)
      const late = await join(rooms)
      expect(late.socket.closeCode).toBe(1012)
      expect(rooms.stats().rooms).toBe(0)
    })

    it('ROOM-16: a log that has grown long is reported for compaction, once per length', async () => {
      const rooms = create({ compactAfterUpdates: 10 })
      const peer = await join(rooms)
      for (let index = 0; index < 25; index += 1) {
        addVariable(peer.doc, `e${index}`)
        await settle()
      }
      expect(long).toEqual([map, map])
    })
  })

  describe('changes made by the server', () => {
    it('ROOM-17: are stored and reach everyone', async () => {
      const rooms = create()
      const peer = await join(rooms)
      expect(await rooms.change(map, adding('s1'), 'p1')).toMatchObject({ kind: 'done' })
      expect(peer.doc.getMap('elements').has('s1')).toBe(true)
      expect((await readStoredDoc(store, map)).getMap('elements').has('s1')).toBe(true)
      expect((await rooms.read(map))?.elements.get('s1' as ElementId)?.label).toBe('Label of s1')
    })

    it('ROOM-17: work on a map nobody has open, and at the same time as each other', async () => {
      const rooms = create()
      const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => rooms.change(map, adding(id), undefined)))
      expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
      expect((await rooms.read(map))?.elements.size).toBe(3)
    })

    it('ROOM-18: say why they were not made', async () => {
      const rooms = create()
      const refused = await rooms.change(map, () => fail('not now' as const), undefined)
      expect(refused).toEqual({ kind: 'refused', reason: 'not now' })
      expect(await rooms.change('gone' as MapId, adding('x'), undefined)).toEqual({ kind: 'no-such-map' })
      expect(await rooms.read('gone' as MapId)).toBeUndefined()
      store.append = () => Promise.reject(new Error('disk full'))
      expect(await create().change(map, (view) => (view ? succeed(adding('x')) : fail('?')), undefined)).toEqual({
        kind: 'failed',
      })
      expect((await readStoredDoc(store, map)).getMap('elements').size).toBe(0)
    })
  })

  describe('a document of another version', () => {
    const addVersioned = async (version: number): Promise<MapId> => {
      const doc = new Y.Doc()
      doc.getMap('meta').set('schemaVersion', version)
      addVariable(doc, 'there')
      const id = `version-${version}` as MapId
      await store.createMap({ id, title: '', createdAt: 1, document: Y.encodeStateAsUpdate(doc) })
      return id
    }

    it('ROOM-22: a newer one is read and not written, by the server or by anybody', async () => {
      map = await addVersioned(2)
      const rooms = create()
      const [reader, writer] = [await join(rooms), await join(rooms)]
      expect(await rooms.change(map, adding('s'), undefined)).toEqual({ kind: 'read-only' })
      expect((await rooms.read(map))?.elements.size).toBe(1)
      addVariable(writer.doc, 'x')
      await settle()
      expect(writer.socket.closeCode).toBe(4403)
      expect(reader.socket.closeCode).toBeUndefined()
      expect(reader.doc.getMap('elements').size).toBe(1)
      expect((await readStoredDoc(store, map)).getMap('elements').size).toBe(1)
    })

    it('ROOM-22: whoever brings more of it looks on, and is not told that it is saved', async () => {
      map = await addVersioned(2)
      const rooms = create()
      const doc = new Y.Doc()
      addVariable(doc, 'offline')
      const peer = await joinRoom(rooms, map, { doc })
      expect(peer.has('there')).toBe(true)
      expect(peer.socket.closeCode).toBeUndefined()
      expect(peer.saved).toBe(0)
      expect((await readStoredDoc(store, map)).getMap('elements').has('offline')).toBe(false)
    })

    it('ROOM-23: an older one is brought to this version on loading, stored, and told to those who wait', async () => {
      map = await addVersioned(0)
      const rooms = create()
      const peer = await join(rooms)
      expect((await readStoredDoc(store, map)).getMap('meta').get('schemaVersion')).toBe(1)
      expect(peer.doc.getMap('meta').get('schemaVersion')).toBe(1)
      addVariable(peer.doc, 'x')
      await settle()
      expect((await readStoredDoc(store, map)).getMap('elements').size).toBe(2)
    })

    it('ROOM-22: nobody makes a map read-only for the others', async () => {
      const rooms = create()
      const [hostile, other] = [await join(rooms), await join(rooms)]
      hostile.doc.getMap('meta').set('schemaVersion', 9)
      await settle()
      expect(hostile.socket.closeCode).toBe(4400)
      addVariable(other.doc, 'x')
      await settle()
      expect((await readStoredDoc(store, map)).getMap('elements').has('x')).toBe(true)
    })
  })

  describe('an update that passes the guard and yet breaks the document', () => {
    // Two clients whose structs wait for each other: each alone looks complete.
    const knot = Uint8Array.of(2, 1, 6, 0, 0x88, 5, 0, 1, 126, 1, 5, 0, 0x88, 6, 0, 1, 126, 0)

    it('ROOM-19: is set aside, parts its sender from the room, and reaches nobody; the rest is kept', async () => {
      const rooms = create()
      const [author, hostile] = [await join(rooms), await join(rooms)]
      addVariable(author.doc, 'before')
      hostile.events.received(writeUpdate(knot))
      addVariable(author.doc, 'after')
      await settle()
      expect(hostile.socket.closeCode).toBe(4400)
      expect(author.socket.closeCode).toBeUndefined()
      const fresh = await join(rooms)
      expect([...fresh.doc.getMap('elements').keys()].sort()).toEqual(['after', 'before'])
      expect(fresh.doc.store.pendingStructs).toBeNull()
      const stored = await readStoredDoc(store, map)
      expect(stored.store.pendingStructs).toBeNull()
      expect(stored.getMap('elements').size).toBe(2)
    })

    it('ROOM-20: found in the store, after a crash in the wrong moment, is left out on loading', async () => {
      await store.append([{ map, updates: [knot], participant: undefined, at: 1 }])
      const rooms = create()
      await rooms.read(map)
      const fresh = await join(rooms)
      expect(fresh.doc.store.pendingStructs).toBeNull()
      expect((await store.loadDocument(map))?.updates).toEqual([])
    })
  })
})
