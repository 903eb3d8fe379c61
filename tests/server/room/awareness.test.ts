import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { limits } from '../../../lib/base/limits'
import type { MapId } from '../../../lib/base/ids'
import { readClientMessage, writeAwareness } from '../../../lib/protocol/wire'
import type { Identity } from '../../../server/access/identity'
import { createAwarenessBoard, type AwarenessBoard } from '../../../server/room/awarenessBoard'
import { readAwareness } from '../../../server/room/awarenessClaims'
import { createMemoryStore } from '../../../server/store/memory'
import { openRawClient } from '../../helpers/rawClient'
import { addSampleMap } from '../../helpers/sampleMap'
import { openStockClient, type StockClient, type StockClientOptions } from '../../helpers/stockClient'
import { startSyncServer, type SyncServer } from '../../helpers/syncServer'

const someone: Identity = { map: 'm' as MapId, role: 'contributor', link: 'l', participant: undefined }

function person(id: string): Identity {
  return { ...someone, participant: { id, name: id, colour: 0 } }
}

/** An awareness update as y-protocols writes it. */
function says(...entries: readonly (readonly [client: number, clock: number, state: unknown])[]): Uint8Array {
  const awareness = new Awareness(new Y.Doc())
  for (const [client, clock, state] of entries) {
    awareness.meta.set(client, { clock, lastUpdated: 0 })
    if (state !== null) awareness.states.set(client, state as Record<string, unknown>)
  }
  const update = encodeAwarenessUpdate(
    awareness,
    entries.map(([client]) => client),
  )
  awareness.destroy()
  return update
}

/** What the others, or one session in their place, are shown next. */
function shown(board: AwarenessBoard, to?: string): (readonly [number, number, unknown])[] {
  const changes = board.takeChanges()
  if (changes === undefined) return []
  return readShown(changes.instead?.find(({ session }) => session === to)?.message ?? changes.message)
}

function readShown(message: Uint8Array): (readonly [number, number, unknown])[] {
  const read = readClientMessage(message)
  if (!read.ok || read.value.kind !== 'awareness') throw new Error('not an awareness message')
  return (readAwareness(read.value.update) ?? []).map(({ client, clock, state }) => [client, clock, JSON.parse(state)])
}

