import type { Kysely } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type { SqlDialect } from './dialect'
import type { Acquired, Leases, LeaseTerms } from './leases'
import type { Schema } from './schema'

/**
 * Leases as rows beside the maps. Time is the database's alone, so that clocks of processes need not agree. A row stays
 * when its map is given back, so that the numbers of a map go on rising.
 */
export function createSqlLeases(
  database: Kysely<Schema>,
  { now, parameters }: Pick<SqlDialect, 'now' | 'parameters'>,
  { owner, duration }: LeaseTerms,
): Leases {
  const mapsPerStatement = Math.min(1_000, parameters - 4)

  const findHolder = async (map: MapId): Promise<Acquired> => {
    const found = await database
      .selectFrom('maps')
      .leftJoin('leases', 'leases.map_id', 'maps.id')
      .select((expression) => ['leases.owner', expression('leases.until', '-', now).as('left')])
      .where('maps.id', '=', map)
      .executeTakeFirst()
    if (found === undefined) return { kind: 'no-such-map' }
    return { kind: 'held', owner: found.owner ?? '', left: Math.max(0, found.left ?? 0) }
  }

  return {
    async acquire(map) {
      const fence = await database.transaction().execute(async (transaction) => {
        // Who has it is asked in the statement that takes it: of several who try at once one gets it.
        const taken = await transaction
          .insertInto('leases')
          .columns(['map_id', 'owner', 'fence', 'until'])
          .expression((from) =>
            from
              .selectFrom('maps')
              .select((expression) => [
                'id',
                expression.val(owner).as('owner'),
                expression.val(1).as('fence'),
                expression(now, '+', duration).as('until'),
              ])
              .where('id', '=', map),
          )
          .onConflict((conflict) =>
            conflict
              .column('map_id')
              .doUpdateSet((expression) => ({
                owner: expression.ref('excluded.owner'),
                fence: expression('leases.fence', '+', 1),
                until: expression.ref('excluded.until'),
              }))
              .where((expression) =>
                expression.or([expression('leases.until', '<=', now), expression('leases.owner', '=', owner)]),
              ),
          )
          .returning('fence')
          .executeTakeFirst()
        if (taken === undefined) return undefined
        // The number stands on the map's own row: an append compares it in the statement that locks this row, so that
        // those before are there when the next owner reads, and those after are refused.
        await transaction.updateTable('maps').set({ fence: taken.fence }).where('id', '=', map).execute()
        return taken.fence
      })
      return fence === undefined ? findHolder(map) : { kind: 'owned', lease: { map, fence } }
    },

    async renew(leases) {
      const still = new Map<string, number>()
      for (let from = 0; from < leases.length; from += mapsPerStatement) {
        const maps = leases.slice(from, from + mapsPerStatement).map(({ map }) => map)
        const renewed = await database
          .updateTable('leases')
          .set((expression) => ({ until: expression(now, '+', duration) }))
          .where('owner', '=', owner)
          .where('map_id', 'in', maps)
          // One that was given back is nobody's.
          .where('until', '>', 0)
          .returning(['map_id', 'fence'])
          .execute()
        for (const { map_id, fence } of renewed) still.set(map_id, fence)
      }
      return leases.filter(({ map, fence }) => still.get(map) === fence)
    },

    async release({ map, fence = 0 }) {
      await database
        .updateTable('leases')
        .set({ until: 0 })
        .where('map_id', '=', map)
        .where('owner', '=', owner)
        .where('fence', '=', fence)
        .execute()
    },
  }
}
