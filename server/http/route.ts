import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { isId, type MapId } from '../../lib/base/ids'
import { isAtLeast, type Role } from '../../lib/protocol/role'
import type { Access } from '../access/access'
import type { Credentials } from '../access/credentials'
import type { Identity } from '../access/identity'
import { readJson, readQuery } from './body'
import { refuseEntry } from './denial'
import { refuse } from './errors'

/** One operation of the API: what runs it and what describes it (openapi.ts) are one thing. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `:name` for parameters; `:id` is always a map. */
  readonly path: string
  readonly summary: string
  /** The least role that may; `none` for what needs no key. */
  readonly needs: Role | 'none'
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** Content types of a body that is a file. */
  readonly file?: readonly string[]
  readonly answers: readonly AnswerShape[]
  run(caller: Caller): Promise<Response>
}

export interface AnswerShape {
  readonly status: number
  readonly description: string
  readonly schema?: z.ZodMiniType
  /** Content types of an answer that is not JSON. */
  readonly types?: readonly string[]
}

/** Who calls, as found before any route runs. */
export interface Caller {
  readonly context: Context
  readonly credentials: Credentials
  readonly address: string
  /** From this very machine, as far as can be seen. */
  readonly isOwnMachine: boolean
  /** Where this server is for the caller: `https://maps.example.org`. */
  readonly ownUrl: string
}

export interface Call<Body, Query> extends Caller {
  readonly body: Body
  readonly query: Query
  /** The value of a `:name` in the path. */
  readonly parameter: (name: string) => string
}

export interface MapCall<Body, Query> extends Call<Body, Query> {
  readonly map: MapId
  readonly identity: Identity
}

interface Shape<Body, Query> extends Omit<Route, 'run' | 'needs' | 'body' | 'query'> {
  readonly body?: z.ZodMiniType<Body>
  readonly query?: z.ZodMiniType<Query>
  readonly bodyBytes?: number
  /** Also for those who wait for the meeting: nothing of the map is in the answer. */
  readonly whileWaiting?: true
}

/** A route that anyone may call. */
export function openRoute<Body = undefined, Query = undefined>(
  shape: Shape<Body, Query> & { handle(call: Call<Body, Query>): Promise<Response> },
): Route {
  return { ...describe(shape, 'none'), run: (caller) => prepare(shape, caller, (call) => shape.handle(call)) }
}

/**
 * A route about one map, for those who have at least the role `needs` on it. Who may not is refused
 * before the body is looked at.
 */
export function mapRoute<Body = undefined, Query = undefined>(
  access: Access,
  needs: Role,
  shape: Shape<Body, Query> & { handle(call: MapCall<Body, Query>): Promise<Response> },
): Route {
  return {
    ...describe(shape, needs),
    async run(caller) {
      const id = caller.context.req.param('id') ?? ''
      if (!isId(id)) return refuse('no-such-map')
      const map = id as MapId
      const entry = await access.identify(caller.credentials, map)
      if (!entry.ok) return refuseEntry(entry.reason)
      const identity = entry.value
      if (!isAtLeast(identity.role, needs)) return refuseRole(identity.role, needs)
      if (shape.whileWaiting !== true && access.mustWait(identity)) return refuse('not-started')
      return prepare(shape, caller, (call) => shape.handle({ ...call, map, identity }))
    },
  }
}

/** Says which role one has and which it takes. */
export function refuseRole(role: Role, needs: Role): Response {
  return refuse('role-needed', {
    message: `Your link lets you in as ${role}; this needs ${needs}.`,
    details: { role, needs },
  })
}

async function prepare<Body, Query>(
  shape: Shape<Body, Query>,
  caller: Caller,
  handle: (call: Call<Body, Query>) => Promise<Response>,
): Promise<Response> {
  const request = caller.context.req.raw
  let query = undefined as Query
  let body = undefined as Body
  if (shape.query !== undefined) {
    const read = readQuery(request.url, shape.query)
    if (!read.ok) return read.reason
    query = read.value
  }
  if (shape.body !== undefined) {
    const read = await readJson(request, shape.body, shape.bodyBytes)
    if (!read.ok) return read.reason
    body = read.value
  }
  return handle({ ...caller, query, body, parameter: (name) => caller.context.req.param(name) ?? '' })
}

function describe<Body, Query>(shape: Shape<Body, Query>, needs: Role | 'none'): Omit<Route, 'run'> {
  const { method, path, summary, query, body, file, answers } = shape
  return {
    method,
    path,
    summary,
    needs,
    answers,
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { file }),
  }
}
