import Database from 'better-sqlite3'
import { SqliteDialect, type ColumnDataType, type Dialect } from 'kysely'

/**
 * All that differs between databases. Queries and migrations are written once and ask here; a
 * PostgreSQL dialect adds a second function to this file.
 */
export interface SqlDialect {
  readonly kysely: Dialect
  /** Column types that are not called the same everywhere. */
  readonly types: { readonly bytes: ColumnDataType; readonly time: ColumnDataType }
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
    types: { bytes: 'blob', time: 'integer' },
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
