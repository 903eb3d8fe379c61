import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { MapId } from '../../lib/base/ids'
import type {
  CommentStore,
  NewComment,
  StoredComment,
  StoredCommentChanges,
  StoredThread,
  Writer,
} from './commentStore'
import type { Schema } from './schema'

/** Comments over SQL. Same promises as `CommentStore`. */
export function createSqlComments(database: Kysely<Schema>): CommentStore {
  const findComment: CommentStore['findComment'] = async (map, id) => {
    const row = await database
      .selectFrom('comments')
      .selectAll()
      .where('id', '=', id)
      .where('map_id', '=', map)
      .executeTakeFirst()
    return row && toComment(row)
  }
  return {
    async addThread(thread, first, most) {
      return database.transaction().execute(async (transaction) => {
        // Counted before anything is written that a map too full would have to take back.
        if (!(await hasRoom(transaction, thread.map, most))) return undefined
        await transaction.insertInto('threads').values(toThreadRow(thread)).execute()
        return insertComment(transaction, first)
      })
    },
    async addReply(reply, label, most) {
      return database.transaction().execute(async (transaction) => {
        const { thread, map } = reply
        if (!(await hasRoom(transaction, map, most))) return 'full'
        const { numUpdatedRows } = await transaction
          .updateTable('threads')
          .set(label === undefined ? { id: thread } : { label })
          .where('id', '=', thread)
          .where('map_id', '=', map)
          .where('resolved_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 1n) return insertComment(transaction, reply)
        const there = await transaction
          .selectFrom('threads')
          .select('id')
          .where('id', '=', thread)
          .where('map_id', '=', map)
          .executeTakeFirst()
        return there === undefined ? 'no-such-thread' : 'thread-resolved'
      })
    },
    async findThread(map, id) {
      const row = await database
        .selectFrom('threads')
        .selectAll()
        .where('id', '=', id)
        .where('map_id', '=', map)
        .executeTakeFirst()
      return row && toThread(row)
    },
    async listThreads(map) {
      const rows = await database
        .selectFrom('threads')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(toThread)
    },
    async resolveThread(map, id, resolved) {
      await database
        .updateTable('threads')
        .set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
        .where('id', '=', id)
        .where('map_id', '=', map)
        .execute()
    },
    async deleteThread(map, id) {
      await database.deleteFrom('threads').where('id', '=', id).where('map_id', '=', map).execute()
    },
    findComment,
    async listComments(map) {
      const rows = await database
        .selectFrom('comments')
        .selectAll()
        .where('map_id', '=', map)
        .orderBy('number')
        .execute()
      return rows.map(toComment)
    },
    async changeComment(map, id, changes) {
      await database
        .updateTable('comments')
        .set({ id, ...toColumns(changes) })
        .where('id', '=', id)
        .where('map_id', '=', map)
        .execute()
      return findComment(map, id)
    },
    async listRead(map, participant) {
      const rows = await database
        .selectFrom('comment_reads')
        .innerJoin('threads', 'threads.id', 'comment_reads.thread_id')
        .select(['comment_reads.thread_id', 'comment_reads.number'])
        .where('threads.map_id', '=', map)
        .where('comment_reads.participant_id', '=', participant)
        .execute()
      return new Map(rows.map(({ thread_id: thread, number }) => [thread, number]))
    },
    async putRead(map, participant, upTo) {
      await database.transaction().execute(async (transaction) => {
        for (const [thread, number] of upTo) {
          // From the thread itself: of one that is gone, or another map's, nothing is noted.
          await sql`
            insert into comment_reads (thread_id, participant_id, number)
            select id, ${participant}, ${number} from threads where id = ${thread} and map_id = ${map}
            on conflict (thread_id, participant_id) do update set number = excluded.number
            where excluded.number > comment_reads.number`.execute(transaction)
        }
      })
    },
  }
}

/** A write first: whoever counts and then adds has the map's comments to themselves until they are done. */
async function hasRoom(transaction: Transaction<Schema>, map: MapId, most: number): Promise<boolean> {
  await transaction.updateTable('maps').set({ id: map }).where('id', '=', map).execute()
  const { count } = await transaction
    .selectFrom('comments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('map_id', '=', map)
    .executeTakeFirstOrThrow()
  return count < most
}

async function insertComment(transaction: Transaction<Schema>, comment: NewComment): Promise<StoredComment> {
  const { last } = await transaction
    .selectFrom('comments')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('map_id', '=', comment.map)
    .executeTakeFirstOrThrow()
  const stored = { ...comment, number: (last ?? 0) + 1, editedAt: undefined, deletedAt: undefined }
  await transaction.insertInto('comments').values(toCommentRow(stored)).execute()
  return stored
}

type ThreadRow = Selectable<Schema['threads']>
type CommentRow = Selectable<Schema['comments']>

function toThreadRow({ id, map, anchor, label, createdAt, by, resolved }: StoredThread): ThreadRow {
  return {
    id,
    map_id: map,
    anchor,
    label,
    created_at: createdAt,
    by_id: by.id,
    by_name: by.name,
    resolved_at: resolved?.at ?? null,
    resolved_by: resolved?.by ?? null,
  }
}

function toThread(row: ThreadRow): StoredThread {
  return {
    id: row.id,
    map: row.map_id as MapId,
    anchor: row.anchor,
    label: row.label,
    createdAt: row.created_at,
    by: { id: row.by_id, name: row.by_name },
    resolved: row.resolved_at === null ? undefined : { at: row.resolved_at, by: row.resolved_by ?? '' },
  }
}

function toCommentRow(comment: StoredComment): CommentRow {
  return {
    id: comment.id,
    map_id: comment.map,
    thread_id: comment.thread,
    number: comment.number,
    by_id: comment.by.id,
    by_name: comment.by.name,
    by_colour: comment.by.colour,
    text: comment.text,
    mark: comment.mark ?? null,
    mentions: JSON.stringify(comment.mentions),
    at: comment.at,
    edited_at: comment.editedAt ?? null,
    deleted_at: comment.deletedAt ?? null,
  }
}

function toComment(row: CommentRow): StoredComment {
  return {
    id: row.id,
    map: row.map_id as MapId,
    thread: row.thread_id,
    number: row.number,
    by: { id: row.by_id, name: row.by_name, colour: row.by_colour },
    text: row.text,
    mark: row.mark ?? undefined,
    mentions: JSON.parse(row.mentions) as readonly Writer[],
    at: row.at,
    editedAt: row.edited_at ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
  }
}

function toColumns(changes: StoredCommentChanges): Partial<CommentRow> {
  return {
    ...(changes.text === undefined ? {} : { text: changes.text }),
    ...('mark' in changes ? { mark: changes.mark ?? null } : {}),
    ...(changes.mentions === undefined ? {} : { mentions: JSON.stringify(changes.mentions) }),
    ...('editedAt' in changes ? { edited_at: changes.editedAt ?? null } : {}),
    ...('deletedAt' in changes ? { deleted_at: changes.deletedAt ?? null } : {}),
  }
}
