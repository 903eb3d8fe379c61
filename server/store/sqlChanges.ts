import type { Kysely } from 'kysely'
import type { SqlDialect } from './dialect'
import type { MapStore } from './mapStore'
import type { Schema } from './schema'

type Changes = Pick<MapStore, 'putChanges' | 'findChange'>

/** Who last changed what. Same promises as `MapStore`. */
export function createSqlChanges(database: Kysely<Schema>, dialect: SqlDialect): Changes {
  const columns = 5
  const rowsPerInsert = Math.min(500, Math.floor(dialect.parameters / columns))
  return {
    async putChanges(id, changes) {
      if (changes.length === 0) return
      await database.transaction().execute(async (transaction) => {
        const map = await transaction.selectFrom('maps').select('id').where('id', '=', id).executeTakeFirst()
        if (map === undefined) return
        for (let from = 0; from < changes.length; from += rowsPerInsert) {
          await transaction
            .insertInto('changes')
            .values(
              changes.slice(from, from + rowsPerInsert).map(({ root, id: record, by, at }) => ({
                map_id: id,
                root,
                record_id: record,
                participant: by ?? null,
                at,
              })),
            )
            .onConflict((conflict) =>
              conflict
                .columns(['map_id', 'root', 'record_id'])
                .doUpdateSet((expression) => ({
                  participant: expression.ref('excluded.participant'),
                  at: expression.ref('excluded.at'),
                }))
                .whereRef('excluded.at', '>=', 'changes.at'),
            )
            .execute()
        }
      })
    },

    async findChange(id, { root, id: record }) {
      const row = await database
        .selectFrom('changes')
        .select(['participant', 'at'])
        .where('map_id', '=', id)
        .where('root', '=', root)
        .where('record_id', '=', record)
        .executeTakeFirst()
      return row === undefined ? undefined : { root, id: record, by: row.participant ?? undefined, at: row.at }
    },
  }
}
