// The two servers that are compared, each a process of its own on a free port.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** A port that is free right now. */
function findPort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Starts a program and resolves when `isReady` says so, with the milliseconds that took. */
async function start(program, environment, isReady) {
  const started = performance.now()
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let trouble = ''
  child.stderr.on('data', (chunk) => (trouble += chunk))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${trouble}`)
    if (await isReady()) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    ms: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const answers = (address) =>
  fetch(address).then(
    (response) => response.ok,
    () => false,
  )

/** Weft as `npm start` runs it, on a data folder of its own. */
export async function startWeft() {
  const port = await findPort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-bench-'))
  const url = `http://127.0.0.1:${port}`
  const environment = { PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', HOST: '127.0.0.1' }
  const running = await start(path.join(root, 'dist/server.mjs'), environment, () => answers(`${url}/readyz`))
  const makeMap = async (template = 'blank') => {
    const response = await fetch(`${url}/api/maps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ template }),
    })
    return response.json()
  }
  return {
    name: 'weft',
    url,
    ms: running.ms,
    makeMap,
    /** Address of a fresh room for sockets. */
    async makeRoom() {
      const map = await makeMap()
      return `ws://127.0.0.1:${port}/sync/${map.id}?key=${map.links.contribute.key}`
    },
    cpu: () => readCpu(`${url}/metrics`),
    stop: async () => {
      await running.stop()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

/** The plain server of plainServer.mjs. */
export async function startPlain() {
  const port = await findPort()
  const url = `http://127.0.0.1:${port}`
  const running = await start(path.join(root, 'bench/plainServer.mjs'), { PORT: String(port) }, () => answers(url))
  let rooms = 0
  return {
    name: 'plain',
    url,
    ms: running.ms,
    makeRoom: async () => `ws://127.0.0.1:${port}/room-${(rooms += 1)}`,
    cpu: () => readCpu(url),
    stop: running.stop,
  }
}

/** Seconds of CPU the process has used so far. */
async function readCpu(address) {
  const text = await (await fetch(address)).text()
  const value = (name) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)[1])
  return value('process_cpu_user_seconds_total') + value('process_cpu_system_seconds_total')
}
