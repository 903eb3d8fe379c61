import { sql, type Kysely } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { MeetingStore } from './meetingStore'
import type { Schema } from './schema'

/** Agendas and timers over SQL. Same promises as `MeetingStore`. */
export function createSqlMeetings(database: Kysely<Schema>): MeetingStore {
  return {
    async findMeeting(map, part) {
      return database
        .selectFrom('meetings')
        .select(['version', 'value'])
        .where('map_id', '=', map)
        .where('part', '=', part)
        .executeTakeFirst()
    },
    async listMeetings(part) {
      const rows = await database
        .selectFrom('meetings')
        .select(['map_id', 'version', 'value'])
        .where('part', '=', part)
        .where('value', '!=', 'null')
        .orderBy('map_id')
        .execute()
      return rows.map(({ map_id: map, version, value }) => ({ map: map as MapId, version, value }))
    },
    async listCopies(map) {
      const rows = await database
        .selectFrom('meetings')
        .select('map_id')
        // As a literal: the index `copies_of_map` has these rows alone, and is not used where the part is not known beforehand.
        .where('part', '=', sql.lit('breakout-of'))
        .where('value', '=', JSON.stringify(map))
        .execute()
      return rows.map(({ map_id: copy }) => copy as MapId)
    },
    async putMeeting(map, part, { version, value }) {
      if (version === 1) {
        const { numInsertedOrUpdatedRows } = await database
          .insertInto('meetings')
          .values({ map_id: map, part, version, value })
          .onConflict((conflict) => conflict.columns(['map_id', 'part']).doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 1n
      }
      const { numUpdatedRows } = await database
        .updateTable('meetings')
        .set({ version, value })
        .where('map_id', '=', map)
        .where('part', '=', part)
        .where('version', '=', version - 1)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
