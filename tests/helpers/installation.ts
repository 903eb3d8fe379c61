import { connect, createServer, type Server, type Socket } from 'node:net'
import type { CreateMapAnswer, JoinAnswer } from '../../lib/protocol/api'
import type { LinkGrant } from '../../lib/protocol/role'
import { findFreePort } from './freePort'
import { findPostgres, startPostgres, type PostgresServer } from './postgresServer'
import { findRedis, startRedis, type RedisServer } from './redisServer'
import { bundleServer, type ServerProcess } from './serverProcess'

/** Several processes of Weft on one PostgreSQL and one Redis, behind a plain TCP balancer: all of it real. */
export interface Installation {
  readonly nodes: readonly Node[]
  readonly postgres: PostgresServer
  readonly redis: RedisServer
  /** Where the balancer listens: it sends each connection to the next process that takes it. */
  readonly url: string
  /** Starts one process more with these settings in place of the installation's, and waits until it has ended. */
  tryStart(
    settings: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number | null; readonly errors: string }>
  /** The process that has the only map that is open; undefined while none has. */
  findOwner(): Promise<Node | undefined>
  stop(): Promise<void>
}

/** A process that may be started again, on the same port. */
export interface Node {
  readonly url: string
  readonly process: ServerProcess
  start(): Promise<void>
  /** Ends it, and resolves when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  freeze(): void
  thaw(): void
  request(path: string, options?: NodeRequest): Promise<NodeAnswer>
  createMap(): Promise<CreateMapAnswer>
  join(map: CreateMapAnswer, grant: LinkGrant, name: string): Promise<JoinAnswer & { readonly cookie: string }>
}

export interface NodeRequest {
  readonly method?: string
  readonly key?: string
  readonly cookie?: string
  readonly json?: unknown
}

export interface NodeAnswer {
  readonly status: number
  readonly headers: Headers
  json<Shape>(): Shape
}

/** True where this machine has what an installation takes. */
export function hasServers(): boolean {
  return findPostgres() !== undefined && findRedis() !== undefined
}

export async function startInstallation(size: number): Promise<Installation> {
  const [bundle, postgres, redis] = await Promise.all([
    bundleServer(),
    startPostgres(findPostgres() ?? ''),
    startRedis(findRedis() ?? ''),
  ])
  const environment = { DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.url, LOG_LEVEL: 'warn' }
  const nodes: Node[] = []
  for (let number = 0; number < size; number += 1) {
    const port = await findFreePort()
    const node = createNode(port, () => bundle.start({ ...environment, PORT: String(port) }))
    nodes.push(node)
  }
  // All at once, on an empty database.
  await Promise.all(nodes.map((node) => node.start()))
  const balancer = createBalancer(nodes.map(({ url }) => Number(new URL(url).port)))
  const port = await findFreePort()
  await new Promise<void>((resolve) => balancer.server.listen(port, '127.0.0.1', resolve))
  return {
    nodes,
    postgres,
    redis,
    url: `http://127.0.0.1:${port}`,
    async tryStart(settings) {
      const tried = bundle.start({ ...environment, PORT: '0', ...settings })
      const { code } = await tried.ended
      return { code, errors: tried.errors() }
    },
    async findOwner() {
      for (const node of nodes) {
        const metrics = await fetch(`${node.url}/metrics`, { signal: AbortSignal.timeout(1_000) })
          .then((answer) => answer.text())
          .catch(() => '')
        if (/^weft_rooms [1-9]/mu.test(metrics)) return node
      }
      return undefined
    },
    async stop() {
      for (const node of nodes) node.thaw()
      await Promise.all(nodes.map((node) => node.end('SIGKILL')))
      balancer.close()
      await Promise.all([postgres.stop(), redis.end()])
      bundle.remove()
    },
  }
}

function createNode(port: number, launch: () => ServerProcess): Node {
  const url = `http://127.0.0.1:${port}`
  let running: ServerProcess | undefined
  const find = (): ServerProcess => {
    if (running === undefined) throw new Error('The process was not started.')
    return running
  }
  const request = async (path: string, { method, key, cookie, json }: NodeRequest = {}): Promise<NodeAnswer> => {
    const headers = new Headers()
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
    if (cookie !== undefined) headers.set('cookie', cookie)
    if (json !== undefined) headers.set('content-type', 'application/json')
    // As the page does it: a cookie counts only for requests from the site's own pages.
    headers.set('origin', url)
    const answer = await fetch(url + path, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers,
      body: json === undefined ? null : JSON.stringify(json),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, json: <Shape>() => JSON.parse(text) as Shape }
  }
  return {
    url,
    get process() {
      return find()
    },
    async start() {
      running = launch()
      await running.ready
    },
    async end(signal) {
      running?.child.kill(signal)
      await running?.ended
    },
    freeze: () => void find().child.kill('SIGSTOP'),
    thaw: () => void running?.child.kill('SIGCONT'),
    request,
    createMap: async () => (await request('/api/maps', { json: {} })).json<CreateMapAnswer>(),
    async join(map, grant, name) {
      const answer = await request(`/api/maps/${map.id}/join`, { json: { key: map.links[grant].key, name } })
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { ...answer.json<JoinAnswer>(), cookie }
    },
  }
}

/** Knows nothing of what it carries: no sticky sessions. A process that does not take a connection is passed over. */
function createBalancer(ports: readonly number[]): { readonly server: Server; close(): void } {
  const open = new Set<Socket>()
  let next = 0
  const keep = (socket: Socket, other: () => Socket | undefined): void => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open.delete(socket)
      other()?.destroy()
    })
  }
  const server = createServer((client) => {
    let chosen: Socket | undefined
    keep(client, () => chosen)
    const attempt = (left: number): void => {
      if (left === 0) {
        client.destroy()
        return
      }
      const port = ports[next++ % ports.length] ?? 0
      const backend = connect(port, '127.0.0.1')
      const fail = (): void => attempt(left - 1)
      backend.once('error', fail)
      backend.once('connect', () => {
        backend.off('error', fail)
        chosen = backend
        keep(backend, () => client)
        client.pipe(backend).pipe(client)
      })
    }
    attempt(ports.length)
  })
  return {
    server,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
