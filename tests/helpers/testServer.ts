import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createManualClock, type ManualClock } from './manualClock'
import { systemClock } from '../../lib/base/clock'
import { systemRandom } from '../../lib/base/random'
import type { CreateMapAnswer, JoinAnswer } from '../../lib/protocol/api'
import type { LinkGrant } from '../../lib/protocol/role'
import { openImporter } from '../../server/http/importThread'
import type { Pages } from '../../server/http/pages'
import type { ApiLog } from '../../server/http/parts'
import { serve, type WeftServer } from '../../server/serve'
import { readSettings, type Settings } from '../../server/settings'

/** The real server on a port of its own, with a store of its own and pages that say nothing. */
export interface TestServer {
  readonly url: string
  readonly folder: string
  /** Every line that was logged, as text. */
  readonly lines: readonly string[]
  /** Time as the server's budgets and codes see it, if the server was started with one to move. */
  readonly clock: ManualClock | undefined
  request(path: string, options?: RequestOptions): Promise<Answer>
  createMap(body?: object): Promise<CreateMapAnswer>
  join(map: CreateMapAnswer, grant: LinkGrant, name: string, cookie?: string): Promise<Joined>
  /** Stops and starts again on the same folder, at another port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface RequestOptions {
  readonly method?: string
  readonly key?: string
  readonly cookie?: string
  readonly json?: unknown
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  /** Parsed on demand; the caller says what it expects. */
  json<Shape>(): Shape
  /** The stable word of an error answer. */
  readonly code: string | undefined
}

export interface Joined extends JoinAnswer {
  readonly cookie: string
}

export interface TestServerOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly pages?: Pages
  readonly stoppedClock?: boolean
}

const quietPages: Pages = {
  prepare: async () => undefined,
  handle: (request, response) => void response.end(`page ${request.url ?? ''}`),
  close: async () => undefined,
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  const reading = readSettings({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'trace', ...options.environment })
  if (!reading.ok) throw new Error(reading.reason)
  const settings: Settings = reading.value
  const lines: string[] = []
  const clock = options.stoppedClock === true ? createManualClock(Date.now()) : undefined
  const log = collectLog(lines)
  const start = (): Promise<WeftServer> =>
    serve({
      settings,
      pages: options.pages ?? quietPages,
      importer: openImporter(),
      log,
      version: 'test',
      clock: clock ?? systemClock,
      random: systemRandom,
    })
  let server = await start()

  const request = async (path: string, given: RequestOptions = {}): Promise<Answer> => {
    const headers: Record<string, string> = { ...given.headers }
    if (given.key !== undefined) headers['authorization'] = `Bearer ${given.key}`
    if (given.cookie !== undefined) headers['cookie'] = given.cookie
    if (given.json !== undefined) headers['content-type'] ??= 'application/json'
    const body = given.json === undefined ? given.body : JSON.stringify(given.json)
    const response = await fetch(server.url + path, {
      method: given.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    return readAnswer(response)
  }

  return {
    get url() {
      return server.url
    },
    folder,
    lines,
    clock,
    request,
    async createMap(body = {}) {
      return (await request('/api/maps', { json: body })).json<CreateMapAnswer>()
    },
    async join(map, grant, name, cookie) {
      const answer = await request(`/api/maps/${map.id}/join`, {
        json: { key: map.links[grant].key, name },
        ...(cookie === undefined ? {} : { cookie }),
      })
      const set = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { ...answer.json<JoinAnswer>(), cookie: set }
    },
    async restart() {
      await server.close()
      server = await start()
    },
    async stop() {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const json = (): unknown => JSON.parse(text)
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text,
    json: <Shape>() => json() as Shape,
    code: isJson ? (json() as { error?: { code: string } }).error?.code : undefined,
  }
}

function collectLog(lines: string[]): ApiLog {
  const write = (level: string) => (fields: object, message: string) => {
    const plain = JSON.stringify(fields, (_, value: unknown) =>
      value instanceof Error ? `${value.message}\n${value.stack ?? ''}` : value,
    )
    lines.push(`${level} ${plain} ${message}`)
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
