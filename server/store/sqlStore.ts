import { Kysely, sql } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { SharedStore } from './mapStore'
import type { SqlDialect } from './dialect'
import { migrate } from './migrations'
import type { Schema } from './schema'
import { createSqlAccess, toLinkRow } from './sqlAccess'
import { createSqlChanges } from './sqlChanges'
import { createSqlComments } from './sqlComments'
import { createSqlDocuments } from './sqlDocuments'
import { createSqlLeases } from './sqlLeases'
import { createSqlMeetings } from './sqlMeetings'
import { createSqlRounds, toHistoryRow } from './sqlRounds'
import { createSqlVersions } from './sqlVersions'

/**
 * A store over any SQL dialect, its tables brought up to date first.
 * @throws if the tables cannot be brought up to date; the connection is closed then
 */
export async function createSqlStore(dialect: SqlDialect): Promise<SharedStore> {
  const database = new Kysely<Schema>({ dialect: dialect.kysely, plugins: [...(dialect.plugins ?? [])] })
  try {
    await migrate(database, dialect)
  } catch (cause) {
    await database.destroy()
    throw cause
  }
  return {
    ...createSqlDocuments(database, dialect),
    ...createSqlChanges(database, dialect),
    ...createSqlAccess(database),
    ...createSqlRounds(database),
    ...createSqlMeetings(database),
    ...createSqlComments(database),
    ...createSqlVersions(database, dialect),

    leases: (terms) => createSqlLeases(database, dialect, terms),

    async createMap({ id, title, createdAt, document, links = [], rounds = [] }) {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('maps')
          .values({ id, title, created_at: createdAt, changed_at: createdAt, last_seq: 1 })
          .execute()
        await transaction
          .insertInto('updates')
          .values({ map_id: id, seq: 1, participant: null, at: createdAt, bytes: document })
          .execute()
        await transaction.insertInto('snapshots').values({ map_id: id, seq: 1, bytes: document }).execute()
        if (links.length > 0) await transaction.insertInto('access_links').values(links.map(toLinkRow)).execute()
        // A few at a time: a statement takes so many values and no more.
        for (let first = 0; first < rounds.length; first += 50) {
          const rows = rounds.slice(first, first + 50).map(toHistoryRow)
          await transaction.insertInto('rounds').values(rows).execute()
        }
      })
    },
    async findMap(id) {
      const row = await database.selectFrom('maps').selectAll().where('id', '=', id).executeTakeFirst()
      return (
        row && {
          id: row.id as MapId,
          title: row.title,
          createdAt: row.created_at,
          changedAt: row.changed_at,
          lastSeq: row.last_seq,
        }
      )
    },
    async setTitle(id, title) {
      await database.updateTable('maps').set({ title }).where('id', '=', id).execute()
    },
    async deleteMap(id) {
      await database.deleteFrom('maps').where('id', '=', id).execute()
    },

    async check() {
      // A transaction that takes the write lock and changes nothing.
      await database.transaction().execute(async (transaction) => {
        await sql`update maps set title = title where id = ''`.execute(transaction)
      })
    },
    async close() {
      await database.destroy()
    },
  }
}
