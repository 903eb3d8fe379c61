import { Client, Pool, types, type ClientConfig, type CustomTypesConfig } from 'pg'
import { createPostgresDialect } from './dialect'
import type { SharedStore } from './mapStore'
import { createSqlStore } from './sqlStore'
import { StoreOpenError } from './storeOpenError'

/** Milliseconds after which a database that does not answer is taken for unreachable. */
const usualPatience = 5_000

/**
 * Opens the store in a PostgreSQL database, its tables made or brought up to date first. What it has answered
 * survives `kill -9` of this process, and of the database as far as its own settings promise (`fsync`,
 * `synchronous_commit`: both on unless a host turns them off).
 * @param url postgres://user:password@host:port/database
 * @param connections most at once; what is asked beyond them waits until one is free, for as long as it takes
 * @param patience milliseconds in which a connection has to be there
 * @throws StoreOpenError if `url` is no address of a database, or the database cannot be reached, or is not one that this version of Weft can work with
 */
export async function openPostgresStore(url: string, connections = 10, patience = usualPatience): Promise<SharedStore> {
  const pool = await connectPostgres(url, connections, patience)
  try {
    return await createSqlStore(createPostgresDialect(pool))
  } catch (cause) {
    throw unusable(url, cause)
  }
}

/**
 * Connections to a PostgreSQL that has answered. Whoever asked for them ends them.
 * @param connections most at once
 * @param patience milliseconds in which a connection has to be there
 * @throws StoreOpenError if `url` is no address of a database, or the database cannot be reached
 */
export async function connectPostgres(url: string, connections: number, patience = usualPatience): Promise<Pool> {
  if (!isDatabaseAddress(url)) {
    throw new StoreOpenError(
      'unreachable',
      'DATABASE_URL is not the address of a database. Set it to where the database is, such as postgres://user:password@host:5432/weft.',
    )
  }
  const pool = new Pool({
    connectionString: url,
    max: connections,
    Client: openingWithin(patience),
    types: plainNumbers,
    application_name: 'weft',
  })
  // One that breaks while nobody uses it is replaced by the next that is wanted; unheard, it would end the process.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
    return pool
  } catch (cause) {
    await pool.end()
    throw new StoreOpenError(
      'unreachable',
      `The database ${nameDatabase(url)} cannot be reached (${reasonOf(cause)}). Start it, or set DATABASE_URL to where it is, such as postgres://user:password@host:5432/weft.`,
      { cause },
    )
  }
}

/** What to tell a host whose database is there and cannot be worked with. */
export function unusable(url: string, cause: unknown): StoreOpenError {
  return new StoreOpenError(
    'unreadable',
    `The database ${nameDatabase(url)} cannot be used (${reasonOf(cause)}). Set DATABASE_URL to one of this version of Weft or to an empty one, or restore it from a backup.`,
    { cause },
  )
}

/**
 * Connections that are bounded while they are opened. The pool's own limit would also end the wait for one of those that
 * are busy, and what could not be stored then closes the room.
 */
function openingWithin(milliseconds: number): new (config?: ClientConfig) => Client {
  return class extends Client {
    constructor(config?: ClientConfig) {
      super({ ...config, connectionTimeoutMillis: milliseconds })
    }
  }
}

const longInteger = 20

/** Times and counts come as 64-bit integers, which the driver gives as text; all of ours are exact as numbers. */
const plainNumbers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === longInteger ? Number : types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
}

/** As the driver reads them: the last two are of a socket on this machine. */
function isDatabaseAddress(url: string): boolean {
  return /^(?:postgres(?:ql)?:\/\/|socket:|\/)/iu.test(url) && (url.startsWith('/') || URL.canParse(url))
}

/** Where a database is, without the password, which belongs in no message. */
export function nameDatabase(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL'
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  // A host of several addresses fails once for each, and says nothing as a whole.
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : undefined
  return first instanceof Error ? first.message : cause.message
}
