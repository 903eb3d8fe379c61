import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import packageFile from '../package.json'
import { BusOpenError } from './bus/busOpenError'
import { openImporter } from './http/importThread'
import { openPages, PagesMissingError } from './http/pages'
import { serve, type WeftServer } from './serve'
import { readSettings, type Settings } from './settings'
import { StoreOpenError } from './store/storeOpenError'
import { logCause } from './watch/logCause'

/** The project's folder, seen from `server/` and from `dist/` alike. */
const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Starts Weft as a process: reads the environment, serves until a signal, and ends the process. What
 * a host can mend is said in one sentence on standard error, with exit code 1.
 */
export async function start(): Promise<void> {
  const settings = readSettings(process.env)
  if (!settings.ok) return stop(settings.reason)
  const server = await tryServe(settings.value)
  if (typeof server === 'string') return stop(server)
  process.stdout.write(`${describeAddress(settings.value, server)}\n`)

  let asked = false
  const end = (signal: NodeJS.Signals): void => {
    // Whoever asks twice means it.
    if (asked) process.exit(signal === 'SIGINT' ? 130 : 143)
    asked = true
    server.close().then(
      () => process.exit(0),
      (cause: unknown) => stop(`Weft did not stop cleanly: ${String(cause)}`),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

async function tryServe(settings: Settings): Promise<WeftServer | string> {
  // On standard error, so that standard output stays the one line that says where Weft is.
  const log = pino(
    {
      level: settings.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { cause: (cause: unknown) => logCause(cause) },
    },
    pino.destination({ fd: 2, sync: true }),
  )
  try {
    return await serve({
      settings,
      pages: await openPages(root, settings.pagesDir),
      importer: openImporter(),
      log,
      version: packageFile.version,
    })
  } catch (cause) {
    const sentence = describeTrouble(cause, settings)
    if (sentence === undefined) throw cause
    return sentence
  }
}

/** What a host can mend, in one sentence; undefined for faults of the program. */
function describeTrouble(cause: unknown, { port, host }: Settings): string | undefined {
  if (cause instanceof StoreOpenError || cause instanceof BusOpenError) return cause.message
  if (cause instanceof PagesMissingError) return cause.message
  const badHost = `HOST is "${host}", which is no address of this machine: set it to 127.0.0.1 (this machine only) or 0.0.0.0 (all networks).`
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use by another program: stop that one, or choose another port, such as PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
    EACCES: `Port ${port} needs rights that this user does not have: choose one above 1023, such as PORT=3000.`,
    EADDRNOTAVAIL: badHost,
    ENOTFOUND: badHost,
  }
  return sentences[(cause as NodeJS.ErrnoException).code ?? '']
}

/** One line: where people find it. */
function describeAddress({ host, publicUrl }: Settings, { url, port }: WeftServer): string {
  if (publicUrl !== undefined) return `Weft is ready: ${publicUrl} (listening on ${url})`
  if (host !== '0.0.0.0' && host !== '::') return `Weft is ready: ${url}`
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const own = others.find((one) => one.family === 'IPv4' && !one.internal)
  const hint = own === undefined ? '' : `, for others in your network http://${own.address}:${port}`
  return `Weft is ready: http://127.0.0.1:${port}${hint}`
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
