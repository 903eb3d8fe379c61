import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebSocketServer } from 'ws'
import { systemClock } from '../../lib/base/clock'
import { systemRandom } from '../../lib/base/random'
import type { MapId } from '../../lib/base/ids'
import { roleSchema } from '../../lib/protocol/role'
import type { Identity } from '../../server/access/identity'
import { createLocalBus } from '../../server/bus/localBus'
import type { Log } from '../../server/room/log'
import { createRooms, type Rooms } from '../../server/live/rooms'
import type { RoomSettings } from '../../server/room/roomSettings'
import { acceptSocket, refuseSocket } from '../../server/session/acceptSocket'
import { createSocketServer } from '../../server/session/socketServer'
import type { MapStore } from '../../server/store/mapStore'

export interface SyncServerOptions {
  readonly store: MapStore
  readonly settings?: Partial<RoomSettings>
  readonly port?: number
  readonly compact?: (map: MapId) => void
  readonly log?: Log
}

/** A real websocket server with real rooms, and no access control: the query says who one is. */
export interface SyncServer {
  readonly url: string
  readonly rooms: Rooms
  readonly http: Server
  readonly sockets: WebSocketServer
  readonly faults: unknown[]
  close(): Promise<void>
}

/** `?role=`, `?person=`, `?link=` and `?events=1` choose the identity; `?refuse=` refuses. */
export async function startSyncServer({ store, settings, port, compact, log }: SyncServerOptions): Promise<SyncServer> {
  const faults: unknown[] = []
  const note = (fields: object): void => void faults.push(fields)
  const rooms = createRooms({
    store,
    bus: createLocalBus((fault) => faults.push(fault)),
    clock: systemClock,
    random: systemRandom,
    log: log ?? { info: () => undefined, warn: note, error: note },
    settings: { spread: 0, ...settings },
    version: 'test',
    ...(compact === undefined ? {} : { compact }),
  })
  const http = createServer()
  const sockets = createSocketServer()
  http.on('upgrade', (request, transport, head) => {
    transport.on('error', () => undefined)
    const url = new URL(request.url ?? '', 'http://localhost')
    const query = url.searchParams
    const map = url.pathname.split('/').at(-1) as MapId
    const person = query.get('person')
    const identity: Identity = {
      map,
      role: roleSchema.parse(query.get('role') ?? 'contributor'),
      link: query.get('link') ?? 'link',
      participant: person === null ? undefined : { id: person, name: `Name of ${person}`, colour: 1 },
    }
    sockets.handleUpgrade(request, transport, head, (socket) => {
      if (query.has('refuse')) refuseSocket(socket, 'key-unknown')
      else acceptSocket({ socket, identity, rooms, events: query.get('events') === '1' })
    })
  })
  await new Promise<void>((resolve) => http.listen(port ?? 0, '127.0.0.1', resolve))
  const { port: taken } = http.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${taken}/sync`,
    rooms,
    http,
    sockets,
    faults,
    async close() {
      await rooms.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
