import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Kysely, sql, type Transaction } from 'kysely'
import { createPostgresDialect, createSqliteDialect } from './dialect'
import { takeFolderLock } from './folderLock'
import { migrate } from './migrations'
import { connectPostgres, nameDatabase, unusable } from './postgres'
import type { Schema } from './schema'
import { StoreOpenError } from './storeOpenError'
import { cutNul } from './withoutNul'

/** What came over of one table. */
export interface MovedTable {
  readonly table: keyof Schema
  readonly rows: number
}

type Row = Readonly<Record<string, unknown>>
type Table = keyof Schema

/** Every table, those that others point to before them. That none is missing is checked by the compiler. */
const order = {
  maps: true,
  access_links: true,
  join_codes: true,
  participants: true,
  leases: true,
  snapshots: true,
  updates: true,
  additions: true,
  changes: true,
  rounds: true,
  answers: true,
  showings: true,
  meetings: true,
  threads: true,
  comments: true,
  comment_reads: true,
  versions: true,
  keyframes: true,
} satisfies Record<Table, true>
const tables = Object.keys(order) as Table[]

/** Bytes that are under way at once, either way, where a row is not larger by itself; and rows read back at once. */
const mostBytes = 4_000_000
const mostRowsBack = 1_000

/**
 * Copies everything that a SQLite file keeps into an empty PostgreSQL database, in one transaction: all of it comes
 * over, or nothing. Every row is read back there and compared before that is committed (characters NUL aside, which
 * PostgreSQL cannot keep). The folder is taken for as long as it takes, so that no process writes to it meanwhile; the
 * file keeps what it has, its tables brought up to date. Memory does not grow with the file: some megabytes and the largest row are held, the rest is what the
 * engine has not collected yet; time goes with the size.
 * @param file as Weft kept it, `weft.sqlite` in its data folder
 * @param url postgres://user:password@host:port/database
 * @param onTable is told of each table that has come over
 * @throws StoreOpenError if the file is not there, in use or no store; the database cannot be reached or used, or is not empty
 */
export async function moveStore(
  file: string,
  url: string,
  onTable: (moved: MovedTable) => void,
): Promise<readonly MovedTable[]> {
  const path = resolve(file)
  const lock = holdFile(path)
  try {
    const from = await openFile(path)
    try {
      return await copyInto(from, url, onTable)
    } finally {
      await from.destroy()
    }
  } finally {
    lock.release()
  }
}

function holdFile(path: string): { release(): void } {
  if (!existsSync(path)) {
    throw new StoreOpenError(
      'unreadable',
      `There is no ${path}. Set DATA_DIR to the folder in which Weft kept its maps.`,
    )
  }
  let lock
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    lock = takeFolderLock(`${path}.lock`)
  } catch (cause) {
    const reason = `The file ${path} cannot be opened. Give this user the right to read and write it and its folder.`
    throw new StoreOpenError('unwritable', reason, { cause })
  }
  if (lock !== undefined) return lock
  throw new StoreOpenError('in-use', `${path} is in use by Weft. Stop Weft first, so that nothing is left behind.`)
}

async function openFile(path: string): Promise<Kysely<Schema>> {
  let database: Kysely<Schema> | undefined
  try {
    const dialect = createSqliteDialect(path)
    database = new Kysely<Schema>({ dialect: dialect.kysely })
    await migrate(database, dialect)
    return database
  } catch (cause) {
    await database?.destroy()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreOpenError('unreadable', `${path} cannot be read as Weft's maps (${reason}).`, { cause })
  }
}

async function copyInto(
  from: Kysely<Schema>,
  url: string,
  onTable: (moved: MovedTable) => void,
): Promise<readonly MovedTable[]> {
  const dialect = createPostgresDialect(await connectPostgres(url, 2))
  const to = new Kysely<Schema>({ dialect: dialect.kysely, plugins: [...(dialect.plugins ?? [])] })
  try {
    await migrate(to, dialect).catch((cause: unknown) => {
      throw unusable(url, cause)
    })
    return await to.transaction().execute(async (transaction) => {
      // A process that is there already would append to what is only coming.
      await sql`lock table maps in access exclusive mode`.execute(transaction)
      const there = await transaction.selectFrom('maps').select('id').limit(1).execute()
      if (there.length > 0) {
        const reason = `The database ${nameDatabase(url)} has maps already. Nothing was moved: set DATABASE_URL to an empty one.`
        throw new StoreOpenError('unreadable', reason)
      }
      const moved: MovedTable[] = []
      for (const table of tables) {
        const one = await copyTable(from, transaction, table, dialect.parameters)
        moved.push(one)
        onTable(one)
      }
      return moved
    })
  } finally {
    await to.destroy()
  }
}

async function copyTable(
  from: Kysely<Schema>,
  to: Transaction<Schema>,
  table: Table,
  parameters: number,
): Promise<MovedTable> {
  const sent = new Digest()
  let largest = 1
  let waiting: Row[] = []
  let bytes = 0
  const send = async (): Promise<void> => {
    if (waiting.length > 0) await to.insertInto(table).values(waiting).execute()
    waiting = []
    bytes = 0
  }
  for await (const read of from.selectFrom(table).selectAll().stream()) {
    const row = table === 'leases' ? { ...read, until: 0 } : (read as Row)
    const size = sizeOf(row)
    const isFull = (waiting.length + 1) * Object.keys(row).length > parameters || bytes + size > mostBytes
    if (isFull) await send()
    sent.add(row)
    waiting.push(row)
    bytes += size
    largest = Math.max(largest, size)
  }
  await send()

  const kept = await readBack(to, table, Math.max(1, Math.min(mostRowsBack, Math.floor(mostBytes / largest))))
  if (!kept.equals(sent)) {
    throw new Error(
      `Of ${table} ${sent.rows} rows were sent, and ${kept.rows} are there or some differ; nothing was moved.`,
    )
  }
  return { table, rows: sent.rows }
}

async function readBack(to: Transaction<Schema>, table: Table, atOnce: number): Promise<Digest> {
  const kept = new Digest()
  await sql`declare kept no scroll cursor for select * from ${sql.table(table)}`.execute(to)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(atOnce)} from kept`.execute(to)
    for (const row of rows) kept.add(row)
    if (rows.length < atOnce) break
  }
  await sql`close kept`.execute(to)
  return kept
}

function sizeOf(row: Row): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  )
}

/** What stands for a set of rows, in whatever order they come: how many, and the sum of their SHA-256. */
class Digest {
  rows = 0
  private sum = 0n

  add(row: Row): void {
    this.rows += 1
    const hash = createHash('sha256')
    for (const name of Object.keys(row).sort()) {
      const value = cutNul(row[name])
      if (value instanceof Uint8Array) hash.update(`${name}:${value.length} bytes:`).update(value)
      else hash.update(`${name}:${JSON.stringify(value)};`)
    }
    this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${hash.digest('hex')}`))
  }

  equals(other: Digest): boolean {
    return this.rows === other.rows && this.sum === other.sum
  }
}