describe('the awareness board', () => {
  it('AWARE-1: passes on the latest state of each client, once', () => {
    const board = createAwarenessBoard()
    for (let clock = 0; clock < 5; clock += 1) board.receive('s', someone, says([7, clock, { clock }]))
    board.receive('t', someone, says([8, 3, { x: 1 }]))
    expect(shown(board)).toEqual([
      [7, 4, { clock: 4 }],
      [8, 3, { x: 1 }],
    ])
    expect(shown(board)).toEqual([])
  })

  it('PEOPLE-14: the cursor of who is muted is not passed on, from the moment of it', () => {
    const board = createAwarenessBoard()
    const ana = person('a')
    const muted = { ...ana, participant: { id: 'a', name: 'Ana', colour: 1, muted: true } }
    board.receive('s', ana, says([7, 1, { cursor: [1, 2], selection: {} }]))
    expect(shown(board)).toEqual([[7, 1, { cursor: [1, 2], selection: {} }]])
    board.reconsider('s', muted)
    expect(shown(board)).toEqual([[7, 2, { selection: {} }]])
    board.receive('s', muted, says([7, 4, { cursor: [3, 4], selection: {} }]))
    expect(shown(board)).toEqual([[7, 4, { selection: {} }]])
    board.reconsider('s', muted)
    expect(shown(board)).toEqual([])
    board.reconsider('s', ana)
    board.receive('s', ana, says([7, 5, { cursor: [5, 6] }]))
    expect(shown(board)).toEqual([[7, 5, { cursor: [5, 6] }]])
  })

  it.each(['commenter', 'viewer'] as const)('AWARE-14: a %s is not shown editing', (role) => {
    const board = createAwarenessBoard()
    const edits = { drag: { b: [1, 2] }, naming: 'b', deleted: ['c'] }
    board.receive('s', { ...person('a'), role }, says([7, 1, { cursor: [1, 2], selection: {}, ...edits }]))
    expect(shown(board)).toEqual([[7, 1, { cursor: [1, 2], selection: {} }]])
    expect(readShown(board.writeAll() ?? new Uint8Array())).toEqual([[7, 2, { cursor: [1, 2], selection: {} }]])
    board.receive('s', person('a'), says([7, 2, edits]))
    expect(shown(board)).toEqual([[7, 3, edits]])
  })

  it('AWARE-2: a client belongs to the socket that brought it; others speak for it in vain', () => {
    const board = createAwarenessBoard()
    board.receive('s', person('a'), says([7, 1, { mine: true }]))
    board.receive('t', person('b'), says([8, 1, {}]))
    shown(board)
    expect(board.receive('t', person('b'), says([7, 9, { spoofed: true }]))).toBe('ignored')
    expect(board.receive('t', person('b'), says([7, 9, null]))).toBe('ignored')
    expect(shown(board)).toEqual([])
  })

  it('AWARE-2: an echo of what a client was told changes nothing, even for people of one bare key', () => {
    const board = createAwarenessBoard()
    board.receive('s', someone, says([7, 1, { at: 1 }]))
    board.receive('t', someone, says([8, 1, {}]))
    shown(board)
    expect(board.receive('t', someone, says([7, 1, { at: 1 }]))).toBe('ignored')
    expect(board.receive('t', someone, says([7, 2, { at: 1 }]))).toBe('ignored')
    board.receive('s', someone, says([7, 2, { at: 2 }]))
    expect(shown(board)).toEqual([[7, 2, { at: 2 }]])
  })

  it('AWARE-3: an echo of someone who has just left makes no ghost', () => {
    const board = createAwarenessBoard()
    board.receive('s', someone, says([7, 1, {}]))
    board.receive('t', someone, says([8, 1, {}]))
    shown(board)
    board.leave('s')
    expect(shown(board)).toEqual([[7, 2, null]])
    expect(board.receive('t', someone, says([7, 1, {}]))).toBe('ignored')
    expect(readShown(board.writeAll() ?? new Uint8Array())).toEqual([[8, 2, {}]])
  })

  it('AWARE-4: whoever returns with the clock they had is shown under a higher one', () => {
    const board = createAwarenessBoard()
    board.receive('s', person('a'), says([7, 5, { here: 1 }]))
    expect(shown(board)).toEqual([[7, 5, { here: 1 }]])
    board.leave('s')
    expect(shown(board)).toEqual([[7, 6, null]])
    board.receive('s2', person('a'), says([7, 5, { here: 1 }]))
    expect(shown(board)).toEqual([[7, 7, { here: 1 }]])
    board.receive('s2', person('a'), says([7, 6, { here: 2 }]))
    expect(shown(board)).toEqual([[7, 8, { here: 2 }]])
  })

  it('AWARE-4: the returning client itself hears its own clock, so that nothing of its own is undone', () => {
    const board = createAwarenessBoard()
    board.receive('s', person('a'), says([7, 5, { here: 1 }]))
    board.leave('s')
    board.takeChanges()
    board.receive('s2', person('a'), says([7, 5, { here: 1 }]))
    board.receive('t', person('b'), says([8, 1, {}]))
    const changes = board.takeChanges()
    const own = changes?.instead?.find(({ session }) => session === 's2')?.message ?? new Uint8Array()
    expect(readShown(own)).toEqual([
      [7, 5, { here: 1 }],
      [8, 1, {}],
    ])
  })

  it('AWARE-5: a tab that is back before its old socket was found dead takes its own place', () => {
    const board = createAwarenessBoard()
    board.receive('old', person('a'), says([7, 5, { here: 1 }]))
    shown(board)
    expect(board.receive('new', person('a'), says([7, 5, { here: 1 }]))).toBe('taken')
    expect(shown(board)).toEqual([[7, 6, { here: 1 }]])
    board.leave('old')
    expect(shown(board)).toEqual([])
    expect(board.receive('thief', person('b'), says([7, 9, {}]))).toBe('ignored')
  })

  it('AWARE-6: those who come see everyone, under clocks they cannot have seen', () => {
    const board = createAwarenessBoard()
    expect(board.writeAll()).toBeUndefined()
    board.receive('s', someone, says([7, 5, { a: 1 }]))
    shown(board)
    expect(readShown(board.writeAll() ?? new Uint8Array())).toEqual([[7, 6, { a: 1 }]])
    board.receive('s', someone, says([7, 6, { a: 2 }]))
    expect(shown(board)).toEqual([[7, 7, { a: 2 }]])
  })

  it('AWARE-7: nobody shows a presence under the id of another person', () => {
    const board = createAwarenessBoard()
    const state = (id: string): object => ({ person: { id, name: 'x', colour: 1 } })
    expect(board.receive('s', person('a'), says([7, 1, state('b')]))).toBe('ignored')
    expect(board.receive('s', person('a'), says([7, 2, state('a')]))).toBe('taken')
  })

  it('AWARE-7: who came with a bare key shows no presence under anybody’s id', () => {
    const board = createAwarenessBoard()
    expect(board.receive('s', someone, says([7, 1, { person: { id: 'b', name: 'x', colour: 1 } }]))).toBe('ignored')
    expect(board.receive('s', someone, says([7, 2, { person: { name: 'a script', colour: 1 } }]))).toBe('taken')
    expect(shown(board)).toEqual([[7, 2, { person: { name: 'a script', colour: 1 } }]])
  })

  it('AWARE-8: a state over the limit is not passed on, and a socket speaks for a few clients only', () => {
    const board = createAwarenessBoard()
    const long = 'x'.repeat(limits.awarenessBytes - '{"long":""}'.length)
    expect(board.receive('s', someone, says([7, 1, { long: `${long}x` }]))).toBe('ignored')
    // Bytes, not letters.
    expect(board.receive('s', someone, says([7, 1, { long: '語'.repeat(limits.awarenessBytes / 2) }]))).toBe('ignored')
    expect(board.receive('s', someone, says([7, 1, { long }]))).toBe('taken')
    shown(board)
    for (let client = 10; client < 20; client += 1) board.receive('s', someone, says([client, 1, {}]))
    expect(shown(board)).toHaveLength(3)
  })

  it('AWARE-9: what receivers could not parse is malformed', () => {
    const board = createAwarenessBoard()
    expect(board.receive('s', someone, Uint8Array.of(1, 7, 1, 1, 123))).toBe('malformed')
    expect(board.receive('s', someone, Uint8Array.of(1, 7, 1, 1, 53))).toBe('malformed')
    expect(board.receive('s', someone, Uint8Array.of(1, 7))).toBe('malformed')
    expect(board.receive('s', someone, Uint8Array.of(1, 7, 1, 2, 123, 125, 9))).toBe('malformed')
  })
})

