import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from '../../../lib/protocol/wire'
import { createMemoryStore } from '../../../server/store/memory'
import type { MapStore } from '../../../server/store/mapStore'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'
import { openStockClient, type StockClient, type StockClientOptions } from '../../helpers/stockClient'
import { startSyncServer, type SyncServer } from '../../helpers/syncServer'

/** A store whose appends wait until they are let go, or fail. */
function holdAppends(store: MapStore): { store: MapStore; hold(): void; letGo(failure?: Error): void; held(): number } {
  let gate: { promise: Promise<void>; open: (failure?: Error) => void } | undefined
  let held = 0
  return {
    store: {
      ...store,
      async append(entries) {
        if (gate !== undefined) {
          held += 1
          await gate.promise
        }
        return store.append(entries)
      },
    },
    hold() {
      let open: (failure?: Error) => void = () => undefined
      const promise = new Promise<void>((resolve, reject) => {
        open = (failure) => (failure === undefined ? resolve() : reject(failure))
      })
      gate = { promise, open }
    },
    letGo(failure) {
      const opened = gate
      gate = undefined
      opened?.open(failure)
    },
    held: () => held,
  }
}

function createUpdate(id: string): Uint8Array {
  const doc = new Y.Doc()
  addVariable(doc, id)
  return Y.encodeStateAsUpdate(doc)
}

