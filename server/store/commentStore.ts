import type { MapId } from '../../lib/base/ids'

/**
 * Where comments are kept: a part of `MapStore`, with the same promise that what is answered is durable. Its
 * contract suite is tests/contract/commentStoreContract.ts.
 */
export interface CommentStore {
  /**
   * Stores a thread with its first comment, all or nothing. Rejects if there is no such map, or such a thread or
   * comment already.
   * @param most comments that a map may have, those that were deleted included
   * @returns the comment with its number; undefined if the map has `most` of them
   */
  addThread(thread: StoredThread, first: NewComment, most: number): Promise<StoredComment | undefined>
  /**
   * Stores a comment in a thread that is open. Rejects if there is such a comment already.
   * @param label what the thread's subject is called now; undefined leaves what is known
   */
  addReply(
    reply: NewComment,
    label: string | undefined,
    most: number,
  ): Promise<StoredComment | 'no-such-thread' | 'thread-resolved' | 'full'>
  findThread(map: MapId, id: string): Promise<StoredThread | undefined>
  /** Oldest first. */
  listThreads(map: MapId): Promise<readonly StoredThread[]>
  /** Resolves a thread, or opens it again. */
  resolveThread(map: MapId, id: string, resolved: StoredThread['resolved']): Promise<void>
  /** Takes a thread away with its comments, and with what was read of it. */
  deleteThread(map: MapId, id: string): Promise<void>
  findComment(map: MapId, id: string): Promise<StoredComment | undefined>
  /** By number: oldest first. */
  listComments(map: MapId): Promise<readonly StoredComment[]>
  /**
   * Changes what is named, and nothing else: a key that is there with undefined takes it away.
   * @returns the comment as changed; undefined if this map has none of this id
   */
  changeComment(map: MapId, id: string, changes: StoredCommentChanges): Promise<StoredComment | undefined>
  /** Thread → number up to which a participant has read it. */
  listRead(map: MapId, participant: string): Promise<ReadonlyMap<string, number>>
  /** Notes how far a participant has read. What was read stays read; threads that are not this map's are passed over. */
  putRead(map: MapId, participant: string, threads: ReadonlyMap<string, number>): Promise<void>
}

export interface StoredThread {
  readonly id: string
  readonly map: MapId
  /** JSON. */
  readonly anchor: string
  readonly label: string
  readonly createdAt: number
  readonly by: Writer
  readonly resolved: { readonly at: number; readonly by: string } | undefined
}

/** A participant under the name they had then. */
export interface Writer {
  readonly id: string
  readonly name: string
}

/** Who wrote a comment, as they were drawn then. */
export interface Author extends Writer {
  readonly colour: number
}

export interface NewComment {
  readonly id: string
  readonly map: MapId
  readonly thread: string
  readonly by: Author
  readonly text: string
  readonly mark: string | undefined
  readonly mentions: readonly Writer[]
  readonly at: number
}

export interface StoredComment extends NewComment {
  readonly number: number
  readonly editedAt: number | undefined
  readonly deletedAt: number | undefined
}

export type StoredCommentChanges = Partial<Pick<StoredComment, 'text' | 'mark' | 'mentions' | 'editedAt' | 'deletedAt'>>
