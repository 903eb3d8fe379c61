import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket as NodeSocket, WebSocketServer } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { joinMap } from '../../../lib/commands/joinMap'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { encodeMap } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { createEditor } from '../../../lib/editor/createEditor'
import type { Editor } from '../../../lib/editor/editor'
import { createObservable, type Observable } from '../../../lib/base/observable'
import { websocketTransport } from '../../../lib/editor/websocketTransport'
import { noProtection } from '../../../lib/practice/protection'
import type { Role } from '../../../lib/protocol/role'
import { createMemoryStore } from '../../../server/store/memory'
import { createFakeDevice, type FakeDevice } from '../../helpers/fakeServer'
import { startSyncServer, type SyncServer } from '../../helpers/syncServer'
import { largeWeftMap } from '../../helpers/largeWeftMap'
import { element, testMap } from '../../helpers/testMap'

const mapId = 'map' as MapId
const endings: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end()
})

/** Resolves as soon as the observed value is as wanted. */
function until<Value>(observable: Observable<Value>, isWanted: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isWanted(observable.get())) return
      stop()
      resolve(observable.get())
    }
    const stop = observable.subscribe(look)
    look()
  })
}

/** A socket class that says who is there in the way the test server understands. */
function socketAs(role: () => Role, person: string): typeof WebSocket {
  return class extends NodeSocket {
    constructor(url: string) {
      super(`${url}&role=${role()}&person=${person}`)
    }
  } as unknown as typeof WebSocket
}

async function world() {
  const store = createMemoryStore()
  const document = encodeMap(testMap({ elements: { a: {}, b: {} } }))
  await store.createMap({ id: mapId, title: 'Test', createdAt: 1, document })
  let server: SyncServer = await startSyncServer({ store })
  endings.push(() => server.close())
  const port = Number(new URL(server.url).port)
  const enter = (
    person: string,
    role: () => Role = () => 'contributor',
    device: FakeDevice = createFakeDevice(),
  ): Editor => {
    const editor = createEditor({
      mapId,
      participant: { id: person, name: person, colour: 1 },
      role: role(),
      socketUrl: `ws://127.0.0.1:${port}/sync`,
      openTransport: websocketTransport({
        socketUrl: `ws://127.0.0.1:${port}/sync`,
        participantId: person,
        random: createSeededRandom(1),
        WebSocket: socketAs(role, person),
      }),
      openLocalCopy: device.openLocalCopy,
    })
    endings.push(() => editor.close())
    return editor
  }
  const stored = async () => {
    const found = await store.loadDocument(mapId)
    const doc = new Y.Doc()
    if (found?.snapshot) Y.applyUpdate(doc, found.snapshot)
    for (const { bytes } of found?.updates ?? []) Y.applyUpdate(doc, bytes)
    return readMapView(doc)
  }
  return {
    enter,
    stored,
    port,
    rooms: () => server.rooms,
    lock: (...ids: string[]) => {
      const value = JSON.stringify({ ...noProtection, elements: ids })
      return store.putMeeting(mapId, 'protection', { version: 1, value })
    },
    stop: () => server.close(),
    start: async () => {
      server = await startSyncServer({ store, port })
    },
  }
}
const kindIs = (kind: string) => (status: { readonly kind: string }) => status.kind === kind
const rename = (editor: Editor, id: string, label: string) => editor.run(renameElement, { id: element(id), label })
const label = (editor: Editor, id: string) => editor.view.get().elements.get(element(id))?.label