describe('awareness over real sockets', () => {
  let server: SyncServer
  let map: MapId
  const clients: StockClient[] = []
  beforeEach(async () => {
    const store = createMemoryStore()
    map = await addSampleMap(store)
    server = await startSyncServer({ store })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await server.close()
  })
  const open = (options: StockClientOptions = {}): StockClient => {
    const client = openStockClient(server.url, map, options)
    clients.push(client)
    return client
  }
  const sees = (client: StockClient, other: StockClient): boolean =>
    client.provider.awareness.getStates().has(other.doc.clientID)

  it('AWARE-10: people see each other, whoever came first, and an explicit leave passes through', async () => {
    const a = open()
    a.provider.awareness.setLocalState({ name: 'a' })
    await a.synced()
    const b = open()
    b.provider.awareness.setLocalState({ name: 'b' })
    await a.until('a sees b', () => sees(a, b))
    await b.until('b sees a', () => sees(b, a))
    b.provider.awareness.setLocalState(null)
    await a.until('b has gone', () => !sees(a, b))
    expect(sees(b, a)).toBe(true)
  })

  it('AWARE-11: a closed or broken socket takes its cursor along', async () => {
    const [a, b, c] = [open(), open(), open()]
    await a.until('all are seen', () => sees(a, b) && sees(a, c))
    b.provider.disconnect()
    ;(c.provider.ws as unknown as { terminate(): void }).terminate()
    c.provider.shouldConnect = false
    await a.until('both have gone', () => !sees(a, b) && !sees(a, c))
    expect([...a.provider.awareness.getStates().keys()]).toEqual([a.doc.clientID])
  })

  it('AWARE-12: who reconnects without having moved is seen again at once, and sees the others', async () => {
    const [a, b] = [open({ params: { person: 'a' } }), open({ params: { person: 'b' } })]
    await a.until('a sees b', () => sees(a, b))
    await b.until('b sees a', () => sees(b, a))
    const clock = b.provider.awareness.meta.get(b.doc.clientID)?.clock
    b.provider.disconnect()
    await a.until('b has gone', () => !sees(a, b))
    b.provider.awareness.meta.set(b.doc.clientID, { clock: clock ?? 0, lastUpdated: Date.now() })
    b.provider.awareness.states.set(b.doc.clientID, { back: true })
    b.provider.connect()
    await a.until('b is seen again', () => sees(a, b))
    await b.until('a is seen again', () => sees(b, a))
    expect(b.provider.awareness.getLocalState()).toEqual({ back: true })
  })

  it('AWARE-13: one’s own awareness comes back, so that y-websocket hears something', async () => {
    const client = await openRawClient(server.url, map)
    client.send(writeAwareness(says([7, 1, { x: 1 }])))
    const echoes = (): number => client.parsed().filter((message) => message.kind === 'awareness').length
    await client.until('echoed', () => echoes() > 0)
    expect(echoes()).toBe(1)
    client.close()
  })
})
