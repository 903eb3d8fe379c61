import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Weft as a process of its own: the real entry, bundled as for production. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** What it says when it is ready; rejects with what it wrote if it ends before. */
  readonly ready: Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  output(): string
  errors(): string
}

/** The bundle, in a folder that goes again with `remove`. */
export interface ServerBundle {
  start(environment: Readonly<Record<string, string>>): ServerProcess
  remove(): void
}

/** Pages take a build of half a minute; all else is what production runs. Browser tests prove the pages. */
const plainPages: Plugin = {
  name: 'plain-pages',
  setup(bundle) {
    bundle.onLoad({ filter: /server[/\\]http[/\\]pages\.ts$/ }, () => ({
      loader: 'ts',
      contents: `
        export class PagesMissingError extends Error {}
        export function openPages() {
          return { prepare: async () => {}, handle: (request, response) => response.end('page'), close: async () => {} }
        }`,
    }))
  },
}

export async function bundleServer(): Promise<ServerBundle> {
  const folder = join(root, 'node_modules', `.weft-test-${process.pid}-${Date.now()}`)
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: {
      server: join(root, 'server/main.ts'),
      compactor: join(root, 'server/history/compactor.ts'),
      importer: join(root, 'server/http/importWorker.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    logLevel: 'warning',
    plugins: [plainPages],
  })
  return {
    start: (environment) => startProcess(join(folder, 'server.mjs'), environment),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function startProcess(program: string, environment: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [program], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('\n')) resolve(output.trim())
    })
    void ended.then(() => reject(new Error(errors)))
  })
  ready.catch(() => undefined)
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return { child, ready, ended, output: () => output, errors: () => errors }
}
