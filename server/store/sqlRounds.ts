import { sql, type Kysely, type Selectable } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { RoundChanges, RoundStore, StoredAnswer, StoredHistory, StoredRound } from './roundStore'
import type { Schema } from './schema'

/** Rounds and their answers over SQL. Same promises as `RoundStore`. */
export function createSqlRounds(database: Kysely<Schema>): RoundStore {
  return {
    async addRound(round) {
      for (;;) {
        if (await insertRound(database, round)) return round
        const known = await database
          .selectFrom('rounds')
          .select(roundColumns)
          .where('map_id', '=', round.map)
          .where('step', '=', round.step ?? '')
          .where('state', '!=', 'revealed')
          .executeTakeFirst()
        if (known !== undefined) return toRound(known)
        // It was revealed or taken away in this very moment: now there is room.
      }
    },
    async findRound(map, id) {
      return findRound(database, map, id)
    },
    findOutcome: async (map, id) => findOutcome(database, map, id),
    async listRounds(map) {
      const rows = await database
        .selectFrom('rounds')
        .select(roundColumns)
        .where('map_id', '=', map)
        .orderBy('opened_at')
        .orderBy('id')
        .execute()
      return rows.map(toRound)
    },
    async deleteRound(map, id) {
      await database.deleteFrom('rounds').where('id', '=', id).where('map_id', '=', map).execute()
    },
    async changeRound(map, id, change) {
      return database.transaction().execute(async (transaction) => {
        // A write first: the row is this transaction's until it commits, and an answer waits for it.
        await transaction
          .updateTable('rounds')
          .set(({ ref }) => ({ state: ref('state') }))
          .where('id', '=', id)
          .where('map_id', '=', map)
          .execute()
        const before = await findRound(transaction, map, id)
        const outcome = before?.state === 'revealed' ? await findOutcome(transaction, map, id) : undefined
        const changes = before && change(before, await listAnswers(transaction, id), outcome)
        if (changes === undefined) return before
        await transaction.updateTable('rounds').set(toColumns(changes)).where('id', '=', id).execute()
        if (changes.outcome !== undefined) {
          await transaction.deleteFrom('answers').where('round_id', '=', id).execute()
        }
        return findRound(transaction, map, id)
      })
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
    listAnswers: async (round) => listAnswers(database, round),
    async listVoters(round) {
      const rows = await database
        .selectFrom('answers')
        .select('voter')
        .where('round_id', '=', round)
        .orderBy('voter')
        .execute()
      return rows.map(({ voter }) => voter)
    },
  }
}

type Row = Selectable<Schema['rounds']>

/** All but the outcome, which may be long and is wanted by few. */
const roundColumns = [
  'id',
  'map_id',
  'setup',
  'labels',
  'state',
  'opened_at',
  'opened_by',
  'ended_at',
  'asked',
  'done',
  'items_shown',
  'step',
  'imported_at',
] as const satisfies readonly (keyof Row)[]

/** False if the step has a round that is not revealed. */
async function insertRound(database: Kysely<Schema>, round: StoredRound): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('rounds')
    .values(toRow(round))
    .onConflict((conflict) =>
      // As the index `rounds_of_step` says it; a known id is refused.
      conflict
        .columns(['map_id', 'step'])
        .where('step', 'is not', null)
        .where('state', '!=', sql.lit('revealed'))
        .doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function findRound(database: Kysely<Schema>, map: MapId, id: string): Promise<StoredRound | undefined> {
  const row = await database
    .selectFrom('rounds')
    .select(roundColumns)
    .where('id', '=', id)
    .where('map_id', '=', map)
    .executeTakeFirst()
  return row && toRound(row)
}

async function findOutcome(database: Kysely<Schema>, map: MapId, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('rounds')
    .select('outcome')
    .where('id', '=', id)
    .where('map_id', '=', map)
    .executeTakeFirst()
  return row?.outcome ?? undefined
}

async function listAnswers(database: Kysely<Schema>, round: string): Promise<readonly StoredAnswer[]> {
  const rows = await database.selectFrom('answers').selectAll().where('round_id', '=', round).orderBy('voter').execute()
  return rows.map(toAnswer)
}

function toColumns({ state, endedAt, asked, done, outcome, itemsShown }: RoundChanges): Partial<Row> {
  return {
    ...(state === undefined ? {} : { state }),
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
    outcome: null,
    items_shown: round.itemsShown ?? null,
    step: round.step ?? null,
    imported_at: round.importedAt ?? null,
  }
}

/** The row of a round that is over. */
export function toHistoryRow(round: StoredHistory): Row {
  return { ...toRow(round), outcome: round.outcome }
}

function toRound(row: Omit<Row, 'outcome'>): StoredRound {
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
    itemsShown: row.items_shown ?? undefined,
    step: row.step ?? undefined,
    importedAt: row.imported_at ?? undefined,
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
