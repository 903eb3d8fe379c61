import { constants, accessSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod/mini'
import { fail, succeed, type Result } from '../lib/base/result'

/** What the host has chosen, checked: nothing below reads the environment again. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds everything Weft keeps, unless that is in a database. Exists and can be written. */
  readonly dataDir: string
  /** Address under which people reach this server, without a slash at the end. */
  readonly publicUrl: string | undefined
  /** Whoever makes a map must know it. Absent: anyone may. */
  readonly createKey: string | undefined
  /** Whoever reads the figures must know it. Absent: this machine may. */
  readonly metricsKey: string | undefined
  readonly logLevel: LogLevel
  /** Where several processes meet; undefined: this one is alone, and keeps its maps in `dataDir`. */
  readonly shared: SharedSettings | undefined
  /** Folder of the built pages, relative to the project. */
  readonly pagesDir: string
}

export interface SharedSettings {
  readonly databaseUrl: string
  readonly redisUrl: string
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Environment = Readonly<Record<string, string | undefined>>

const portField = z.string().check(
  z.regex(/^\d{1,5}$/),
  z.refine((text) => Number(text) <= 65_535),
)
const hostField = z.string().check(z.regex(/^[A-Za-z0-9.:_-]+$/))
const publicUrlField = z.string().check(z.refine(isPublicUrl))
const secretField = z.string().check(z.minLength(8), z.maxLength(200), z.regex(/^[\x21-\x7e]+$/))
const logLevelField = z.enum(logLevels)

/**
 * Reads the settings of one process from its environment. Creates the data folder if it is not
 * there. An empty variable counts as unset.
 * @returns the settings, or one sentence that says which variable is wrong and what to set.
 */
export function readSettings(environment: Environment): Result<Settings, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined

  const port = read('PORT') ?? '3000'
  if (!portField.safeParse(port).success)
    return fail(`PORT is "${port}", which is not a port: set it to a whole number from 0 to 65535, such as PORT=3000.`)

  const host = read('HOST') ?? '127.0.0.1'
  if (!hostField.safeParse(host).success)
    return fail(
      `HOST is "${host}", which is not an address: set it to 127.0.0.1 (this machine only) or 0.0.0.0 (all networks).`,
    )

  const databaseUrl = read('DATABASE_URL')
  const redisUrl = read('REDIS_URL')
  if (databaseUrl !== undefined && redisUrl === undefined)
    return fail(
      'DATABASE_URL is set but REDIS_URL is not, and processes that share a database meet in Redis: unset it to keep maps in DATA_DIR, or set REDIS_URL to where Redis is, such as redis://host:6379.',
    )
  if (redisUrl !== undefined && databaseUrl === undefined)
    return fail(
      'REDIS_URL is set but DATABASE_URL is not, and processes that meet in Redis share a database: unset it to run one process alone, or set DATABASE_URL to where PostgreSQL is, such as postgres://user:password@host:5432/weft.',
    )
  const shared = databaseUrl === undefined || redisUrl === undefined ? undefined : { databaseUrl, redisUrl }

  const publicUrl = read('PUBLIC_URL')
  if (publicUrl !== undefined && !publicUrlField.safeParse(publicUrl).success)
    return fail(
      `PUBLIC_URL is "${publicUrl}", which is not the start of an address: set it like PUBLIC_URL=https://maps.example.org, without a path.`,
    )

  const createKey = read('CREATE_KEY')
  if (createKey !== undefined && !secretField.safeParse(createKey).success)
    return fail(
      'CREATE_KEY is too weak or has characters that a header cannot carry: set it to 8 to 200 letters, digits and signs without spaces.',
    )

  const metricsKey = read('METRICS_KEY')
  if (metricsKey !== undefined && !secretField.safeParse(metricsKey).success)
    return fail(
      'METRICS_KEY is too weak or has characters that a header cannot carry: set it to 8 to 200 letters, digits and signs without spaces.',
    )

  const logLevel = logLevelField.safeParse(read('LOG_LEVEL') ?? 'info')
  if (!logLevel.success) return fail(`LOG_LEVEL is "${read('LOG_LEVEL')}": set it to one of ${logLevels.join(', ')}.`)

  const dataDir = resolve(read('DATA_DIR') ?? './data')
  const trouble = shared === undefined ? findFolderTrouble(dataDir) : undefined
  if (trouble !== undefined)
    return fail(
      `DATA_DIR is "${dataDir}", which cannot be written (${trouble}): set it to a folder that this user may write, such as DATA_DIR=./data.`,
    )

  return succeed({
    port: Number(port),
    host,
    dataDir,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    createKey,
    metricsKey,
    logLevel: logLevel.data,
    shared,
    pagesDir: read('WEFT_DIST') ?? '.next',
  })
}

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && /^\/*$/.test(pathname) && search + hash + username + password === ''
}

/** Writes and removes a file, since permission bits alone do not show a read-only or full disk. */
function findFolderTrouble(folder: string): string | undefined {
  const probe = join(folder, `.weft-write-check-${process.pid}`)
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    writeFileSync(probe, 'ok')
    rmSync(probe)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

/** Step by step, since mkdir's own `recursive` never ends where the system lets nobody make folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}
