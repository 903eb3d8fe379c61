import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { findFreePort } from './freePort'

/** A Redis server of the tests' own, on a free port of this machine alone. */
export interface RedisServer {
  readonly url: string
  /** What an administrator tells it. */
  command(...words: readonly string[]): Promise<unknown>
  /** Ends the connections of all others. */
  cutOff(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  /** Stands still with its connections open, as behind a broken network. */
  freeze(): void
  thaw(): void
  /** Ends for good. */
  end(): Promise<void>
}

const debianHome = '/usr/bin/redis-server'

/** Where this machine has Redis; undefined if it has none. */
export function findRedis(): string | undefined {
  return existsSync(debianHome) ? debianHome : undefined
}

/** @param bin as `findRedis` found it */
export async function startRedis(bin: string, options: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-redis-'))
  const port = await findFreePort()
  const url = `redis://127.0.0.1:${port}`
  const settings = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', ...options }
  let running: ChildProcess | undefined
  const command = async (...words: readonly string[]): Promise<unknown> => {
    const client = createClient({ url, socket: { reconnectStrategy: false } })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.sendCommand([...words])
    } finally {
      client.destroy()
    }
  }
  const start = async (): Promise<void> => {
    running = spawn(
      bin,
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      { stdio: 'ignore' },
    )
    const until = performance.now() + 30_000
    while ((await command('PING').catch(() => undefined)) !== 'PONG') {
      if (performance.now() > until) throw new Error('Redis did not start.')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => running?.once('exit', resolve))
    running?.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url,
    command,
    async cutOff() {
      for (const type of ['normal', 'pubsub']) await command('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes')
    },
    start,
    stop,
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async end() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
