import type { Kysely, Selectable } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { SqlDialect } from './dialect'
import type { MapStore } from './mapStore'
import type { Schema } from './schema'
import type { StoredVersion, VersionStore } from './versionStore'

/** Versions over SQL. Same promises as `VersionStore`. */
export function createSqlVersions(
  database: Kysely<Schema>,
  dialect: SqlDialect,
): VersionStore & Pick<MapStore, 'loadDocumentAt'> {
  const findVersion: VersionStore['findVersion'] = async (map, id) => {
    const row = await database
      .selectFrom('versions')
      .selectAll()
      .where('id', '=', id)
      .where('map_id', '=', map)
      .executeTakeFirst()
    return row && toVersion(row)
  }
  return {
    async addVersion(version) {
      return database.transaction().execute(async (transaction) => {
        const { map } = version
        // A write first: nothing is appended to the map until the version is kept.
        const [known] = await transaction
          .updateTable('maps')
          .set({ id: map })
          .where('id', '=', map)
          .returning('last_seq')
          .execute()
        if (known === undefined) return undefined
        const { last } = await transaction
          .selectFrom('versions')
          .select(({ fn }) => fn.max<number | null>('number').as('last'))
          .where('map_id', '=', map)
          .executeTakeFirstOrThrow()
        const stored = { ...version, seq: version.seq ?? known.last_seq }
        await transaction
          .insertInto('versions')
          .values(toRow(stored, (last ?? 0) + 1))
          .execute()
        return stored
      })
    },
    async listVersions(map) {
      const rows = await database
        .selectFrom('versions')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('seq', 'desc')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(toVersion)
    },
    findVersion,
    async nameVersion(map, id, name, by) {
      await database
        .updateTable('versions')
        .set({ name: name ?? null, by_id: by?.id ?? null, by_name: by?.name ?? null })
        .where('id', '=', id)
        .where('map_id', '=', map)
        .execute()
      return findVersion(map, id)
    },
    async deleteVersions(map, ids) {
      if (ids.length === 0) return
      await database
        .deleteFrom('versions')
        .where('map_id', '=', map)
        .where('id', 'in', [...ids])
        .execute()
    },

    async loadDocumentAt(map, seq) {
      return database.transaction().execute(async (transaction) => {
        const known = await transaction.selectFrom('maps').select('id').where('id', '=', map).executeTakeFirst()
        if (known === undefined) return undefined
        const nearest = (table: 'keyframes' | 'snapshots') =>
          transaction
            .selectFrom(table)
            .select(['seq', 'bytes'])
            .where('map_id', '=', map)
            .where('seq', '<=', seq)
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst()
        const [keyframe, snapshot] = [await nearest('keyframes'), await nearest('snapshots')]
        const base = (keyframe?.seq ?? 0) > (snapshot?.seq ?? 0) ? keyframe : snapshot
        const rows = await transaction
          .selectFrom('updates')
          .select(['seq', 'bytes'])
          .where('map_id', '=', map)
          .where('seq', '>', base?.seq ?? 0)
          .where('seq', '<=', seq)
          .where('set_aside', '=', 0)
          .orderBy('seq')
          .execute()
        return {
          snapshot: base && dialect.toBytes(base.bytes),
          snapshotSeq: base?.seq ?? 0,
          updates: rows.map((row) => ({ seq: row.seq, bytes: dialect.toBytes(row.bytes) })),
        }
      })
    },
    async findUpdateTime(map, seq) {
      const row = await database
        .selectFrom('updates')
        .select('at')
        .where('map_id', '=', map)
        .where('seq', '=', seq)
        .executeTakeFirst()
      return row?.at
    },
    async listEditors(map, after, upTo, most) {
      const rows = await database
        .selectFrom('updates')
        .select('participant')
        .distinct()
        .where('map_id', '=', map)
        .where('seq', '>', Math.max(after, upTo - most))
        .where('seq', '<=', upTo)
        .where('participant', 'is not', null)
        .orderBy('participant')
        .execute()
      return rows.flatMap(({ participant }) => participant ?? [])
    },

    async putKeyframe(map, seq, bytes) {
      await database.transaction().execute(async (transaction) => {
        // A write first: the map stays until its keyframe is kept.
        const { numUpdatedRows } = await transaction
          .updateTable('maps')
          .set({ id: map })
          .where('id', '=', map)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return
        await transaction
          .insertInto('keyframes')
          .values({ map_id: map, seq, bytes })
          .onConflict((conflict) => conflict.columns(['map_id', 'seq']).doNothing())
          .execute()
      })
    },
    async listKeyframes(map) {
      const rows = await database
        .selectFrom('keyframes')
        .select(({ fn, ref }) => ['seq', fn<number>('length', [ref('bytes')]).as('size')])
        .where('map_id', '=', map)
        .orderBy('seq')
        .execute()
      return rows.map(({ seq, size }) => ({ seq, size }))
    },
    async deleteKeyframes(map, seqs) {
      if (seqs.length === 0) return
      await database
        .deleteFrom('keyframes')
        .where('map_id', '=', map)
        .where('seq', 'in', [...seqs])
        .execute()
    },
  }
}

type Row = Selectable<Schema['versions']>

function toRow({ id, map, seq, at, why, name, by, people }: StoredVersion, number: number): Row {
  return {
    id,
    map_id: map,
    number,
    seq,
    at,
    why,
    name: name ?? null,
    by_id: by?.id ?? null,
    by_name: by?.name ?? null,
    people: JSON.stringify(people),
  }
}

function toVersion(row: Row): StoredVersion {
  return {
    id: row.id,
    map: row.map_id as MapId,
    seq: row.seq,
    at: row.at,
    why: row.why,
    name: row.name ?? undefined,
    by: row.by_id === null ? undefined : { id: row.by_id, name: row.by_name ?? '' },
    people: JSON.parse(row.people) as readonly string[],
  }
}
