import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type {
  AccessLink,
  JoinCode,
  LinkGuard,
  MapStore,
  NewAccessLink,
  NewParticipant,
  Participant,
  ParticipantChanges,
  StoredShowing,
} from './mapStore'
import type { Schema } from './schema'

type Access = Pick<
  MapStore,
  | 'addLink'
  | 'findLinkByHash'
  | 'findLink'
  | 'listLinks'
  | 'revokeLink'
  | 'changeLink'
  | 'renewLink'
  | 'touchLink'
  | 'addCode'
  | 'findCode'
  | 'deleteCodesBefore'
  | 'putParticipant'
  | 'findParticipant'
  | 'listParticipants'
  | 'listParticipantsOfDevice'
  | 'touchParticipant'
  | 'changeParticipants'
  | 'putShowing'
  | 'listShowings'
  | 'findShowing'
>

/** A new link as its row. */
export function toLinkRow(link: NewAccessLink): Insertable<Schema['access_links']> {
  const { id, map, grant, keyHash, createdAt, passcodeHash, expiresAt } = link
  return {
    id,
    map_id: map,
    access: grant,
    key_hash: keyHash,
    created_at: createdAt,
    passcode_hash: passcodeHash ?? null,
    expires_at: expiresAt ?? null,
  }
}

/** The people half of a store: links, codes, participants, and what everyone is shown. Same promises as `MapStore`. */
export function createSqlAccess(database: Kysely<Schema>): Access {
  return {
    async addLink(link) {
      await database.insertInto('access_links').values(toLinkRow(link)).execute()
    },
    async findLinkByHash(hash) {
      const row = await database.selectFrom('access_links').selectAll().where('key_hash', '=', hash).executeTakeFirst()
      return row && toLink(row)
    },
    async findLink(id) {
      const row = await database.selectFrom('access_links').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toLink(row)
    },
    async listLinks(map) {
      const rows = await database
        .selectFrom('access_links')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(toLink)
    },
    async revokeLink(id, at) {
      await database
        .updateTable('access_links')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
    },
    async changeLink(id, changes) {
      const row = toGuardColumns(changes)
      if (Object.keys(row).length > 0) {
        await database.updateTable('access_links').set(row).where('id', '=', id).execute()
      }
      const changed = await database.selectFrom('access_links').selectAll().where('id', '=', id).executeTakeFirst()
      return changed && toLink(changed)
    },
    async renewLink(id, at, successor) {
      return database.transaction().execute(async (transaction) => {
        const renewed = await transaction
          .updateTable('access_links')
          .set({ renewed_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .where('renewed_at', 'is', null)
          .executeTakeFirst()
        if (renewed.numUpdatedRows === 0n) return false
        await transaction.insertInto('access_links').values(toLinkRow(successor)).execute()
        return true
      })
    },
    async touchLink(id, at) {
      await database.updateTable('access_links').set({ last_used_at: at }).where('id', '=', id).execute()
    },

    async addCode({ code, map, link, expiresAt }) {
      await database
        .insertInto('join_codes')
        .values({ code, map_id: map, link_id: link, expires_at: expiresAt })
        .execute()
    },
    async findCode(code) {
      const row = await database.selectFrom('join_codes').selectAll().where('code', '=', code).executeTakeFirst()
      return row && toCode(row)
    },
    async deleteCodesBefore(time) {
      await database.deleteFrom('join_codes').where('expires_at', '<', time).execute()
    },

    async putParticipant(participant) {
      const row = toParticipantRow(participant)
      await database
        .insertInto('participants')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },
    async findParticipant(id) {
      const row = await database.selectFrom('participants').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toParticipant(row)
    },
    async listParticipants(map) {
      const rows = await database
        .selectFrom('participants')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('joined_at')
        .orderBy('id')
        .execute()
      return rows.map(toParticipant)
    },
    async listParticipantsOfDevice(deviceHash) {
      const rows = await database
        .selectFrom('participants')
        .selectAll()
        .where('device_hash', '=', deviceHash)
        .orderBy('seen_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toParticipant)
    },
    async touchParticipant(id, at) {
      await database.updateTable('participants').set({ seen_at: at }).where('id', '=', id).execute()
    },
    async changeParticipants(map, changes) {
      return database.transaction().execute(async (transaction) => {
        const changed: Participant[] = []
        for (const { id, ...change } of changes) {
          const row = toChangedColumns(change)
          const isThis = { id, map_id: map }
          if (Object.keys(row).length > 0) {
            await transaction
              .updateTable('participants')
              .set(row)
              .where((where) => where.and(isThis))
              .execute()
          }
          const now = await transaction
            .selectFrom('participants')
            .selectAll()
            .where((where) => where.and(isThis))
            .executeTakeFirst()
          if (now !== undefined) changed.push(toParticipant(now))
        }
        return changed
      })
    },

    async putShowing(map, showing) {
      if (showing === undefined) {
        await database.deleteFrom('showings').where('map_id', '=', map).execute()
        return
      }
      const row = { shown: showing.shown, until: showing.until ?? null }
      await database.transaction().execute(async (transaction) => {
        // A write first: the map stays until it is kept.
        const { numUpdatedRows } = await transaction
          .updateTable('maps')
          .set({ id: map })
          .where('id', '=', map)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return
        await transaction
          .insertInto('showings')
          .values({ map_id: map, ...row })
          .onConflict((conflict) => conflict.column('map_id').doUpdateSet(row))
          .execute()
      })
    },
    async listShowings() {
      const rows = await database.selectFrom('showings').selectAll().execute()
      return rows.map(toShowing)
    },
    async findShowing(map) {
      const row = await database.selectFrom('showings').selectAll().where('map_id', '=', map).executeTakeFirst()
      return row && toShowing(row)
    },
  }
}

function toShowing({ map_id, shown, until }: Selectable<Schema['showings']>): StoredShowing {
  return { map: map_id as MapId, shown, until: until ?? undefined }
}

function toLink(row: Selectable<Schema['access_links']>): AccessLink {
  return {
    id: row.id,
    map: row.map_id as MapId,
    grant: row.access,
    keyHash: row.key_hash,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    passcodeHash: row.passcode_hash ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    renewedAt: row.renewed_at ?? undefined,
  }
}

function toGuardColumns(changes: LinkGuard): Updateable<Schema['access_links']> {
  return {
    ...('passcodeHash' in changes ? { passcode_hash: changes.passcodeHash ?? null } : {}),
    ...('expiresAt' in changes ? { expires_at: changes.expiresAt ?? null } : {}),
  }
}

function toCode(row: Selectable<Schema['join_codes']>): JoinCode {
  return { code: row.code, map: row.map_id as MapId, link: row.link_id, expiresAt: row.expires_at }
}

function toParticipant(row: Selectable<Schema['participants']>): Participant {
  return {
    id: row.id,
    map: row.map_id as MapId,
    link: row.link_id,
    deviceHash: row.device_hash,
    name: row.name,
    colour: row.colour,
    joinedAt: row.joined_at,
    seenAt: row.seen_at,
    role: row.role ?? undefined,
    mutedAt: row.muted_at ?? undefined,
    handAt: row.hand_at ?? undefined,
    removedAt: row.removed_at ?? undefined,
  }
}

function toChangedColumns(changes: ParticipantChanges): Updateable<Schema['participants']> {
  return {
    ...(changes.name === undefined ? {} : { name: changes.name }),
    ...('role' in changes ? { role: changes.role ?? null } : {}),
    ...('mutedAt' in changes ? { muted_at: changes.mutedAt ?? null } : {}),
    ...('handAt' in changes ? { hand_at: changes.handAt ?? null } : {}),
    ...('removedAt' in changes ? { removed_at: changes.removedAt ?? null } : {}),
  }
}

function toParticipantRow(participant: NewParticipant): Insertable<Schema['participants']> {
  return {
    id: participant.id,
    map_id: participant.map,
    link_id: participant.link,
    device_hash: participant.deviceHash,
    name: participant.name,
    colour: participant.colour,
    joined_at: participant.joinedAt,
    seen_at: participant.seenAt,
  }
}