describe('an editor on a real socket', () => {
  it('SYNC-1: what is called saved is in the store, and reaches the others', async () => {
    const { enter, stored } = await world()
    const [ana, ben] = [enter('Ana'), enter('Ben')]
    await Promise.all([until(ana.sync, kindIs('saved')), until(ben.sync, kindIs('saved'))])
    rename(ana, 'a', 'Durable')
    expect(ana.sync.get()).toEqual({ kind: 'saving' })
    await until(ana.sync, kindIs('saved'))
    expect((await stored()).elements.get(element('a'))?.label).toBe('Durable')
    await until(ben.view, () => label(ben, 'a') === 'Durable')
    expect(ana.self.get()).toMatchObject({ id: 'Ana', name: 'Name of Ana', role: 'contributor', mayEdit: true })
  })

  it('SYNC-3, PRES-6: the server goes away and comes back; edits made meanwhile merge, people are seen again', async () => {
    const { enter, stored, stop, start } = await world()
    const [ana, ben] = [enter('Ana'), enter('Ben')]
    await until(ana.people, (people) => people.length === 1)
    await until(ben.sync, kindIs('saved'))
    await stop()
    await Promise.all([until(ana.sync, kindIs('offline')), until(ben.sync, kindIs('offline'))])
    rename(ana, 'a', 'By Ana')
    rename(ben, 'b', 'By Ben')
    expect(ana.sync.get()).toEqual({ kind: 'offline', unsent: 1, kept: true })
    await start()
    ana.reconnect()
    ben.reconnect()
    await Promise.all([until(ana.sync, kindIs('saved')), until(ben.sync, kindIs('saved'))])
    await until(ana.view, () => label(ana, 'b') === 'By Ben')
    await until(ana.people, (people) => people.length === 1)
    const { elements } = await stored()
    expect([...elements.values()].map((one) => one.label).sort()).toEqual(['By Ana', 'By Ben'])
  })

  it('PROTECT-3, PROTECT-23: of what was done without a network only what was locked meanwhile is put back, and told', async () => {
    const { enter, stored, stop, start, lock } = await world()
    const [ana, fay] = [enter('Ana'), enter('Fay', () => 'facilitator')]
    await Promise.all([until(ana.sync, kindIs('saved')), until(fay.sync, kindIs('saved'))])
    await stop()
    await Promise.all([until(ana.sync, kindIs('offline')), until(fay.sync, kindIs('offline'))])
    rename(ana, 'b', 'By Ana')
    ana.run(deleteRecords, { elements: [element('a')], links: [] })
    expect(label(ana, 'a')).toBeUndefined()
    await lock('a')
    await start()
    ana.reconnect()
    fay.reconnect()
    await until(ana.view, () => label(ana, 'a') === 'A')
    await until(ana.sync, kindIs('saved'))
    await until(fay.view, () => label(fay, 'b') === 'By Ana')
    expect(label(fay, 'a')).toBe('A')
    const { elements, positions } = await stored()
    expect([...elements.values()].map((one) => one.label).sort()).toEqual(['A', 'By Ana'])
    expect(positions).toEqual(ana.view.get().positions)
    // Whoever tells it may come late.
    const told = await new Promise((resolve) => ana.meetingNews.onPutBack(resolve))
    expect(told).toMatchObject({ reason: 'locked', elements: ['a'] })
    // Their own step is another's now: undo goes on to the one before it.
    expect(ana.undo()).toBeDefined()
    await until(ana.sync, kindIs('saved'))
    expect(label(ana, 'a')).toBe('A')
    rename(ana, 'b', 'Goes on')
    await until(fay.view, () => label(fay, 'b') === 'Goes on')
  })

  it('SYNC-5: a reader with leftovers on the device is not thrown out, and sends nothing', async () => {
    const { enter, stored, stop, start } = await world()
    const device = createFakeDevice()
    const first = enter('Ana', undefined, device)
    await until(first.sync, kindIs('saved'))
    await stop()
    await until(first.sync, kindIs('offline'))
    rename(first, 'a', 'Leftover')
    first.close()
    await start()
    const reader = enter('Ana', () => 'viewer', device)
    await until(reader.sync, kindIs('saved'))
    const other = enter('Ben')
    await until(other.sync, kindIs('saved'))
    rename(other, 'b', 'Seen')
    await until(reader.view, () => label(reader, 'b') === 'Seen')
    expect(reader.sync.get()).toEqual({ kind: 'saved' })
    expect((await stored()).elements.get(element('a'))?.label).toBe('A')
  })

  it('SYNC-5: who comes to be allowed to edit sends what could not be sent before', async () => {
    const { stored, port } = await world()
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    endings.push(() => doc.destroy())
    let role: Role = 'viewer'
    const saved = createObservable(0)
    const synced = createObservable(0)
    const nothing = (): void => undefined
    const transport = websocketTransport({
      socketUrl: `ws://127.0.0.1:${port}/sync`,
      participantId: undefined,
      WebSocket: socketAs(() => role, 'Ana'),
    })(
      { mapId, doc, awareness, mayWrite: false },
      {
        opened: nothing,
        sent: nothing,
        acknowledged: (count) => saved.set(count),
        merged: () => undefined,
        synced: () => synced.set(synced.get() + 1),
        dropped: nothing,
        closed: nothing,
        event: nothing,
      },
    )
    endings.push(() => transport.close())
    await until(synced, (count) => count === 1)
    doc.getMap('meta').set('title', 'Mine')
    expect((await stored()).meta.title).toBe('Test')
    role = 'contributor'
    transport.setMayWrite(true)
    await until(synced, (count) => count === 2)
    await until(saved, (count) => count > 0)
    expect((await stored()).meta.title).toBe('Mine')
  })

  it('SYNC-13: work of a time without a connection, of who may no longer edit by then, is not called saved', async () => {
    const { enter, stored, stop, start } = await world()
    const device = createFakeDevice()
    let role: Role = 'contributor'
    const ana = enter('Ana', () => role, device)
    await until(ana.sync, kindIs('saved'))
    await stop()
    await until(ana.sync, kindIs('offline'))
    rename(ana, 'a', 'Offline work')
    role = 'viewer'
    await start()
    ana.reconnect()
    expect(await until(ana.sync, (status) => ['saved', 'withheld'].includes(status.kind))).toEqual({
      kind: 'withheld',
      unsent: 1,
      kept: true,
    })
    expect((await stored()).elements.get(element('a'))?.label).toBe('A')
    ana.close()
    expect(device.kept.get('weft-map-map')?.unsent).toBe(1)
    role = 'contributor'
    const again = enter('Ana', () => role, device)
    await until(again.sync, kindIs('saved'))
    expect((await stored()).elements.get(element('a'))?.label).toBe('Offline work')
  })

  it('PEOPLE-12, SYNC-13: who loses the right to edit while typing is told, stays, and keeps what was not taken', async () => {
    const { enter, stored, rooms } = await world()
    const device = createFakeDevice()
    const [ana, ben] = [enter('Ana', undefined, device), enter('Ben')]
    await Promise.all([until(ana.sync, kindIs('saved')), until(ben.sync, kindIs('saved'))])
    // What is typed until the word arrives.
    rooms().updateParticipant(mapId, { id: 'Ana', name: 'Name of Ana', colour: 1 }, 'commenter')
    for (const text of ['W', 'Wo', 'Wor']) rename(ana, 'a', text)
    expect(ana.self.get().mayEdit).toBe(true)
    await until(ana.self, ({ role }) => role === 'commenter')
    expect(rename(ana, 'a', 'Work').ok).toBe(false)
    expect(await until(ana.sync, kindIs('withheld'))).toEqual({ kind: 'withheld', unsent: 3, kept: true })
    rename(ben, 'b', 'Goes on')
    await until(ana.view, () => label(ana, 'b') === 'Goes on')
    expect([label(ana, 'a'), label(ben, 'a')]).toEqual(['Wor', 'A'])
    expect((await stored()).elements.get(element('a'))?.label).toBe('A')
    rooms().updateParticipant(mapId, { id: 'Ana', name: 'Name of Ana', colour: 1 }, 'contributor')
    await until(ben.view, () => label(ben, 'a') === 'Wor')
    await until(ana.sync, kindIs('saved'))
    ana.close()
    expect(device.kept.get('weft-map-map')?.unsent).toBe(0)
  })

  it('SYNC-7: a browser that comes back online, or is looked at again, tries at once', async () => {
    const page = Object.assign(new EventTarget(), {
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    })
    Object.assign(globalThis, { window: page, document: page.document })
    endings.push(() => {
      Reflect.deleteProperty(globalThis, 'window')
      Reflect.deleteProperty(globalThis, 'document')
    })
    const { enter, stop, start } = await world()
    const ana = enter('Ana')
    await until(ana.sync, kindIs('saved'))
    // Doubt alone does no harm while the server is there.
    page.dispatchEvent(new Event('offline'))
    await until(ana.sync, kindIs('saved'))
    for (const target of [page, page.document]) {
      await stop()
      await until(ana.sync, kindIs('offline'))
      await start()
      target.dispatchEvent(new Event(target === page ? 'online' : 'visibilitychange'))
      expect(await until(ana.sync, kindIs('saved'))).toEqual({ kind: 'saved' })
    }
  })

  it('SYNC-4: a role that is not enough closes for good, and the edit stays on the device', async () => {
    const { stored, port } = await world()
    // The page believes that it may edit; the server knows better and has not told yet.
    const editor = createEditor({
      mapId,
      participant: undefined,
      role: 'contributor',
      socketUrl: '',
      openLocalCopy: createFakeDevice().openLocalCopy,
      openTransport: (target, events) =>
        websocketTransport({
          socketUrl: `ws://127.0.0.1:${port}/sync`,
          participantId: undefined,
          WebSocket: socketAs(() => 'viewer', 'Eve'),
        })(target, { ...events, event: () => undefined }),
    })
    endings.push(() => editor.close())
    await until(editor.view, (view) => view.elements.size > 0)
    rename(editor, 'a', 'Forbidden')
    expect(await until(editor.sync, kindIs('closed'))).toEqual({
      kind: 'closed',
      reason: 'role',
      unsent: 1,
      kept: true,
    })
    expect((await stored()).elements.get(element('a'))?.label).toBe('A')
  })

  it.each(['Ana', 'Ben'])(
    'UNDO-8: a deletion and a change that crossed while nobody was connected; %s is back first',
    async (who) => {
      const { enter, stop, start } = await world()
      const [ana, ben] = [enter('Ana'), enter('Ben')]
      await Promise.all([until(ana.sync, kindIs('saved')), until(ben.sync, kindIs('saved'))])
      const describe = (editor: Editor, text: string) =>
        editor.run(setDescription, { root: 'elements', id: element('a'), text })
      describe(ben, 'Hours beyond the contract')
      await until(ana.view, (view) => view.elements.get(element('a'))?.description !== '')
      await until(ben.sync, kindIs('saved'))
      await stop()
      await Promise.all([until(ana.sync, kindIs('offline')), until(ben.sync, kindIs('offline'))])
      ana.run(deleteRecords, { elements: [element('a')], links: [] })
      rename(ben, 'a', 'Workload')
      describe(ben, 'Hours at night')
      const lost = new Promise((resolve) => ben.onTaken(resolve))
      const took = new Promise<string | undefined>((resolve) => {
        ana.onTook(({ elements }) => resolve(elements.get(element('a'))?.label))
      })
      await start()
      const [first, second] = who === 'Ana' ? [ana, ben] : [ben, ana]
      first.reconnect()
      await until(first.sync, kindIs('saved'))
      second.reconnect()
      await Promise.all([until(ana.sync, kindIs('saved')), until(ben.sync, kindIs('saved'))])
      expect(await took).toBe('Workload')
      await lost
      await until(ben.view, (view) => !view.elements.has(element('a')))
      expect(ana.undo()).toMatchObject({ step: 'deleted', withOthers: true })
      await until(ben.view, (view) => view.elements.has(element('a')))
      expect([label(ana, 'a'), label(ben, 'a')]).toEqual(['Workload', 'Workload'])
      // Letter by letter, with none that Ben had taken out.
      await until(ana.view, (view) => view.elements.get(element('a'))?.description === 'Hours at night')
    },
  )
})

