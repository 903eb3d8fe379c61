import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { CreateMapAnswer } from '../../lib/protocol/api'
import { systemClock } from '../../lib/base/clock'
import { systemRandom } from '../../lib/base/random'
import type { MapId } from '../../lib/base/ids'
import { createAccess } from '../../server/access/access'
import { writeDeviceCookie } from '../../server/access/credentials'
import { createLocalBus } from '../../server/bus/localBus'
import { createMetrics } from '../../server/watch/metrics'
import { silentLog } from '../../server/room/log'
import { createRooms } from '../../server/live/rooms'
import { createMemoryStore } from '../../server/store/memory'
import { createUpgrades } from '../../server/upgrade'
import { openRawClient } from '../helpers/rawClient'
import { readEvent } from '../helpers/readEvent'
import { addSampleMap } from '../helpers/sampleMap'
import { startTestServer, type TestServer } from '../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap()
})
afterAll(() => server.stop())

interface Outcome {
  /** `in` if the server said something to us, else its close code, or the status of a refused handshake. */
  readonly end: 'in' | number
}

/** Opens a socket and waits for the first thing that shows what became of it. */
function open(path: string, headers: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers })
    socket.once('message', () => {
      resolve({ end: 'in' })
      socket.terminate()
    })
    socket.once('close', (code) => resolve({ end: code }))
    socket.once('unexpected-response', (_, response) => {
      resolve({ end: response.statusCode ?? 0 })
      socket.terminate()
    })
    socket.once('error', () => undefined)
  })
}

/** Writes bytes of any kind and reads until the other end has had enough. */
function speak(text: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url)
    const socket: Socket = connect(Number(port), hostname, () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', () => resolve(answer))
  })
}

