import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { SqlDialect } from './dialect'

/**
 * Brings a database to the newest tables. Each step runs once, in the order of its number; a
 * shipped step is never edited, only followed by another.
 * @throws if the database was written by a newer Weft, or a step fails
 */
export async function migrate<Tables>(database: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => listMigrations(dialect) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('The tables could not be brought up to date.', { cause: error })
}

function listMigrations({ types }: SqlDialect): Record<string, Migration> {
  return {
    '0001-maps-links-participants': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('maps')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('title', types.text, (column) => column.notNull())
          .addColumn('created_at', types.time, (column) => column.notNull())
          .addColumn('changed_at', types.time, (column) => column.notNull())
          .addColumn('last_seq', 'integer', (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('snapshots')
          .addColumn('map_id', types.text, (column) => column.primaryKey().references('maps.id').onDelete('cascade'))
          .addColumn('seq', 'integer', (column) => column.notNull())
          .addColumn('bytes', types.bytes, (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('updates')
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('seq', 'integer', (column) => column.notNull())
          .addColumn('participant', types.text)
          .addColumn('at', types.time, (column) => column.notNull())
          .addColumn('bytes', types.bytes, (column) => column.notNull())
          .addColumn('set_aside', 'integer', (column) => column.notNull().defaultTo(0))
          .addPrimaryKeyConstraint('updates_key', ['map_id', 'seq'])
          .execute()
        await db.schema
          .createTable('access_links')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('access', types.text, (column) => column.notNull())
          .addColumn('key_hash', types.text, (column) => column.notNull().unique())
          .addColumn('created_at', types.time, (column) => column.notNull())
          .addColumn('last_used_at', types.time)
          .addColumn('revoked_at', types.time)
          .execute()
        await db.schema.createIndex('access_links_of_map').on('access_links').column('map_id').execute()
        await db.schema
          .createTable('join_codes')
          .addColumn('code', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('link_id', types.text, (column) =>
            column.notNull().references('access_links.id').onDelete('cascade'),
          )
          .addColumn('expires_at', types.time, (column) => column.notNull())
          .execute()
        await db.schema
          .createTable('participants')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('link_id', types.text, (column) =>
            column.notNull().references('access_links.id').onDelete('cascade'),
          )
          .addColumn('device_hash', types.text, (column) => column.notNull())
          .addColumn('name', types.text, (column) => column.notNull())
          .addColumn('colour', 'integer', (column) => column.notNull())
          .addColumn('joined_at', types.time, (column) => column.notNull())
          .addColumn('seen_at', types.time, (column) => column.notNull())
          .execute()
        await db.schema.createIndex('participants_of_map').on('participants').column('map_id').execute()
        await db.schema.createIndex('participants_of_device').on('participants').column('device_hash').execute()
      },
    },
    '0002-rounds': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('rounds')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('setup', types.text, (column) => column.notNull())
          .addColumn('labels', types.text, (column) => column.notNull())
          .addColumn('state', types.text, (column) => column.notNull())
          .addColumn('opened_at', types.time, (column) => column.notNull())
          .addColumn('opened_by', types.text, (column) => column.notNull())
          .addColumn('ended_at', types.time)
          .addColumn('asked', 'integer')
          .addColumn('done', 'integer')
          .addColumn('outcome', types.text)
          .addColumn('items_shown', 'integer')
          .execute()
        await db.schema.createIndex('rounds_of_map').on('rounds').column('map_id').execute()
        await db.schema
          .createTable('answers')
          .addColumn('round_id', types.text, (column) => column.notNull().references('rounds.id').onDelete('cascade'))
          .addColumn('voter', types.text, (column) => column.notNull())
          .addColumn('respondent', types.text)
          .addColumn('answer', types.text, (column) => column.notNull())
          .addColumn('at', types.time, (column) => column.notNull())
          .addPrimaryKeyConstraint('answers_key', ['round_id', 'voter'])
          .execute()
      },
    },
    '0003-showings': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('showings')
          .addColumn('map_id', types.text, (column) => column.primaryKey().references('maps.id').onDelete('cascade'))
          .addColumn('shown', types.text, (column) => column.notNull())
          .addColumn('until', types.time)
          .execute()
      },
    },
    '0004-meetings': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('meetings')
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('part', types.text, (column) => column.notNull())
          .addColumn('version', 'integer', (column) => column.notNull())
          .addColumn('value', types.text, (column) => column.notNull())
          .addPrimaryKeyConstraint('meetings_key', ['map_id', 'part'])
          .execute()
      },
    },
    '0005-people': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.alterTable('participants').addColumn('role', types.text).execute()
        for (const column of ['muted_at', 'hand_at', 'removed_at']) {
          await db.schema.alterTable('participants').addColumn(column, types.time).execute()
        }
      },
    },
    '0006-link-guards': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.alterTable('access_links').addColumn('passcode_hash', types.text).execute()
        for (const column of ['expires_at', 'renewed_at']) {
          await db.schema.alterTable('access_links').addColumn(column, types.time).execute()
        }
      },
    },
    '0007-comments': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('threads')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('anchor', types.text, (column) => column.notNull())
          .addColumn('label', types.text, (column) => column.notNull())
          .addColumn('created_at', types.time, (column) => column.notNull())
          .addColumn('by_id', types.text, (column) => column.notNull())
          .addColumn('by_name', types.text, (column) => column.notNull())
          .addColumn('resolved_at', types.time)
          .addColumn('resolved_by', types.text)
          .execute()
        await db.schema.createIndex('threads_of_map').on('threads').column('map_id').execute()
        await db.schema
          .createTable('comments')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('thread_id', types.text, (column) => column.notNull().references('threads.id').onDelete('cascade'))
          .addColumn('number', 'integer', (column) => column.notNull())
          .addColumn('by_id', types.text, (column) => column.notNull())
          .addColumn('by_name', types.text, (column) => column.notNull())
          .addColumn('by_colour', 'integer', (column) => column.notNull())
          .addColumn('text', types.text, (column) => column.notNull())
          .addColumn('mark', types.text)
          .addColumn('mentions', types.text, (column) => column.notNull())
          .addColumn('at', types.time, (column) => column.notNull())
          .addColumn('edited_at', types.time)
          .addColumn('deleted_at', types.time)
          .execute()
        await db.schema.createIndex('comments_of_map').on('comments').columns(['map_id', 'number']).unique().execute()
        await db.schema.createIndex('comments_of_thread').on('comments').column('thread_id').execute()
        await db.schema
          .createTable('comment_reads')
          .addColumn('thread_id', types.text, (column) => column.notNull().references('threads.id').onDelete('cascade'))
          .addColumn('participant_id', types.text, (column) =>
            column.notNull().references('participants.id').onDelete('cascade'),
          )
          .addColumn('number', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('comment_reads_key', ['thread_id', 'participant_id'])
          .execute()
      },
    },
    '0008-round-of-a-step': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.alterTable('rounds').addColumn('step', types.text).execute()
        await db.schema
          .createIndex('rounds_of_step')
          .unique()
          .on('rounds')
          .columns(['map_id', 'step'])
          .where(sql.ref('step'), 'is not', null)
          .where(sql.ref('state'), '!=', sql.lit('revealed'))
          .execute()
        // Left behind where a reveal had stopped in the middle.
        const revealed = sql`select id from rounds where state = 'revealed'`
        await sql`delete from answers where round_id in (${revealed})`.execute(db)
      },
    },
    '0010-additions': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('additions')
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('root', types.text, (column) => column.notNull())
          .addColumn('record_id', types.text, (column) => column.notNull())
          .addColumn('participant', types.text)
          .addColumn('at', types.time, (column) => column.notNull())
          .addPrimaryKeyConstraint('additions_key', ['map_id', 'root', 'record_id'])
          .execute()
        await db.schema.createIndex('additions_of_person').on('additions').columns(['map_id', 'participant']).execute()
      },
    },
    '0011-versions': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('versions')
          .addColumn('id', types.text, (column) => column.primaryKey())
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('number', 'integer', (column) => column.notNull())
          .addColumn('seq', 'integer', (column) => column.notNull())
          .addColumn('at', types.time, (column) => column.notNull())
          .addColumn('why', types.text, (column) => column.notNull())
          .addColumn('name', types.text)
          .addColumn('by_id', types.text)
          .addColumn('by_name', types.text)
          .addColumn('people', types.text, (column) => column.notNull())
          .execute()
        await db.schema.createIndex('versions_of_map').on('versions').columns(['map_id', 'number']).unique().execute()
        await db.schema
          .createTable('keyframes')
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('seq', 'integer', (column) => column.notNull())
          .addColumn('bytes', types.bytes, (column) => column.notNull())
          .addPrimaryKeyConstraint('keyframes_key', ['map_id', 'seq'])
          .execute()
      },
    },
    '0012-copies-of-a-map': {
      up: async (db: Kysely<unknown>) => {
        // Of these rows alone: what else a meeting keeps may be long, and is never sought by what it says.
        await db.schema
          .createIndex('copies_of_map')
          .on('meetings')
          .column('value')
          .where(sql.ref('part'), '=', sql.lit('breakout-of'))
          .execute()
      },
    },
    '0013-leases': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .alterTable('maps')
          .addColumn('fence', 'integer', (column) => column.notNull().defaultTo(0))
          .execute()
        await db.schema
          .createTable('leases')
          .addColumn('map_id', types.text, (column) => column.primaryKey().references('maps.id').onDelete('cascade'))
          .addColumn('owner', types.text, (column) => column.notNull())
          .addColumn('fence', 'integer', (column) => column.notNull())
          .addColumn('until', types.time, (column) => column.notNull())
          .execute()
      },
    },
    '0014-rounds-of-a-file': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.alterTable('rounds').addColumn('imported_at', types.time).execute()
      },
    },
    '0015-changes': {
      up: async (db: Kysely<unknown>) => {
        await db.schema
          .createTable('changes')
          .addColumn('map_id', types.text, (column) => column.notNull().references('maps.id').onDelete('cascade'))
          .addColumn('root', types.text, (column) => column.notNull())
          .addColumn('record_id', types.text, (column) => column.notNull())
          .addColumn('participant', types.text)
          .addColumn('at', types.time, (column) => column.notNull())
          .addPrimaryKeyConstraint('changes_key', ['map_id', 'root', 'record_id'])
          .execute()
      },
    },
  }
}
