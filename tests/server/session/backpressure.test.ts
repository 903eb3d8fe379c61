import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import type { Role } from '../../../lib/protocol/role'
import { readClientMessage, writeAwareness, writeSyncStep1, writeUpdate } from '../../../lib/protocol/wire'
import { createLocalBus } from '../../../server/bus/localBus'
import { silentLog } from '../../../server/room/log'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentWatch } from '../../../server/watch/watch'
import type { SocketEvents } from '../../../server/session/socketPort'
import { sessionLimits } from '../../../server/session/sessionLimits'
import { createMemoryStore } from '../../../server/store/memory'
import { createFakeSocket, type FakeSocket } from '../../helpers/fakeSocket'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { addSampleMap, addVariable } from '../../helpers/sampleMap'

describe('a slow reader', () => {
  let clock: ManualClock
  let rooms: Rooms
  let told: string[] = []
  let map: MapId
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) await new Promise<void>((resolve) => setImmediate(resolve))
  }

  beforeEach(async () => {
    clock = createManualClock()
    told = []
    const store = createMemoryStore()
    map = await addSampleMap(store)
    rooms = createRooms({
      store,
      bus: createLocalBus((fault) => {
        throw fault
      }),
      clock,
      random: createSeededRandom(1),
      log: silentLog,
      watch: { ...silentWatch, slow: (what) => void told.push(what), cursorsDropped: () => void told.push('cursors') },
    })
  })

  /** A client whose socket takes only as much as the test lets through. */
  async function join(): Promise<{ socket: FakeSocket; events: SocketEvents; doc: Y.Doc; kinds: string[] }> {
    const doc = new Y.Doc()
    const kinds: string[] = []
    const socket = createFakeSocket((message) => {
      const read = readClientMessage(message)
      if (!read.ok) return
      kinds.push(read.value.kind === 'update' && read.value.answer ? 'step-2' : read.value.kind)
      if (read.value.kind === 'update') Y.applyUpdate(doc, read.value.update)
    })
    const events = rooms.attach({
      identity: { map, role: 'contributor', link: 'l', participant: undefined },
      events: false,
      socket,
    })
    events.received(writeSyncStep1(Y.encodeStateVector(doc)))
    await settle()
    return { socket, events, doc, kinds }
  }

  /** Edits of a well-connected author, `bytes` long each. */
  async function edit(author: SocketEvents, doc: Y.Doc, count: number, bytes: number): Promise<void> {
    const send = (update: Uint8Array, origin: unknown): void => {
      if (origin !== 'remote') author.received(writeUpdate(update))
    }
    doc.on('update', send)
    for (let index = 0; index < count; index += 1) {
      doc.getMap('views').set(`v${index}`, { name: 'x'.repeat(bytes) })
      await settle()
    }
    doc.off('update', send)
  }

  it('SLOW-1: gets no cursors above the first mark, then no updates, and one difference when it has drained', async () => {
    const author = await join()
    const slow = await join()
    expect(slow.doc.getMap('meta').get('title')).toBe('Sample')
    slow.socket.stall()
    await edit(author.events, author.doc, 10, 200_000)
    const held = slow.socket.bufferedBytes()
    expect(held).toBeGreaterThan(sessionLimits.updateBytes)
    expect(held).toBeLessThan(sessionLimits.updateBytes + 450_000)
    author.events.received(writeAwareness(Uint8Array.of(1, 9, 1, 2, 123, 125)))
    await settle()
    expect(slow.socket.bufferedBytes()).toBe(held)
    // OPS-2: which is counted.
    expect(told).toEqual(['stopped', 'cursors'])

    slow.kinds.length = 0
    slow.socket.flow()
    slow.events.drained()
    await settle()
    expect(slow.doc.getMap('views').toJSON()).toEqual(author.doc.getMap('views').toJSON())
    expect(slow.doc.store.pendingStructs).toBeNull()

    slow.kinds.length = 0
    addVariable(author.doc, 'after')
    author.events.received(writeUpdate(Y.encodeStateAsUpdate(author.doc, Y.encodeStateVector(slow.doc))))
    await settle()
    expect(slow.doc.getMap('elements').has('after')).toBe(true)
    expect(slow.kinds).toEqual(['update'])
  })

  it('SLOW-2: who takes nothing for too long is sent away, to come back later', async () => {
    const author = await join()
    const slow = await join()
    slow.socket.stall()
    await edit(author.events, author.doc, 2, 1_000)
    clock.advance(sessionLimits.stall + 2 * sessionLimits.tick)
    expect(slow.socket.closeCode).toBe(1013)
    expect(told).toEqual(['closed'])
    expect(author.socket.closeCode).toBeUndefined()
  })

  it('SLOW-3: who takes a little all the time stays', async () => {
    const author = await join()
    const slow = await join()
    slow.socket.stall()
    await edit(author.events, author.doc, 3, 100_000)
    for (let round = 0; round < 20; round += 1) {
      slow.socket.take(5_000)
      slow.events.ponged()
      author.events.ponged()
      clock.advance(sessionLimits.tick)
    }
    expect(slow.socket.closeCode).toBeUndefined()
  })

  it('SLOW-8: who asks again and again and reads a trickle gets one answer at a time, the latest once it has drained', async () => {
    const author = await join()
    await edit(author.events, author.doc, 8, 250_000)
    const slow = await join()
    slow.socket.stall()
    let most = 0
    for (let round = 0; round < 40; round += 1) {
      slow.events.received(writeSyncStep1(Uint8Array.of(0)))
      slow.events.received(Uint8Array.of(3))
      await settle()
      most = Math.max(most, slow.socket.bufferedBytes())
      slow.socket.take(1_000)
      slow.events.ponged()
      author.events.ponged()
      clock.advance(1_000)
    }
    expect(most).toBeGreaterThan(sessionLimits.updateBytes)
    expect(most).toBeLessThan(sessionLimits.updateBytes + 2_100_000)
    expect(slow.socket.closeCode).toBeUndefined()

    slow.socket.flow()
    slow.kinds.length = 0
    slow.events.drained()
    clock.advance(1_000)
    await settle()
    expect(slow.kinds.filter((kind) => kind === 'step-2')).toHaveLength(1)
  })

  it('SLOW-9: events, presence and what is saved are told once the socket has drained, the latest only', async () => {
    const told: string[] = []
    const saved: number[] = []
    const states: string[] = []
    const socket = createFakeSocket((message) => {
      if (message[0] === 100) saved.push(message[1] ?? 0)
      if (message[0] === 101) told.push(new TextDecoder().decode(message))
      if (message[0] === 1) states.push(new TextDecoder().decode(message))
    })
    const enter = (id: string, to: FakeSocket): SocketEvents => {
      const participant = { id, name: id, colour: 0 }
      return rooms.attach({
        identity: { map, role: 'contributor', link: 'l', participant },
        events: true,
        socket: to,
      })
    }
    const slow = enter('slow-one', socket)
    const author = await join()
    await edit(author.events, author.doc, 8, 250_000)
    socket.stall()
    slow.received(writeSyncStep1(Uint8Array.of(0)))
    await settle()
    clock.advance(200)
    const held = socket.bufferedBytes()
    expect(held).toBeGreaterThan(sessionLimits.updateBytes)
    const mine = new Y.Doc()
    addVariable(mine, 'mine')
    slow.received(writeUpdate(Y.encodeStateAsUpdate(mine)))
    for (const [client, name] of ['first-guest', 'second-guest'].entries()) {
      const guest = createFakeSocket(() => undefined)
      enter(name, guest).received(writeAwareness(Uint8Array.of(1, client, 1, 2, 123, 125)))
      await settle()
      clock.advance(200)
    }
    expect(socket.bufferedBytes()).toBe(held)

    told.length = saved.length = states.length = 0
    socket.flow()
    told.length = saved.length = states.length = 0
    slow.drained()
    await settle()
    expect(saved).toEqual([1])
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('first-guest')
    expect(told[0]).toContain('second-guest')
    expect(states.join(' ')).toContain('{}')
  })

  it('SLOW-9, PROTECT-40: a slow socket is told of what is hidden in the words that are for it', async () => {
    const author = await join()
    author.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') author.events.received(writeUpdate(update))
    })
    author.doc.transact(() => {
      for (const [id, kind] of [
        ['zone', 'frame'],
        ['inside', 'variable'],
      ] as const) {
        author.doc.getMap('elements').set(id, new Y.Map<unknown>(Object.entries({ kind, label: id })))
        author.doc.getMap('positions:board').set(id, [0, 0])
      }
    })
    await settle()
    rooms.protect(map, { version: 1, protection: { elements: [], links: [], hidden: ['zone'] } })
    await edit(author.events, author.doc, 8, 250_000)
    const told = new Map<Role, string[]>()
    const slow = (['facilitator', 'contributor'] as const).map((role) => {
      const heard: string[] = []
      told.set(role, heard)
      const socket = createFakeSocket((message) => {
        if (message[0] === 101) heard.push(new TextDecoder().decode(message))
      })
      const identity = { map, role, link: 'l', participant: undefined }
      const events = rooms.attach({ identity, events: true, socket })
      socket.stall()
      events.received(writeSyncStep1(Uint8Array.of(0)))
      return { socket, events }
    })
    await settle()
    for (const { socket } of slow) expect(socket.bufferedBytes()).toBeGreaterThan(sessionLimits.updateBytes)
    const thread = { id: 't', anchor: { kind: 'element', id: 'inside' }, label: 'Quokka' }
    rooms.tell(map, 'thread t', { kind: 'thread', thread })
    await settle()
    for (const { socket, events } of slow) {
      socket.flow()
      events.drained()
    }
    await settle()
    const named = (role: Role): readonly boolean[] =>
      (told.get(role) ?? []).filter((text) => text.includes('"thread"')).map((text) => text.includes('Quokka'))
    expect(named('facilitator')).toEqual([true])
    expect(named('contributor')).toEqual([false])
  })

  it('SLOW-10: a socket over the last mark is closed, to come back later', async () => {
    const author = await join()
    await edit(author.events, author.doc, 9, 1_000_000)
    const slow = await join()
    slow.socket.stall()
    slow.events.received(writeSyncStep1(Uint8Array.of(0)))
    await settle()
    expect(slow.socket.bufferedBytes()).toBeGreaterThan(sessionLimits.mostBytes)
    // Something is missing before this, so the room asks for it.
    slow.events.received(writeUpdate(Uint8Array.of(1, 1, 7, 5, 0, 1, 0)))
    await settle()
    expect(slow.socket.closeCode).toBe(1013)
    expect(author.socket.closeCode).toBeUndefined()
  })

  it('SLOW-4: a socket with nothing to say is told something before y-websocket would give up', async () => {
    const { socket, events, kinds } = await join()
    kinds.length = 0
    for (let seconds = 0; seconds < 40; seconds += 1) {
      clock.advance(1_000)
      events.ponged()
    }
    expect(kinds.filter((kind) => kind === 'awareness').length).toBeGreaterThanOrEqual(2)
    expect(socket.pings).toBeGreaterThanOrEqual(1)
    expect(socket.closeCode).toBeUndefined()
  })

  it('SLOW-5: a socket that gives no sign of life is dropped', async () => {
    const { socket } = await join()
    clock.advance(sessionLimits.silence + 2 * sessionLimits.tick)
    expect(socket.terminated).toBe(true)
    expect(rooms.stats().people).toBe(0)
  })

  it('SLOW-6: who sends more than is stored in time has to wait, and loses nothing', async () => {
    const { socket, events } = await join()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 12; index += 1) doc.getMap('views').set(`v${index}`, { name: 'x'.repeat(500_000) })
    for (const update of updates) events.received(writeUpdate(update))
    expect(socket.paused).toBe(true)
    for (let round = 0; round < 10; round += 1) {
      await settle()
      clock.advance(50)
    }
    expect(socket.paused).toBe(false)
    const fresh = await join()
    expect(fresh.doc.getMap('views').size).toBe(12)
  })

  it('SLOW-7: who floods with small messages has to wait as well', async () => {
    const { socket, events } = await join()
    for (let index = 0; index < sessionLimits.messageBurst + 10; index += 1) events.received(Uint8Array.of(77))
    expect(socket.paused).toBe(true)
    clock.advance(200)
    expect(socket.paused).toBe(false)
  })
})
