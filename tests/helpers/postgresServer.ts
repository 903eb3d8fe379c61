import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { findFreePort } from './freePort'

const run = promisify(execFile)

/** A PostgreSQL server of the tests' own, on a free port of this machine alone. */
export interface PostgresServer {
  /** Of a new, empty database. */
  createDatabase(): Promise<string>
  /** As an administrator does: clients lose their connections, what was committed stays. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const debianHome = '/usr/lib/postgresql'

/** Where this machine has the programs of PostgreSQL; undefined if it has none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debianHome) ? readdirSync(debianHome) : []
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one))
  return newestFirst.map((version) => join(debianHome, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** @param bin as `findPostgres` found it */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-postgres-'))
  const user = await findUser()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'weft', '-A', 'trust', '-E', 'UTF8', '--no-sync'], user)
  const port = await findFreePort()
  const options = { port: String(port), fsync: 'off', listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  let running: ChildProcess | undefined
  const start = async (): Promise<void> => {
    running = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, stdio: 'ignore' },
    )
    await untilReady(urlOf('postgres'))
  }
  const stop = async (how: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const ended = new Promise((resolve) => running?.once('exit', resolve))
    running?.kill(how)
    await ended
  }
  const urlOf = (database: string): string => `postgres://weft@127.0.0.1:${port}/${database}`
  let databases = 0
  await start()
  return {
    async createDatabase() {
      databases += 1
      const name = `weft_${databases}`
      const client = new Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return urlOf(name)
    },
    async restart() {
      // Fast: transactions are rolled back and clients are sent away.
      await stop('SIGINT')
      await start()
    },
    async stop() {
      // Immediate: what it would still write of all the databases is thrown away with them.
      await stop('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL does not run for root: then as the user that its package made. */
async function findUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const idOf = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

async function untilReady(url: string): Promise<void> {
  const until = performance.now() + 30_000
  for (;;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (cause) {
      if (performance.now() > until) throw cause
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