describe('sockets', () => {
  describe('that come in at the very moment when it ends', () => {
    const id = 'garden' as MapId
    const device = 'the secret of a browser'
    const setUp = async () => {
      const store = createMemoryStore()
      await addSampleMap(store, id)
      const shared = { store, clock: systemClock, random: systemRandom }
      const access = createAccess(shared)
      const rooms = createRooms({ ...shared, bus: createLocalBus(() => undefined), log: silentLog })
      const [contribute, view] = [await access.createLink(id, 'contribute'), await access.createLink(id, 'view')]
      const admission = await access.admit({ map: id, link: contribute.link.id, device, name: 'Ana' })
      if (!admission.ok) throw new Error(admission.reason)
      return { store, access, rooms, contribute, view, ana: admission.value }
    }
    /** Opens a socket, and lets something happen once it has been looked up and before it is there. */
    const openDuring = async (
      { access, rooms }: Awaited<ReturnType<typeof setUp>>,
      query: string,
      happen: () => Promise<unknown>,
    ): Promise<readonly [code: number, said: unknown]> => {
      let hasHappened = false
      const upgrades = createUpgrades({
        access: {
          ...access,
          async identify(...asked) {
            const entry = await access.identify(...asked)
            const isFirst = !hasHappened
            hasHappened = true
            if (isFirst) await happen()
            return entry
          },
        },
        rooms,
        clock: systemClock,
        log: { ...silentLog, debug: () => undefined },
        metrics: createMetrics(),
        publicUrl: undefined,
      })
      const http = createServer()
      http.on('upgrade', (request, socket, head) => upgrades.handle(request, socket, head))
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      const { port } = http.address() as AddressInfo
      const cookie = writeDeviceCookie(device, false).split(';')[0]
      const client = await openRawClient(`ws://127.0.0.1:${port}/sync`, id, `?events=1&${query}`, cookie)
      const code = await client.closed
      await rooms.close()
      http.close()
      return [code, client.received.flatMap(readEvent).find(({ kind }) => kind === 'refused')?.['message']]
    }

    it('ACC-4: do not stay open when their link is switched off, and are told that it was that', async () => {
      for (const named of [true, false]) {
        const world = await setUp()
        const { access, rooms, contribute, ana } = world
        const query = named ? `p=${ana.id}` : `key=${contribute.key}`
        const ended = await openDuring(world, query, async () => {
          await access.revokeLink(contribute.link.id)
          rooms.closeLink(id, contribute.link.id)
        })
        expect(ended).toEqual([4401, 'This link no longer works.'])
      }
    })

    it('PEOPLE-15: do not stay open when their browser is removed, also those that came with a bare key', async () => {
      for (const named of [true, false]) {
        const world = await setUp()
        const { store, rooms, view, ana } = world
        const query = named ? `p=${ana.id}` : `key=${view.key}`
        const ended = await openDuring(world, query, async () => {
          await store.changeParticipants(id, [{ id: ana.id, removedAt: 1 }])
          rooms.closeParticipant(id, ana.id, 'removed')
        })
        expect(ended).toEqual([4401, 'You have been removed from this map.'])
      }
    })

    it('ROOM-14: do not stay open when their map is deleted', async () => {
      const world = await setUp()
      const ended = await openDuring(world, `p=${world.ana.id}`, () => world.store.deleteMap(id))
      expect(ended).toEqual([4404, expect.any(String)])
    })
  })

  it('ACC-1: open with a key by header or by parameter', async () => {
    const { key } = map.links.view
    expect(await open(`/sync/${map.id}?key=${key}`)).toEqual({ end: 'in' })
    expect(await open(`/sync/${map.id}`, { authorization: `Bearer ${key}` })).toEqual({ end: 'in' })
  })

  it('ACC-5: open with the cookie of a browser that has joined, as the participant its tab names', async () => {
    const ana = await server.join(map, 'contribute', 'Ana')
    const own = { cookie: ana.cookie, origin: server.url }
    expect(await open(`/sync/${map.id}?events=1&p=${ana.participant.id}`, own)).toEqual({ end: 'in' })
    expect(await open(`/sync/${map.id}`, own)).toEqual({ end: 'in' })
    expect(await open(`/sync/${map.id}?p=somebody`, own)).toEqual({ end: 4401 })
  })

  it('ACC-12: do not open for a page of another site, unless it has a key', async () => {
    const ana = await server.join(map, 'contribute', 'Ana')
    const foreign = { cookie: ana.cookie, origin: 'https://evil.example' }
    expect(await open(`/sync/${map.id}?p=${ana.participant.id}`, foreign)).toEqual({ end: 4401 })
    expect(await open(`/sync/${map.id}`, foreign)).toEqual({ end: 4401 })
    expect(await open(`/sync/${map.id}?key=${map.links.view.key}`, foreign)).toEqual({ end: 'in' })
  })

  it('ACC-2: are told for good why not: 4401 for keys, 4404 for maps', async () => {
    expect(await open(`/sync/${map.id}`)).toEqual({ end: 4401 })
    expect(await open(`/sync/${map.id}?key=wrong`)).toEqual({ end: 4401 })
    expect(await open(`/sync/nowhere?key=${map.links.view.key}`)).toEqual({ end: 4404 })
    for (const id of ['%zz', '%00', '..%2Fhealthz', 'a/b', '', 'x'.repeat(2000)]) {
      expect(await open(`/sync/${id}?key=${map.links.view.key}`)).toEqual({ end: 4404 })
    }
  })

  it('ACC-4: are closed with 4401 when their link is switched off, and others are not', async () => {
    const made = await server.request(`/api/maps/${map.id}/links`, {
      key: map.links.owner.key,
      json: { grant: 'view' },
    })
    const { link, key } = made.json<{ link: { id: string }; key: string }>()
    const address = server.url.replace('http', 'ws')
    const dying = new WebSocket(`${address}/sync/${map.id}?key=${key}`)
    const living = new WebSocket(`${address}/sync/${map.id}?key=${map.links.view.key}`)
    await Promise.all([dying, living].map((socket) => new Promise((resolve) => socket.once('message', resolve))))
    const closed = new Promise<number>((resolve) => dying.once('close', resolve))
    await server.request(`/api/maps/${map.id}/links/${link.id}`, { method: 'DELETE', key: map.links.owner.key })
    expect(await closed).toBe(4401)
    expect(living.readyState).toBe(WebSocket.OPEN)
    living.terminate()
  })

  it('OPS-3: are refused with 404 anywhere else, and never left hanging', async () => {
    for (const path of ['/', '/sync', '/synchronise/x', '/_next/hmr', '/api/maps', '//sync.evil/x']) {
      expect(await open(path)).toEqual({ end: 404 })
    }
  })

  it('OPS-3: broken handshakes are ended and do the server no harm', async () => {
    const head = `GET /sync/${map.id}?key=${map.links.view.key} HTTP/1.1\r\nHost: x\r\n`
    const broken = [
      `${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `${head}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      `${head}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
      `POST /sync/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET http://[/ HTTP/1.1\r\nHost: [\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      'nonsense\r\n\r\n',
    ]
    for (const text of broken) expect(await speak(text)).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
    expect((await server.request('/healthz')).status).toBe(200)
  })

  it('OPS-3: a socket that is gone before it was let in does no harm', async () => {
    const { hostname, port } = new URL(server.url)
    for (let index = 0; index < 20; index += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(
            `GET /sync/${map.id}?key=${map.links.view.key} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
          )
          socket.resetAndDestroy()
        })
        socket.once('close', () => resolve())
        socket.once('error', () => undefined)
      })
    }
    await expect.poll(async () => (await server.request('/metrics')).text).toMatch(/^weft_sessions 0$/m)
  })
})
