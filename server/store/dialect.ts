import Database from 'better-sqlite3'
import {
  PostgresDialect,
  sql,
  SqliteDialect,
  type ColumnDataType,
  type Dialect,
  type Expression,
  type KyselyPlugin,
} from 'kysely'
import type { Pool } from 'pg'
import { withoutNul } from './withoutNul'

/**
 * All that differs between databases. Queries and migrations are written once and ask here. Every transaction that
 * reads and then writes begins with a write, so that it has its rows to itself whether the database lets one
 * transaction write at a time (SQLite) or many (PostgreSQL, read committed).
 */
export interface SqlDialect {
  readonly kysely: Dialect
  /** Of every query that is not compiled beforehand. */
  readonly plugins?: readonly KyselyPlugin[]
  /** Column types that are not called the same everywhere. Text is sorted by its code points. */
  readonly types: {
    readonly bytes: ColumnDataType
    readonly time: ColumnDataType
    readonly text: ColumnDataType | Expression<unknown>
  }
  /** Milliseconds since the Unix epoch by the clock of the database, at the moment it is asked. */
  readonly now: Expression<number>
  /** Bound parameters that one statement may carry. */
  readonly parameters: number
  /** Bytes as the driver gives them, as plain bytes that do not share the driver's memory. */
  toBytes(value: Uint8Array): Uint8Array
}

/**
 * SQLite through better-sqlite3. Durable against loss of power: WAL with synchronous=FULL, set
 * outright because drivers differ in their default. Calls block the event loop for the length of
 * one write (about 0.4 ms with a sync), which is why appends are grouped.
 * @throws the driver's error if the file cannot be opened or is no database
 */
export function createSqliteDialect(path: string): SqlDialect {
  const database = new Database(path)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
  } catch (cause) {
    database.close()
    throw cause
  }
  return {
    kysely: new SqliteDialect({ database: withPreparedStatements(database) }),
    types: { bytes: 'blob', time: 'integer', text: 'text' },
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    parameters: 30_000,
    toBytes: (value) => new Uint8Array(value),
  }
}

/**
 * PostgreSQL through node-postgres. Durable as the server is set (`synchronous_commit` is on unless a host turns it
 * off). The pool is the dialect's from here on: closing the store closes it.
 */
export function createPostgresDialect(pool: Pool): SqlDialect {
  return {
    kysely: new PostgresDialect({ pool }),
    plugins: [withoutNul],
    // A database sorts by the language it was made for, if it is not told otherwise.
    types: { bytes: 'bytea', time: 'bigint', text: sql`text collate "C"` },
    now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    parameters: 30_000,
    toBytes: (value) => new Uint8Array(value),
  }
}

type StatementSource = Exclude<
  ConstructorParameters<typeof SqliteDialect>[0]['database'],
  (...args: never[]) => unknown
>

/** Kysely prepares each statement anew; preparing costs more than a small insert does. */
function withPreparedStatements(database: Database.Database): StatementSource {
  const statements = new Map<string, Database.Statement>()
  const capacity = 200
  return {
    close: () => {
      statements.clear()
      database.close()
    },
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known !== undefined) return known
      const statement = database.prepare(sql)
      if (statements.size >= capacity) statements.clear()
      statements.set(sql, statement)
      return statement
    },
  }
}
