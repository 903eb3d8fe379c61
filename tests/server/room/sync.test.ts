import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createMemoryStore } from '../../../server/store/memory'
import type { MapStore } from '../../../server/store/mapStore'
import { openSqliteStore } from '../../../server/store/sqlite'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'
import { openStockClient, type StockClient, type StockClientOptions } from '../../helpers/stockClient'
import { startSyncServer, type SyncServer } from '../../helpers/syncServer'

const stores: readonly [name: string, open: () => Promise<{ store: MapStore; cleanUp: () => void }>][] = [
  ['memory', async () => ({ store: createMemoryStore(), cleanUp: () => undefined })],
  [
    'sqlite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'weft-sync-'))
      return {
        store: await openSqliteStore(join(folder, 'weft.sqlite')),
        cleanUp: () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  ],
]

describe.each(stores)('sync over a real socket, store %s', (_name, openStore) => {
  let store: MapStore
  let cleanUp: () => void
  let server: SyncServer
  let map: MapId
  const clients: StockClient[] = []

  beforeEach(async () => {
    ;({ store, cleanUp } = await openStore())
    map = await addSampleMap(store)
    server = await startSyncServer({ store })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await server.close()
    await store.close()
    cleanUp()
  })

  const open = (options: StockClientOptions = {}, id: string = map): StockClient => {
    const client = openStockClient(server.url, id, options)
    clients.push(client)
    return client
  }

  it('ROOM-1: two stock clients converge, and the store has the same', async () => {
    const [a, b] = [open({ params: { events: '1' } }), open()]
    await Promise.all([a.synced(), b.synced()])
    addVariable(a.doc, 'a1')
    addVariable(b.doc, 'b1')
    await a.until('b1 is there', () => a.elements().has('b1'))
    await b.until('a1 is there', () => b.elements().has('a1'))
    expect(a.doc.getMap('elements').toJSON()).toEqual(b.doc.getMap('elements').toJSON())
    const stored = await readStoredDoc(store, map)
    expect(stored.getMap('elements').toJSON()).toEqual(a.doc.getMap('elements').toJSON())
  })

  it('ROOM-2: a client is not synced before it has everything that is stored', async () => {
    const author = new Y.Doc()
    Y.applyUpdate(author, (await store.loadDocument(map))?.snapshot ?? new Uint8Array())
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 20; index += 1) addVariable(author, `e${index}`)
    await store.append([{ map, updates, participant: undefined, at: 1 }])
    const client = open()
    await client.synced()
    expect(client.elements().size).toBe(20)
  })

  it('ROOM-3: what a client made offline reaches the others when it comes', async () => {
    const [a, b] = [open(), open()]
    await Promise.all([a.synced(), b.synced()])
    b.provider.disconnect()
    addVariable(b.doc, 'offline')
    addVariable(a.doc, 'meanwhile')
    b.provider.connect()
    await a.until('offline arrives', () => a.elements().has('offline'))
    await b.until('meanwhile arrives', () => b.elements().has('meanwhile'))
    expect(a.elements().toJSON()).toEqual(b.elements().toJSON())
  })

  it('ROOM-4: saved counts the update messages of this socket, sync step 2 included', async () => {
    const client = open({ params: { events: '1' } })
    await client.synced()
    await client.until('the answer to the server is durable', () => client.saved.at(-1) === 1)
    for (let index = 0; index < 5; index += 1) addVariable(client.doc, `e${index}`)
    await client.until('all are durable', () => client.saved.at(-1) === 6)
    expect([...client.saved].sort((a, b) => a - b)).toEqual(client.saved)
    expect((await readStoredDoc(store, map)).getMap('elements').size).toBe(5)
  })

  it('ROOM-5: a client that asks for nothing of Weft’s own hears nothing of it', async () => {
    const client = open()
    await client.synced()
    addVariable(client.doc, 'x')
    const other = open({ params: { events: '1' } })
    await other.until('x is there', () => other.elements().has('x'))
    expect(client.saved).toEqual([])
    expect(client.events).toEqual([])
  })

  it('ROOM-6: reconnecting with nothing new stores nothing', async () => {
    const client = open({ params: { events: '1' } })
    await client.synced()
    addVariable(client.doc, 'x')
    client.doc.getMap('elements').delete('x')
    await client.until('durable', () => client.saved.at(-1) === 3)
    const before = (await store.findMap(map))?.lastSeq
    const again = open({ doc: client.doc, params: { events: '1' } })
    await again.until('its answer counts as durable', () => again.saved.at(-1) === 1)
    expect((await store.findMap(map))?.lastSeq).toBe(before)
  })

  it('ROOM-7: the title in the store follows the document', async () => {
    const client = open({ params: { events: '1' } })
    await client.synced()
    client.doc.getMap('meta').set('title', 'Water in the valley')
    await client.until('durable', () => client.saved.at(-1) === 2)
    await server.rooms.close()
    expect((await store.findMap(map))?.title).toBe('Water in the valley')
  })

  it('ROOM-8: a map that does not exist closes with 4404, for good', async () => {
    const client = open({}, 'nowhere')
    await client.until('closed', () => client.closeCodes.length > 0)
    expect(client.closeCodes).toEqual([4404])
    expect(client.provider.shouldConnect).toBe(false)
  })

  it('ROOM-9: a restart loses nothing, and clients come back by themselves', async () => {
    const client = open({ params: { events: '1' } })
    await client.synced()
    addVariable(client.doc, 'before')
    await client.until('durable', () => client.saved.at(-1) === 2)
    const port = Number(new URL(server.url).port)
    await server.close()
    expect(client.closeCodes).toEqual([1012])
    addVariable(client.doc, 'while away')
    server = await startSyncServer({ store, port })
    await client.until('back', () => client.provider.synced)
    await client.until('durable again', () => client.saved.at(-1) === 1)
    const stored = await readStoredDoc(store, map)
    expect(Object.keys(stored.getMap('elements').toJSON()).sort()).toEqual(['before', 'while away'])
  })
})