/** A server that does nothing by itself. */
async function listen() {
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  endings.push(() => sockets.close())
  await once(sockets, 'listening')
  return { sockets, url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}` }
}

describe('the transport by itself', () => {
  it('SYNC-7: tries again by itself until it is told not to', async () => {
    const { sockets, url } = await listen()
    const codes = [1012, 1011, 4401]
    let tries = 0
    sockets.on('connection', (socket) => {
      socket.close(codes[tries++] ?? 4400)
    })
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    endings.push(() => doc.destroy())
    const seen: string[] = []
    await new Promise<void>((resolve) => {
      const note = (what: string) => (): void => void seen.push(what)
      const transport = websocketTransport({
        socketUrl: url,
        participantId: undefined,
        random: { bytes: (length) => new Uint8Array(length) },
        WebSocket: NodeSocket as unknown as typeof WebSocket,
      })(
        { mapId, doc, awareness, mayWrite: true },
        {
          opened: note('opened'),
          sent: note('sent'),
          acknowledged: note('acknowledged'),
          merged: () => undefined,
          synced: note('synced'),
          dropped: note('dropped'),
          event: note('event'),
          closed: (reason) => {
            seen.push(`closed: ${reason}`)
            transport.close()
            resolve()
          },
        },
      )
    })
    expect(tries).toBe(3)
    expect(seen.filter((what) => what !== 'opened')).toEqual(['dropped', 'dropped', 'dropped', 'closed: key-unknown'])
  })

  it('passes over events that it does not understand', async () => {
    const { sockets, url } = await listen()
    const event = (text: string): Uint8Array => Uint8Array.of(101, text.length, ...new TextEncoder().encode(text))
    sockets.on('connection', (socket) => {
      for (const text of ['{', '{"kind":"future"}', '{"kind":"refused","code":"c","message":"m"}'])
        socket.send(event(text))
    })
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    endings.push(() => doc.destroy())
    const nothing = (): void => undefined
    const heard = await new Promise((resolve) => {
      const transport = websocketTransport({
        socketUrl: url,
        participantId: 'p',
        WebSocket: NodeSocket as unknown as typeof WebSocket,
      })(
        { mapId, doc, awareness, mayWrite: true },
        {
          opened: nothing,
          sent: nothing,
          acknowledged: nothing,
          merged: () => undefined,
          synced: nothing,
          dropped: nothing,
          closed: nothing,
          event: resolve,
        },
      )
      endings.push(() => transport.close())
    })
    expect(heard).toEqual({ kind: 'refused', code: 'c', message: 'm' })
  })
})

const offset = { x: 0, y: 0 }
const many = { timeout: 60_000 }

describe('what is too long for one message', () => {
  it('SYNC-11: the largest map that Weft promises is merged and saved', many, async () => {
    const { enter, stored } = await world()
    const ana = enter('Ana')
    await until(ana.sync, kindIs('saved'))
    const map = largeWeftMap(4_998, 20_000)
    expect(ana.run(mergeMap, { map, offset }).ok).toBe(true)
    expect(ana.sync.get()).toEqual({ kind: 'saving' })
    await until(ana.sync, (status) => status.kind !== 'saving')
    expect(ana.sync.get()).toEqual({ kind: 'saved' })
    const kept = await stored()
    expect([kept.elements.size, kept.links.size]).toEqual([5_000, 20_000])
  })

  it('SYNC-11: a device that was away with as much in it is let in again, and nothing is lost', many, async () => {
    const { enter, stored, stop, start } = await world()
    const ana = enter('Ana')
    await until(ana.sync, kindIs('saved'))
    await stop()
    await until(ana.sync, kindIs('offline'))
    expect(ana.run(joinMap, { map: largeWeftMap(3_000, 12_000), offset }).ok).toBe(true)
    rename(ana, 'a', 'Later')
    await start()
    ana.reconnect()
    await until(ana.sync, (status) => status.kind === 'saved' || status.kind === 'closed')
    expect(ana.sync.get()).toEqual({ kind: 'saved' })
    expect(await stored()).toEqual(ana.view.get())
  })

  it('SYNC-11: three pictures of the largest size are one step', many, async () => {
    const { enter, stored } = await world()
    const ana = enter('Ana')
    await until(ana.sync, kindIs('saved'))
    const picture = { kind: 'image', source: `data:image/png;base64,${'A'.repeat(699_000)}` }
    const map = testMap({ elements: { x: picture, y: picture, z: picture } })
    expect(ana.run(mergeMap, { map, offset }).ok).toBe(true)
    await until(ana.sync, (status) => status.kind !== 'saving')
    expect(ana.sync.get()).toEqual({ kind: 'saved' })
    expect((await stored()).elements.size).toBe(5)
    const ben = enter('Ben')
    await until(ben.view, (view) => view.elements.size === 5)
    expect(ana.undo()).toMatchObject({ step: 'imported' })
    await until(ana.sync, kindIs('saved'))
    expect((await stored()).elements.size).toBe(2)
  })
})
