import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findFreePort } from './freePort'

const root = process.cwd()
const ownNode = join(root, 'node_modules/.bin/node')
const movableTime = pathToFileURL(join(root, 'tests/helpers/movableTime.mjs')).href
const program = resolve(root, process.env['WEFT_DIST_SERVER'] ?? 'dist', 'server.mjs')

/** Weft as `npm start` runs it, pages included, on a data folder of its own. */
export interface AppServer {
  /** Where people find it, without a slash at the end. */
  readonly url: string
  /** Ends it as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same port and the same data. */
  start(): Promise<void>
  /** Puts its clock forward by so many milliseconds, until it is started again. Resolves when it is. */
  advance(ms: number): Promise<void>
  /** Everything it wrote, of every run. */
  log(): string
  /** Ends it and removes its data. */
  remove(): Promise<void>
}

/**
 * @param settings environment variables beside those that every test needs
 * @throws if nothing is built, or if it does not become ready within 90 s
 */
export async function startAppServer(settings: Readonly<Record<string, string>> = {}): Promise<AppServer> {
  if (!existsSync(program)) throw new Error(`${program} is not there: run npm run build first.`)
  const dataDir = mkdtempSync(join(tmpdir(), 'weft-e2e-'))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let written = ''

  const start = async (): Promise<void> => {
    const started = spawn(existsSync(ownNode) ? ownNode : process.execPath, ['--import', movableTime, program], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'debug',
        ...settings,
        ...(process.env['WEFT_DIST'] === undefined ? {} : { WEFT_DIST: process.env['WEFT_DIST'] }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child = started
    const keep = (chunk: Buffer): void => {
      written += chunk.toString()
    }
    started.stdout?.on('data', keep)
    started.stderr?.on('data', keep)
    await waitUntilReady(
      `${url}/readyz`,
      () => started.exitCode !== null,
      () => written,
    )
  }

  const kill = async (): Promise<void> => {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((done) => ending.once('exit', done))
    ending.kill('SIGKILL')
    await gone
  }

  await start()
  return {
    url,
    kill,
    start,
    async advance(ms) {
      const running = child
      if (running === undefined) throw new Error('The server is not running.')
      const answered = new Promise((done) => running.once('message', done))
      running.send({ advance: ms })
      await answered
    },
    log: () => written,
    async remove() {
      await kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function waitUntilReady(address: string, hasEnded: () => boolean, log: () => string): Promise<void> {
  const patience = Date.now() + 90_000
  while (Date.now() < patience) {
    if (hasEnded()) throw new Error(`The server ended before it was ready:\n${log()}`)
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`The server was not ready within 90 s:\n${log()}`)
}
