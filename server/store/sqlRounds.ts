import type { Kysely, Selectable } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { RoundChanges, RoundStore, StoredAnswer, StoredRound } from './roundStore'
import type { Schema } from './schema'

/** Rounds and their answers over SQL. Same promises as `RoundStore`. */
export function createSqlRounds(database: Kysely<Schema>): RoundStore {
  return {
    async addRound(round) {
      await database.insertInto('rounds').values(toRow(round)).execute()
    },
    async findRound(map, id) {
      const row = await database
        .selectFrom('rounds')
        .selectAll()
        .where('id', '=', id)
        .where('map_id', '=', map)
        .executeTakeFirst()
      return row && toRound(row)
    },
    async listRounds(map) {
      const rows = await database
        .selectFrom('rounds')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('opened_at')
        .orderBy('id')
        .execute()
      return rows.map(toRound)
    },
    async deleteRound(map, id) {
      await database.deleteFrom('rounds').where('id', '=', id).where('map_id', '=', map).execute()
    },
    async moveRound(id, from, to, changes = {}) {
      const { numUpdatedRows } = await database
        .updateTable('rounds')
        .set({ state: to, ...toColumns(changes) })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async putAnswer(round, given) {
      return database.transaction().execute(async (transaction) => {
        // A write first, so that two databases' worth of readers cannot both find it open and only
        // one of them see it close: the row is this transaction's until it commits.
        const { numUpdatedRows } = await transaction
          .updateTable('rounds')
          .set({ state: 'open' })
          .where('id', '=', round)
          .where('state', '=', 'open')
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        if (given.answer === undefined) {
          await transaction
            .deleteFrom('answers')
            .where('round_id', '=', round)
            .where('voter', '=', given.voter)
            .execute()
          return true
        }
        const { voter, respondent, answer, at } = given
        const row = {
          round_id: round,
          voter,
          respondent: respondent === undefined ? null : JSON.stringify(respondent),
          answer: JSON.stringify(answer),
          at,
        }
        await transaction
          .insertInto('answers')
          .values(row)
          .onConflict((conflict) => conflict.columns(['round_id', 'voter']).doUpdateSet(row))
          .execute()
        return true
      })
    },
    async findAnswer(round, voter) {
      const row = await database
        .selectFrom('answers')
        .selectAll()
        .where('round_id', '=', round)
        .where('voter', '=', voter)
        .executeTakeFirst()
      return row && toAnswer(row)
    },
    async listAnswers(round) {
      const rows = await database
        .selectFrom('answers')
        .selectAll()
        .where('round_id', '=', round)
        .orderBy('voter')
        .execute()
      return rows.map(toAnswer)
    },
    async listVoters(round) {
      const rows = await database
        .selectFrom('answers')
        .select('voter')
        .where('round_id', '=', round)
        .orderBy('voter')
        .execute()
      return rows.map(({ voter }) => voter)
    },
    async deleteAnswers(round) {
      await database.deleteFrom('answers').where('round_id', '=', round).execute()
    },
  }
}

type Row = Selectable<Schema['rounds']>

function toColumns({ endedAt, asked, done, outcome, itemsShown }: RoundChanges): Partial<Row> {
  return {
    ...(endedAt === undefined ? {} : { ended_at: endedAt }),
    ...(asked === undefined ? {} : { asked }),
    ...(done === undefined ? {} : { done }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(itemsShown === undefined ? {} : { items_shown: itemsShown }),
  }
}

function toRow(round: StoredRound): Row {
  return {
    id: round.id,
    map_id: round.map,
    setup: round.setup,
    labels: JSON.stringify(round.labels),
    state: round.state,
    opened_at: round.openedAt,
    opened_by: round.openedBy,
    ended_at: round.endedAt ?? null,
    asked: round.asked ?? null,
    done: round.done ?? null,
    outcome: round.outcome ?? null,
    items_shown: round.itemsShown ?? null,
  }
}

function toRound(row: Row): StoredRound {
  return {
    id: row.id,
    map: row.map_id as MapId,
    setup: row.setup,
    labels: JSON.parse(row.labels) as StoredRound['labels'],
    state: row.state,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    endedAt: row.ended_at ?? undefined,
    asked: row.asked ?? undefined,
    done: row.done ?? undefined,
    outcome: row.outcome ?? undefined,
    itemsShown: row.items_shown ?? undefined,
  }
}

function toAnswer(row: Selectable<Schema['answers']>): StoredAnswer {
  return {
    voter: row.voter,
    respondent: row.respondent === null ? undefined : (JSON.parse(row.respondent) as StoredAnswer['respondent']),
    answer: JSON.parse(row.answer) as unknown,
    at: row.at,
  }
}
