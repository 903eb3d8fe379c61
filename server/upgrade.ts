import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketServer } from 'ws'
import type { Clock } from '../lib/base/clock'
import { isId, type MapId } from '../lib/base/ids'
import { isSameJson } from '../lib/base/json'
import { fail } from '../lib/base/result'
import type { CloseReason } from '../lib/protocol/close'
import type { Access } from './access/access'
import { createAllowance } from './access/allowance'
import { findClientAddress } from './access/clientAddress'
import { readCredentials, type Credentials } from './access/credentials'
import type { AccessDenial, Identity } from './access/identity'
import { isSameSite } from './access/origin'
import { logPath } from './http/logPath'
import type { ApiLog } from './http/parts'
import type { Rooms } from './live/rooms'
import { acceptSocket, refuseSocket } from './session/acceptSocket'
import type { Seated } from './session/lobby'
import { createSocketServer } from './session/socketServer'
import type { Metrics } from './watch/metrics'

export interface UpgradeParts {
  readonly access: Access
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: ApiLog
  readonly metrics: Metrics
  readonly publicUrl: string | undefined
}

export interface Upgrades {
  /** For the HTTP server's `upgrade` event. Never throws; every socket is taken in or ended. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** From now on nobody is taken in. */
  close(): void
}

/** Open sockets of one address: a hall of people with two tabs each behind one router. */
const socketsPerAddress = 800
/** Milliseconds from the request to being let in or refused. */
const deadline = 10_000

const reasons: Readonly<Record<AccessDenial['kind'], CloseReason>> = {
  'no-key': 'key-unknown',
  'key-unknown': 'key-unknown',
  'key-revoked': 'key-unknown',
  removed: 'key-unknown',
  'link-ended': 'key-unknown',
  'passcode-needed': 'key-unknown',
  'no-such-map': 'no-such-map',
}

/** Of a bare key: what sends away who is in, where a link that ended or got a passcode only lets nobody new in. */
const endsVisits: readonly AccessDenial['kind'][] = ['no-key', 'key-unknown', 'key-revoked', 'removed', 'no-such-map']

/** Lets sockets in at `/sync/<mapId>`, and nowhere else. */
export function createUpgrades(parts: UpgradeParts): Upgrades {
  const { access, rooms, clock, log, metrics, publicUrl } = parts
  const server: WebSocketServer = createSocketServer()
  const openByAddress = new Map<string, number>()
  const handshakes = createAllowance({ clock, burst: 2000, perSecond: 50 })
  let closed = false

  /** Holds a place for the address for as long as its socket lives. */
  const takePlace = (address: string, socket: Duplex): boolean => {
    const open = openByAddress.get(address) ?? 0
    if (open >= socketsPerAddress || !handshakes.take(address)) return false
    openByAddress.set(address, open + 1)
    socket.once('close', () => {
      const left = (openByAddress.get(address) ?? 1) - 1
      if (left > 0) openByAddress.set(address, left)
      else openByAddress.delete(address)
    })
    return true
  }

  const letIn = async (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void> => {
    const sameSite = isSameSite(
      {
        origin: request.headers.origin,
        fetchSite: undefined,
        host: request.headers.host,
        forwardedHost: single(request.headers['x-forwarded-host']),
      },
      publicUrl,
    )
    const credentials = readCredentials({
      cookie: request.headers.cookie,
      authorization: request.headers.authorization,
      parameters: url.searchParams,
      sameSite,
    })
    const id = readMapId(url.pathname)
    const entry =
      id === undefined ? fail<AccessDenial>({ kind: 'no-such-map' }) : await access.identify(credentials, id)
    if (socket.destroyed || closed) {
      socket.destroy()
      return
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      metrics.countUpgrade(entry.ok ? 'accepted' : 'refused')
      // Refused after the handshake, since a browser is told close codes but not status codes.
      if (!entry.ok) {
        refuseSocket(webSocket, reasons[entry.reason.kind])
        return
      }
      const waits = access.mustWait(entry.value)
      const seated = acceptSocket({
        socket: webSocket,
        identity: entry.value,
        rooms,
        events: url.searchParams.get('events') === '1',
        waits,
      })
      void lookAgain(credentials, entry.value, waits, seated)
    })
  }

  /** What was changed after it was looked up, and before the socket was there to be told or closed, holds now. */
  const lookAgain = async (
    credentials: Credentials,
    { map, role, participant }: Identity,
    waits: boolean,
    seated: Pick<Seated, 'end'>,
  ): Promise<void> => {
    try {
      const now = await access.identify(credentials, map)
      if (!now.ok) {
        const { kind } = now.reason
        if (participant !== undefined || endsVisits.includes(kind)) await seated.end(reasons[kind], sayWhy(kind))
      } else if (now.value.participant !== undefined) {
        const isSame = now.value.role === role && isSameJson(now.value.participant, participant)
        if (!isSame) rooms.updateParticipant(map, now.value.participant, now.value.role)
        if (!waits && access.mustWait(now.value)) await seated.end('restart', 'The meeting has not started.')
      }
    } catch (cause) {
      log.warn({ cause }, 'link not looked up again')
    }
  }

  return {
    handle(request, socket, head) {
      // Without a listener a reset connection would end the process.
      socket.on('error', () => socket.destroy())
      const address = findClientAddress({
        peer: request.socket.remoteAddress,
        forwardedFor: single(request.headers['x-forwarded-for']),
        behindProxy: publicUrl !== undefined,
      })
      const url = readUrl(request.url)
      if (url === undefined || !url.pathname.startsWith('/sync/')) return refuse(socket, '404 Not Found')
      if (closed || !takePlace(address, socket)) {
        metrics.countUpgrade('refused')
        return refuse(socket, '503 Service Unavailable')
      }
      const late = clock.after(deadline, () => socket.destroy())
      letIn(request, socket, head, url)
        .catch((cause: unknown) => {
          log.error({ cause, path: logPath(url.pathname) }, 'socket not let in')
          refuse(socket, '500 Internal Server Error')
        })
        .finally(late)
    },
    close() {
      closed = true
      server.close()
    },
  }
}

function sayWhy(reason: AccessDenial['kind']): string {
  if (reason === 'removed') return 'You have been removed from this map.'
  return reason === 'no-such-map' ? 'This map has been deleted.' : 'This link no longer works.'
}

/** Says no in plain HTTP, and does not wait for the other end to take it. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

function readUrl(address: string | undefined): URL | undefined {
  // A path that begins with two slashes would be read as a host.
  const path = (address ?? '').replace(/^\/+/, '/')
  return URL.canParse(path, 'http://weft') ? new URL(path, 'http://weft') : undefined
}

function readMapId(path: string): MapId | undefined {
  try {
    const id = decodeURIComponent(path.slice('/sync/'.length))
    return isId(id) ? (id as MapId) : undefined
  } catch {
    return undefined
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}
