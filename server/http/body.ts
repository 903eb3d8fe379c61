import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../../lib/base/result'
import { refuse } from './errors'

/** Bytes of a JSON body, where a route does not say otherwise. */
export const jsonBytes = 64 * 1024

/** Reads a body as it streams in and stops at the cap, whatever its headers claim. */
export async function readBytes(request: Request, cap: number): Promise<Result<Uint8Array<ArrayBuffer>, Response>> {
  const tooLarge = (): Result<never, Response> =>
    fail(
      refuse('too-large', {
        message: `The body is larger than ${formatBytes(cap)}, the most this address takes.`,
        details: { limit: cap },
        headers: { connection: 'close' },
      }),
    )
  if (Number(request.headers.get('content-length') ?? 0) > cap) return tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read()
    if (step === undefined || step.done) break
    size += step.value.byteLength
    if (size > cap) {
      await reader?.cancel().catch(() => undefined)
      return tooLarge()
    }
    parts.push(step.value)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return succeed(bytes)
}

/** Reads and checks a JSON body. An empty one without a type counts as `{}`, for the sake of plain POSTs. */
export async function readJson<Body>(
  request: Request,
  schema: z.ZodMiniType<Body>,
  cap = jsonBytes,
): Promise<Result<Body, Response>> {
  const type = request.headers.get('content-type')
  if (type !== null && mediaType(type) !== 'application/json')
    return fail(refuse('wrong-type', { message: `The body is ${mediaType(type)}; send application/json.` }))
  const bytes = await readBytes(request, cap)
  if (!bytes.ok) return bytes
  if (type === null && bytes.value.byteLength > 0)
    return fail(refuse('wrong-type', { message: 'The body has no type; send Content-Type: application/json.' }))
  let data: unknown = {}
  try {
    if (bytes.value.byteLength > 0) data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return fail(refuse('bad-json'))
  }
  return check(schema, data, 'body')
}

/** Checks parameters of the address. */
export function readQuery<Query>(url: string, schema: z.ZodMiniType<Query>): Result<Query, Response> {
  const parameters = new URL(url).searchParams
  // Credentials may come as parameters too, and are none of the route's business.
  return check(schema, Object.fromEntries([...parameters].filter(([name]) => name !== 'key' && name !== 'p')), 'query')
}

/** `text/html; charset=utf-8` → `text/html`. */
export function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase()
}

function check<Value>(schema: z.ZodMiniType<Value>, data: unknown, part: 'body' | 'query'): Result<Value, Response> {
  const parsed = z.safeParse(schema, data)
  if (parsed.success) return succeed(parsed.data)
  const issues = parsed.error.issues
    .slice(0, 10)
    .map((issue) => ({ field: issue.path.map(String).join('.'), problem: issue.message || issue.code }))
  const first = issues[0]
  return fail(
    refuse('bad-request', {
      message: `The ${part} is not right${first && first.field !== '' ? `: ${first.field}: ${first.problem}` : first ? `: ${first.problem}` : ''}.`,
      details: { part, issues },
    }),
  )
}

function formatBytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${Math.round(bytes / 1024)} kB`
}
