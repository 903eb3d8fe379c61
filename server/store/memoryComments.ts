import type { MapId } from '../../lib/base/ids'
import type { CommentStore, NewComment, StoredComment, StoredThread } from './commentStore'

/** Comments in memory. Same promises as `CommentStore`, but for what outlives the process. */
export interface MemoryComments extends CommentStore {
  deleteCommentsOf(map: MapId): void
}

/**
 * @param enter waits for its turn, and fails when the store is closed
 * @param belongs throws if there is no such map
 */
export function createMemoryComments(enter: () => Promise<void>, belongs: (map: MapId) => void): MemoryComments {
  const threads = new Map<string, StoredThread>()
  const comments = new Map<string, StoredComment>()
  /** Thread → participant → number. */
  const reads = new Map<string, Map<string, number>>()

  const commentsOf = (map: MapId): readonly StoredComment[] =>
    [...comments.values()].filter((comment) => comment.map === map).sort((a, b) => a.number - b.number)
  const refuseKnown = ({ id }: NewComment): void => {
    if (comments.has(id)) throw new Error(`There is a comment ${id} already.`)
  }
  /** @returns undefined if the map is full */
  const add = (comment: NewComment, most: number): StoredComment | undefined => {
    const there = commentsOf(comment.map)
    if (there.length >= most) return undefined
    const number = (there.at(-1)?.number ?? 0) + 1
    const stored = { ...comment, number, editedAt: undefined, deletedAt: undefined }
    comments.set(comment.id, stored)
    return stored
  }
  const forget = (thread: string): void => {
    threads.delete(thread)
    reads.delete(thread)
    for (const [id, comment] of comments) if (comment.thread === thread) comments.delete(id)
  }

  return {
    async addThread(thread, first, most) {
      await enter()
      belongs(thread.map)
      if (threads.has(thread.id)) throw new Error(`There is a thread ${thread.id} already.`)
      refuseKnown(first)
      const stored = add(first, most)
      if (stored !== undefined) threads.set(thread.id, thread)
      return stored
    },
    async addReply(reply, label, most) {
      await enter()
      const thread = threads.get(reply.thread)
      if (thread?.map !== reply.map) return 'no-such-thread'
      if (thread.resolved !== undefined) return 'thread-resolved'
      refuseKnown(reply)
      const stored = add(reply, most)
      if (stored === undefined) return 'full'
      threads.set(thread.id, { ...thread, label: label ?? thread.label })
      return stored
    },
    async findThread(map, id) {
      await enter()
      const thread = threads.get(id)
      return thread?.map === map ? thread : undefined
    },
    async listThreads(map) {
      await enter()
      return [...threads.values()]
        .filter((thread) => thread.map === map)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    },
    async resolveThread(map, id, resolved) {
      await enter()
      const thread = threads.get(id)
      if (thread?.map === map) threads.set(id, { ...thread, resolved })
    },
    async deleteThread(map, id) {
      await enter()
      if (threads.get(id)?.map === map) forget(id)
    },
    async findComment(map, id) {
      await enter()
      const comment = comments.get(id)
      return comment?.map === map ? comment : undefined
    },
    async listComments(map) {
      await enter()
      return commentsOf(map)
    },
    async changeComment(map, id, changes) {
      await enter()
      const comment = comments.get(id)
      if (comment?.map !== map) return undefined
      const changed = { ...comment, ...changes }
      comments.set(id, changed)
      return changed
    },
    async listRead(map, participant) {
      await enter()
      return new Map(
        [...threads.values()].flatMap((thread) => {
          const upTo = thread.map === map ? reads.get(thread.id)?.get(participant) : undefined
          return upTo === undefined ? [] : [[thread.id, upTo] as const]
        }),
      )
    },
    async putRead(map, participant, upTo) {
      await enter()
      for (const [thread, number] of upTo) {
        if (threads.get(thread)?.map !== map) continue
        const there = reads.get(thread) ?? new Map<string, number>()
        reads.set(thread, there.set(participant, Math.max(number, there.get(participant) ?? 0)))
      }
    },

    deleteCommentsOf(map) {
      for (const thread of threads.values()) if (thread.map === map) forget(thread.id)
    },
  }
}
