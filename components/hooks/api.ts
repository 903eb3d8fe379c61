import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../../lib/base/result'
import {
  accessAnswerSchema,
  codeAnswerSchema,
  errorAnswerSchema,
  joinAnswerSchema,
  type JoinRequest,
} from '../../lib/protocol/api'
import type { JsonFields } from '../../lib/base/json'
import { showAnswerSchema, type ShowRequest } from '../../lib/protocol/showRequest'

/** Why a request brought no answer: the server's stable code and sentence, or `offline`. */
export interface ApiProblem {
  readonly code: string
  readonly message: string
  readonly status: number
  /** What the server adds to some codes: a `FormatProblem`, seconds to wait. */
  readonly details?: unknown
}

type Answer<Schema extends z.ZodMiniType> = Promise<Result<z.output<Schema>, ApiProblem>>

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly json?: unknown
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

/** One request: what it brought, read by its schema, or why it brought nothing. Never throws. */
export async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  request: Request = {},
): Answer<Schema> {
  let response: Response
  try {
    response = await fetch(path, {
      method: request.method ?? 'GET',
      headers: { ...(request.json === undefined ? {} : { 'content-type': 'application/json' }), ...request.headers },
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
  } catch {
    return fail({ code: 'offline', message: '', status: 0 })
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    const problem = z.safeParse(errorAnswerSchema, answer)
    return fail(
      problem.success
        ? { ...problem.data.error, status: response.status }
        : { code: 'failed', message: '', status: response.status },
    )
  }
  const parsed = z.safeParse(schema, answer)
  return parsed.success ? succeed(parsed.data) : fail({ code: 'failed', message: '', status: response.status })
}

const nothing = z.unknown()
const mapPath = (id: string): string => `/api/maps/${encodeURIComponent(id)}`

/**
 * On which map, and as whom of this browser: someone who tries the participants' link beside their own
 * is two participants, and each tab asks as the one that it is.
 */
export interface MapSeat {
  readonly mapId: string
  readonly participant: string | undefined
}

/** An address below a map, asked as the one who sits there. */
export function seatPath({ mapId, participant }: MapSeat, rest = ''): string {
  return `${mapPath(mapId)}${rest}${participant === undefined ? '' : `?p=${encodeURIComponent(participant)}`}`
}

/** The HTTP API as a page uses it. Nothing throws; what went wrong is a value. */
export const api = {
  /** Without a key, the server knows this browser by its cookie; `participant` says as whom of them this tab comes. */
  access: (mapId: string, key?: string, participant?: string) =>
    ask(
      seatPath({ mapId, participant }, '/access'),
      accessAnswerSchema,
      key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } },
    ),
  join: (mapId: string, request: JoinRequest) =>
    ask(`${mapPath(mapId)}/join`, joinAnswerSchema, { method: 'POST', json: request }),
  findCode: (code: string) => ask(`/api/join/${encodeURIComponent(code)}`, codeAnswerSchema),
  deleteMap: (seat: MapSeat) => ask(seatPath(seat), nothing, { method: 'DELETE' }),
  show: (seat: MapSeat, request: Omit<ShowRequest, 'look'> & { readonly look: JsonFields }) =>
    ask(seatPath(seat, '/shown'), showAnswerSchema, { method: 'POST', json: request }),
  endShowing: (seat: MapSeat) => ask(seatPath(seat, '/shown'), nothing, { method: 'DELETE' }),
} as const
