import { isId, type MapId } from '../../lib/base/ids'
import type { CarriedAnswer, CarriedRequest } from '../bus/bus'
import type { Rooms } from '../live/rooms'
import type { Connection } from './app'
import { readBytes } from './body'
import { refuseForNow } from './errors'
import type { ApiLog } from './parts'
import { apiHeaders } from './securityHeaders'

/** Requests that came to one process and are answered by another, which has their map. */
export interface Carrying {
  fetch(request: Request, connection: Connection): Promise<Response>
  /** Answers what came to another process. */
  answer(request: CarriedRequest): Promise<CarriedAnswer>
}

export interface CarryingParts {
  readonly rooms: Pick<Rooms, 'visit'>
  readonly log: ApiLog
  /** The API of this process. */
  readonly fetch: (request: Request, connection: Connection) => Response | Promise<Response>
}

/** Bytes of a body that is passed on: more than any request about a map takes, but for files. */
const mostBytes = 4 * 1024 * 1024
/** Seconds after which another process has the map of one that died. */
const waitSeconds = 3

/** What is read from the store alone, and may be large, is answered wherever it is asked. */
const readAnywhere =
  /^(?:export|thumbnail\.svg|report|charter|compare|analysis|versions(?:\/[^/]*)?|breakouts\/maps)?$/u

export function createCarrying({ rooms, log, fetch }: CarryingParts): Carrying {
  const refuseLater = (message: string): Response => {
    const refusal = refuseForNow('busy', waitSeconds, message)
    for (const [name, value] of Object.entries(apiHeaders)) refusal.headers.set(name, value)
    refusal.headers.set('cache-control', 'no-store')
    return refusal
  }
  const passOn = async (
    request: Request,
    connection: Connection,
    ask: (carried: CarriedRequest) => Promise<CarriedAnswer | 'here' | 'not-now' | 'not-known'>,
  ): Promise<Response> => {
    const body = await readBytes(request, mostBytes)
    if (!body.ok) return body.reason
    const { method, url } = request
    const headers = [...request.headers]
    const peer = connection.incoming?.socket.remoteAddress ?? ''
    const answer = await ask({ method, url, headers, body: body.value, peer })
    switch (answer) {
      case 'here':
        return fetch(rebuild({ method, url, headers, body: body.value, peer }), connection)
      case 'not-now':
        return refuseLater('The server that has this map does not answer, so nothing was done. Try again in a moment.')
      case 'not-known':
        return isReading(method)
          ? fetch(rebuild({ method, url, headers, body: body.value, peer }), connection)
          : refuseLater('The server that has this map went away in the middle of this: look whether it was done.')
      default: {
        const given = new Headers()
        for (const [name, value] of answer.headers) given.append(name, value)
        const isEmpty = answer.body.length === 0
        return new Response(isEmpty ? null : answer.body.slice(), { status: answer.status, headers: given })
      }
    }
  }

  return {
    async fetch(request, connection) {
      const map = findMap(request)
      if (map === undefined) return fetch(request, connection)
      let isVisited = false
      try {
        return await rooms.visit(map, async ({ isHere, ask }) => {
          isVisited = true
          return isHere ? fetch(request, connection) : passOn(request, connection, ask)
        })
      } catch (cause) {
        if (isVisited) throw cause
        log.warn({ map, cause }, 'whose a map is could not be found out')
        return refuseLater('The database cannot be reached. Try again in a moment.')
      }
    },
    async answer(request) {
      const response = await fetch(rebuild(request), { incoming: { socket: { remoteAddress: request.peer } } })
      return {
        status: response.status,
        headers: [...response.headers],
        body: new Uint8Array(await response.arrayBuffer()),
      }
    },
  }
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Of which map a request has to be answered by whoever has it. */
function findMap({ method, url }: Request): MapId | undefined {
  const [, id = '', rest = ''] = /^\/api\/maps\/([^/]+)(?:\/(.*))?$/u.exec(new URL(url).pathname) ?? []
  if (!isId(id) || id === 'import') return undefined
  if (readAnywhere.test(rest) && (isReading(method) || rest === 'compare')) return undefined
  return id as MapId
}

function rebuild({ method, url, headers, body }: CarriedRequest): Request {
  const given = new Headers()
  for (const [name, value] of headers) given.append(name, value)
  return new Request(url, { method, headers: given, body: isReading(method) ? null : body.slice() })
}