describe('a socket', () => {
  const base = createMemoryStore()
  let gated: ReturnType<typeof holdAppends>
  let server: SyncServer
  let map: MapId
  let number = 0
  const open: { close(): void }[] = []

  beforeEach(async () => {
    number += 1
    map = await addSampleMap(base, `map-${number}`)
    gated = holdAppends(base)
    server = await startSyncServer({ store: gated.store })
  })
  afterEach(async () => {
    gated.letGo()
    for (const client of open.splice(0)) client.close()
    await server.close()
  })

  const stock = (options: StockClientOptions = {}, id: string = map): StockClient => {
    const client = openStockClient(server.url, id, options)
    open.push(client)
    return client
  }
  const raw = async (query = '', id: string = map): Promise<RawClient> => {
    const client = await openRawClient(server.url, id, query)
    open.push(client)
    return client
  }
  const storedIds = async (): Promise<string[]> =>
    Object.keys((await readStoredDoc(base, map)).getMap('elements').toJSON())

  describe('durability', () => {
    it('SESSION-1: nobody sees an edit, and its author is told nothing, before it is committed', async () => {
      const [author, reader] = [stock({ params: { events: '1' } }), stock()]
      await Promise.all([author.synced(), reader.synced()])
      await author.until('settled', () => author.saved.at(-1) === 1)
      gated.hold()
      addVariable(author.doc, 'x')
      const probe = await raw()
      // The append is under way and held open: whoever comes now must not see it either.
      probe.send(writeSyncStep1(Uint8Array.of(0)))
      await probe.until('an answer', () => probe.parsed().some((message) => message.kind === 'update'))
      const seen = new Y.Doc()
      for (const message of probe.parsed()) if (message.kind === 'update') Y.applyUpdate(seen, message.update)
      expect(gated.held()).toBe(1)
      expect(seen.getMap('elements').has('x')).toBe(false)
      expect(reader.elements().has('x')).toBe(false)
      expect(author.saved).toEqual([1])
      gated.letGo()
      await author.until('saved', () => author.saved.at(-1) === 2)
      await reader.until('x arrives', () => reader.elements().has('x'))
      expect(await storedIds()).toEqual(['x'])
    })

    it('SESSION-2: when storing fails nothing is called saved, and the edits come again by themselves', async () => {
      const author = stock({ params: { events: '1' } })
      await author.synced()
      gated.hold()
      addVariable(author.doc, 'x')
      const reader = stock()
      await reader.synced()
      gated.letGo(new Error('disk full'))
      await author.until('sent away', () => author.closeCodes.length === 1)
      expect(author.closeCodes).toEqual([1011])
      expect(author.saved.every((count) => count <= 1)).toBe(true)
      await author.until('back and saved', () => author.provider.synced && author.saved.at(-1) === 1)
      await reader.until('x arrives', () => reader.elements().has('x'))
      expect(await storedIds()).toEqual(['x'])
    })

    it('SESSION-3: an update that misses its predecessor is asked for again, and not counted until it is whole', async () => {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (const id of ['a', 'b', 'c']) addVariable(doc, id)
      const client = await raw('?events=1')
      const saved = (): number[] =>
        client.received.filter((message) => message[0] === 100).map((message) => message[1] ?? 0)
      const asked = (): number => client.parsed().filter((message) => message.kind === 'step-1').length
      await client.until('asked once', () => asked() === 1)
      client.send(writeUpdate(updates[0] ?? new Uint8Array()))
      await client.until('the first is saved', () => saved().at(-1) === 1)
      client.send(writeUpdate(updates[2] ?? new Uint8Array()))
      await client.until('asked again', () => asked() === 2)
      // What comes after the hole is not called saved either, though it is.
      client.send(writeUpdate(updates[0] ?? new Uint8Array()))
      const fence = stock({ params: { events: '1' } })
      await fence.synced()
      addVariable(fence.doc, 'd')
      await fence.until('saved', () => fence.saved.at(-1) === 2)
      expect(saved()).toEqual([1])
      client.send(writeSyncStep2(Y.encodeStateAsUpdate(doc)))
      await client.until('all is saved', () => saved().at(-1) === 4)
      expect((await storedIds()).sort()).toEqual(['a', 'b', 'c', 'd'])
    })
  })

  describe('roles', () => {
    it.each(['viewer', 'commenter'])('SESSION-4: a %s cannot write, even with hand-made bytes', async (role) => {
      const witness = stock()
      await witness.synced()
      const client = await raw(`?role=${role}`)
      client.send(writeUpdate(createUpdate('intruder')))
      expect(await client.closed).toBe(4403)
      expect(client.received.some((message) => message[0] === 2)).toBe(true)
      expect(witness.elements().size).toBe(0)
      expect(await storedIds()).toEqual([])
    })

    it('SESSION-5: a viewer reads along, and its own empty answers do no harm', async () => {
      const author = stock()
      await author.synced()
      addVariable(author.doc, 'x')
      author.elements().delete('x')
      addVariable(author.doc, 'y')
      const viewer = stock({ params: { role: 'viewer', events: '1' } })
      await viewer.synced()
      await viewer.until('its answer is looked at', () => viewer.saved.at(-1) === 1)
      addVariable(author.doc, 'z')
      await viewer.until('z arrives', () => viewer.elements().has('z'))
      expect(viewer.closeCodes).toEqual([])
    })

    it.each(['viewer', 'commenter'])(
      'SESSION-19: a %s whose copy has what the room lacks looks on; nothing of it is taken or called saved',
      async (role) => {
        const author = stock()
        await author.synced()
        const reader = stock({ params: { role, events: '1' } })
        reader.elements().set('own', new Y.Map())
        await reader.synced()
        addVariable(author.doc, 'x')
        await reader.until('x arrives', () => reader.elements().has('x'))
        addVariable(author.doc, 'y')
        await reader.until('y arrives', () => reader.elements().has('y'))
        expect(reader.closeCodes).toEqual([])
        expect(reader.saved).toEqual([])
        expect(author.elements().has('own')).toBe(false)
        expect((await storedIds()).sort()).toEqual(['x', 'y'])
        // An edit, unlike an answer, parts it from the room.
        addVariable(reader.doc, 'intruder')
        await reader.until('sent away', () => reader.closeCodes.length > 0)
        expect(reader.closeCodes).toEqual([4403])
      },
    )

    it('SESSION-6: revoking a link sends its people away for good, and no one else', async () => {
      const [revoked, other] = [stock({ params: { link: 'old' } }), stock({ params: { link: 'new' } })]
      await Promise.all([revoked.synced(), other.synced()])
      server.rooms.closeLink(map, 'old')
      await revoked.until('sent away', () => revoked.closeCodes.length > 0)
      expect(revoked.closeCodes).toEqual([4401])
      expect(revoked.provider.shouldConnect).toBe(false)
      addVariable(other.doc, 'x')
      expect(other.provider.wsconnected).toBe(true)
    })

    it('SESSION-7: a socket refused after the handshake gets the code of the cause', async () => {
      const client = await raw('?refuse=1')
      expect(await client.closed).toBe(4401)
    })
  })

  describe('welcome and people', () => {
    it('SESSION-8: the first event says who one is', async () => {
      const client = stock({ params: { events: '1', person: 'p1', role: 'facilitator' } })
      await client.until('welcome', () => client.events.length > 0)
      expect(client.events[0]).toEqual({
        kind: 'welcome',
        role: 'facilitator',
        participant: { id: 'p1', name: 'Name of p1', colour: 1 },
        version: 'test',
      })
    })

    it('SESSION-9: coming and going is told, one row per person', async () => {
      const here = (client: StockClient): string[] => {
        const last = client.events.filter((event) => event.kind === 'participants').at(-1)
        return ((last?.participants ?? []) as { id: string }[]).map(({ id }) => id).sort()
      }
      const a = stock({ params: { events: '1', person: 'p1' } })
      const b = stock({ params: { person: 'p2' } })
      const secondTab = stock({ params: { person: 'p2' } })
      await a.until('both are here', () => here(a).length === 2)
      expect(here(a)).toEqual(['p1', 'p2'])
      b.close()
      secondTab.close()
      await a.until('one has left', () => here(a).length === 1)
      expect(here(a)).toEqual(['p1'])
    })
  })

  describe('hostile and broken input', () => {
    const canary = async (): Promise<void> => {
      const [a, b] = [stock(), stock()]
      await Promise.all([a.synced(), b.synced()])
      const id = `canary-${Math.random().toString(36).slice(2)}`
      addVariable(a.doc, id)
      await b.until('the canary arrives', () => b.elements().has(id))
    }

    const cases: readonly [name: string, bytes: Uint8Array, code: number][] = [
      ['an empty message', new Uint8Array(), 4400],
      ['a sync message that ends early', Uint8Array.of(0, 2, 50, 1), 4400],
      ['a sync message of an unknown kind', Uint8Array.of(0, 9, 0), 4400],
      ['an unreadable state vector', writeSyncStep1(Uint8Array.of(255, 255)), 4400],
      [
        'a zero-length item',
        writeUpdate(Uint8Array.of(1, 1, 1, 0, 0x28, 1, 8, ...Buffer.from('elements'), 1, 107, 0, 0)),
        4400,
      ],
      ['an awareness message that ends early', Uint8Array.of(1, 3, 1, 5), 4400],
      ['an awareness state that is not JSON', Uint8Array.of(1, 5, 1, 7, 0, 1, 123), 4400],
      ['random bytes', Uint8Array.of(0, 1, 4, 9, 9, 9, 9), 4400],
    ]
    it.each(cases)('SESSION-10: %s closes its socket alone', async (_name, bytes, code) => {
      const client = await raw()
      client.send(bytes)
      expect(await client.closed).toBe(code)
      await canary()
    })

    it('SESSION-11: a text message closes with 4400', async () => {
      const client = await raw()
      client.socket.send('hello')
      expect(await client.closed).toBe(4400)
    })

    it('SESSION-11: unknown message types are ignored', async () => {
      const client = await raw()
      client.send(Uint8Array.of(77, 1, 2, 3))
      client.send(Uint8Array.of(2, 0, 1, 65))
      client.send(writeSyncStep1(Uint8Array.of(0)))
      await client.until('answered all the same', () => client.parsed().some((message) => message.kind === 'update'))
      expect(client.socket.readyState).toBe(client.socket.OPEN)
    })

    it('SESSION-12: a message over the limit closes with 4413, so that a stock client stays away', async () => {
      const client = await raw()
      client.send(new Uint8Array(3 * 1024 * 1024))
      expect(await client.closed).toBe(4413)
      await canary()
    })

    it('SESSION-12: a message of 100 MB costs nobody anything', async () => {
      const client = await raw()
      client.send(new Uint8Array(100 * 1024 * 1024))
      expect([1006, 4413]).toContain(await client.closed)
      await canary()
    })

    it('SESSION-13: broken websocket frames do not end the process', async () => {
      const { hostname, port } = new URL(server.url)
      const hostile: readonly Buffer[] = [
        Buffer.from([0xff, 0xff, 0xff]),
        Buffer.from([0x82, 0x01, 0x00]),
        Buffer.from([0x89, 0xff, 0, 0, 0, 0, 0, 0, 1, 0]),
        Buffer.from([0x81, 0x82, 1, 2, 3, 4, 0xc3 ^ 1, 0x28 ^ 2]),
        Buffer.from([0x88, 0x81, 1, 2, 3, 4, 5]),
      ]
      for (const frame of hostile) {
        const socket = connect(Number(port), hostname)
        socket.on('error', () => undefined)
        socket.write(
          `GET /sync/${map} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
        )
        await new Promise((resolve) => socket.once('data', resolve))
        socket.write(frame)
        await new Promise((resolve) => socket.once('close', resolve).resume())
      }
      await canary()
      expect(server.faults).toEqual([])
    })

    it('SESSION-14: thousands of updates from the future do not hold up another map', async () => {
      const attacker = await raw()
      const otherMap = await addSampleMap(base, `other-${number}`)
      const witness = stock({ params: { events: '1' } }, otherMap)
      await witness.synced()
      await witness.until('settled', () => witness.saved.at(-1) === 1)
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (let index = 0; index <= 5_000; index += 1) doc.getMap('meta').set('k', index)
      for (const update of updates.slice(1)) attacker.send(writeUpdate(update))
      addVariable(witness.doc, 'x')
      await witness.until('saved', () => witness.saved.at(-1) === 2)
      expect((await base.findMap(map))?.lastSeq).toBe(1)
    })

    it('SESSION-15: two thousand sync requests are answered a few at a time', async () => {
      const author = stock()
      await author.synced()
      for (let index = 0; index < 300; index += 1) addVariable(author.doc, `e${index}`)
      const attacker = await raw()
      for (let index = 0; index < 2_000; index += 1) attacker.send(writeSyncStep1(Uint8Array.of(0)))
      await canary()
      const answers = attacker.parsed().filter((message) => message.kind === 'update' && message.answer)
      expect(answers.length).toBeLessThan(50)
    })

    it('SESSION-16: what one hostile socket did is not stored, and a fresh client can read the map', async () => {
      for (const [, bytes] of cases) {
        const client = await raw()
        client.send(bytes)
        await client.closed
      }
      expect((await base.findMap(map))?.lastSeq).toBe(1)
      const fresh = stock()
      await fresh.synced()
      expect(fresh.doc.getMap('meta').get('title')).toBe('Sample')
    })
  })

  it('SESSION-17: a full map turns the next socket away, to come back later', async () => {
    await server.close()
    server = await startSyncServer({ store: gated.store, settings: { sessionsPerMap: 1 } })
    const first = await raw()
    const second = await raw()
    expect(await second.closed).toBe(1013)
    first.close()
    await first.closed
    const third = await raw()
    third.send(writeSyncStep1(Uint8Array.of(0)))
    await third.until('answered', () => third.parsed().some((message) => message.kind === 'update'))
  })

  it('SESSION-18: after everyone has left nothing is kept: no rooms, no people', async () => {
    await server.close()
    server = await startSyncServer({ store: gated.store, settings: { grace: 1 } })
    const client = stock()
    await client.synced()
    addVariable(client.doc, 'x')
    client.close()
    await expect.poll(() => server.rooms.stats(), { timeout: 5_000 }).toEqual({ rooms: 0, people: 0, waiting: 0 })
    expect(server.faults).toEqual([])
    const again = stock()
    await again.synced()
    expect(again.elements().has('x')).toBe(true)
  })
})
