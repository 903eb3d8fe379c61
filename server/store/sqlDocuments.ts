import type { CompiledQuery, Kysely } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { AppendEntry, Appended, MapStore, RecordName, StoredDocument } from './mapStore'
import type { SqlDialect } from './dialect'
import type { Schema } from './schema'

type Documents = Pick<MapStore, 'loadDocument' | 'append' | 'listAdditions' | 'setAside' | 'putSnapshot'>

/** The document half of a store: snapshot, log, append. Same promises as `MapStore`. */
export function createSqlDocuments(database: Kysely<Schema>, dialect: SqlDialect): Documents {
  const columnsPerUpdate = 5
  const rowsPerInsert = Math.min(500, Math.floor(dialect.parameters / columnsPerUpdate))

  // Appending is the one hot query: compiled once, so that an edit does not pay for building SQL.
  const takeNumbers = database
    .updateTable('maps')
    .set((expression) => ({ last_seq: expression('last_seq', '+', 0), changed_at: 0 }))
    .where('id', '=', '')
    .returning('last_seq')
  const takeNumbersAnyway = takeNumbers.compile()
  const takeNumbersAsOwner = takeNumbers.where('fence', '=', 0).compile()
  const insertByRows = new Map<number, CompiledQuery>()
  const insertOf = (rows: number): CompiledQuery => {
    const known = insertByRows.get(rows)
    if (known !== undefined) return known
    const row = { map_id: '', seq: 0, participant: null, at: 0, bytes: new Uint8Array() }
    const query = database
      .insertInto('updates')
      .values(Array.from({ length: rows }, () => row))
      .compile()
    insertByRows.set(rows, query)
    return query
  }

  return {
    async loadDocument(id) {
      return database.transaction().execute(async (transaction): Promise<StoredDocument | undefined> => {
        const map = await transaction.selectFrom('maps').select('id').where('id', '=', id).executeTakeFirst()
        if (map === undefined) return undefined
        const snapshot = await transaction
          .selectFrom('snapshots')
          .select(['seq', 'bytes'])
          .where('map_id', '=', id)
          .executeTakeFirst()
        const rows = await transaction
          .selectFrom('updates')
          .select(['seq', 'bytes'])
          .where('map_id', '=', id)
          .where('seq', '>', snapshot?.seq ?? 0)
          .where('set_aside', '=', 0)
          .orderBy('seq')
          .execute()
        return {
          snapshot: snapshot === undefined ? undefined : dialect.toBytes(snapshot.bytes),
          snapshotSeq: snapshot?.seq ?? 0,
          updates: rows.map((row) => ({ seq: row.seq, bytes: dialect.toBytes(row.bytes) })),
        }
      })
    },

    async append(entries) {
      if (entries.length === 0) return []
      return database.transaction().execute(async (transaction) => {
        const appended = new Map<AppendEntry, Appended>()
        let values: unknown[] = []
        let rows = 0
        const insert = async (): Promise<void> => {
          if (rows === 0) return
          await transaction.executeQuery({ ...insertOf(rows), parameters: values })
          values = []
          rows = 0
        }
        for (const entry of inOneOrder(entries)) {
          const lastSeq = await takeSequence(transaction, entry)
          appended.set(entry, lastSeq)
          if (lastSeq === 0 || lastSeq === 'not-owner') continue
          if (entry.added !== undefined) await keepAdditions(transaction, entry, entry.added)
          let seq = lastSeq - entry.updates.length
          for (const update of entry.updates) {
            seq += 1
            values.push(entry.map, seq, entry.participant ?? null, entry.at, update)
            rows += 1
            if (rows === rowsPerInsert) await insert()
          }
        }
        await insert()
        return entries.map((entry) => appended.get(entry) ?? 0)
      })
    },

    async listAdditions(id, person) {
      const rows = await database
        .selectFrom('additions')
        .select(['root', 'record_id', 'participant', 'at'])
        .where('map_id', '=', id)
        .$if(person !== undefined, (query) => query.where('participant', '=', person ?? null))
        .execute()
      return rows.map(({ root, record_id, participant, at }) => ({
        root,
        id: record_id,
        by: participant ?? undefined,
        at,
      }))
    },

    async setAside(id, seqs) {
      if (seqs.length === 0) return
      await database
        .updateTable('updates')
        .set({ set_aside: 1 })
        .where('map_id', '=', id)
        .where('seq', 'in', [...seqs])
        .execute()
    },

    async putSnapshot(id, snapshot, upTo, gone = []) {
      await database.transaction().execute(async (transaction) => {
        // A write first: nothing is appended to the map until the snapshot is kept.
        const map = await transaction
          .updateTable('maps')
          .set({ id })
          .where('id', '=', id)
          .returning('last_seq')
          .executeTakeFirst()
        if (map === undefined) return
        await transaction
          .insertInto('snapshots')
          .values({ map_id: id, seq: Math.min(upTo, map.last_seq), bytes: snapshot })
          .onConflict((conflict) =>
            conflict
              .column('map_id')
              .doUpdateSet((expression) => ({
                seq: expression.ref('excluded.seq'),
                bytes: expression.ref('excluded.bytes'),
              }))
              .whereRef('excluded.seq', '>', 'snapshots.seq'),
          )
          .execute()
        if (map.last_seq === upTo) await forgetAdditions(transaction, id, gone)
      })
    },
  }

  async function keepAdditions(
    transaction: Kysely<Schema>,
    { map, participant, at }: AppendEntry,
    added: readonly RecordName[],
  ): Promise<void> {
    for (let from = 0; from < added.length; from += rowsPerInsert) {
      await transaction
        .insertInto('additions')
        .values(
          added
            .slice(from, from + rowsPerInsert)
            .map(({ root, id }) => ({ map_id: map, root, record_id: id, participant: participant ?? null, at })),
        )
        .onConflict((conflict) => conflict.columns(['map_id', 'root', 'record_id']).doNothing())
        .execute()
    }
  }

  async function forgetAdditions(transaction: Kysely<Schema>, map: MapId, gone: readonly RecordName[]): Promise<void> {
    for (const root of ['elements', 'links'] as const) {
      const ids = gone.flatMap((one) => (one.root === root ? [one.id] : []))
      for (let from = 0; from < ids.length; from += rowsPerInsert) {
        for (const book of ['additions', 'changes'] as const) {
          await transaction
            .deleteFrom(book)
            .where('map_id', '=', map)
            .where('root', '=', root)
            .where('record_id', 'in', ids.slice(from, from + rowsPerInsert))
            .execute()
        }
      }
    }
  }

  /** Who has the map is compared in the statement that takes its row, so that nobody takes it over in between. */
  async function takeSequence(transaction: Kysely<Schema>, entry: AppendEntry): Promise<Appended> {
    const { fence } = entry
    const parameters = [entry.updates.length, entry.at, entry.map]
    const { rows } = await transaction.executeQuery<{ last_seq: number }>(
      fence === undefined
        ? { ...takeNumbersAnyway, parameters }
        : { ...takeNumbersAsOwner, parameters: [...parameters, fence] },
    )
    if (rows[0] !== undefined) return rows[0].last_seq
    if (fence === undefined) return 0
    const map = await transaction.selectFrom('maps').select('id').where('id', '=', entry.map).executeTakeFirst()
    return map === undefined ? 0 : 'not-owner'
  }
}

/** The same order of maps in every process: two that append to the same ones never wait for each other. Of one map, as they came. */
function inOneOrder(entries: readonly AppendEntry[]): readonly AppendEntry[] {
  const [first] = entries
  if (entries.every(({ map }) => map === first?.map)) return entries
  return entries.toSorted((one, other) => (one.map < other.map ? -1 : one.map > other.map ? 1 : 0))
}
