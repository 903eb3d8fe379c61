import * as z from 'zod/mini'
import { createObservable, type Observable } from '../../../lib/base/observable'
import {
  commentSchema,
  threadHeadSchema,
  type Comment,
  type CommentAnswer,
  type ThreadHead,
} from '../../../lib/protocol/comment'
import type { RoomEvent } from '../../../lib/protocol/events'

/** A thread as this tab knows it. */
export interface Thread extends ThreadHead {
  /** Oldest first; at least one. */
  readonly comments: readonly Comment[]
  /** Number up to which this person has read it. */
  readonly read: number
}

/** The comments of a map, as far as this tab has been told. */
export interface CommentBook {
  /** Oldest first; undefined until the server has told them. */
  readonly threads: Observable<readonly Thread[] | undefined>
  /** Takes in the whole list; what was told after `since` (a `moment`) is newer, and stays. */
  takeList(list: readonly Thread[], since: number): void
  /** Takes in what the server answered to this tab. */
  take(answer: CommentAnswer): void
  takeHead(head: ThreadHead): void
  /** Notes that this person has read so far; what was read stays read. */
  noteRead(upTo: Readonly<Record<string, number>>): void
  /** True if the comment has been told of before. */
  knows(comment: string): boolean
  /** Rises with everything that is told. */
  moment(): number
  hear(event: RoomEvent): void
}

/** Makes the book of one map. Cost: telling is linear in the comments of the map. */
export function createCommentBook(): CommentBook {
  const threads = createObservable<readonly Thread[] | undefined>(undefined)
  const heads = new Map<string, ThreadHead>()
  const comments = new Map<string, Comment>()
  const reads = new Map<string, number>()
  /** When each thread and comment was last told of, those that were taken away included. */
  const toldAt = new Map<string, number>()
  let isListed = false
  let moment = 0

  const publish = (): void => {
    if (!isListed) return
    const byThread = new Map<string, Comment[]>()
    for (const comment of [...comments.values()].sort((a, b) => a.number - b.number)) {
      const there = byThread.get(comment.thread)
      if (there === undefined) byThread.set(comment.thread, [comment])
      else there.push(comment)
    }
    threads.set(
      [...heads.values()]
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
        .flatMap((head) => {
          const own = byThread.get(head.id)
          return own === undefined ? [] : [{ ...head, comments: own, read: reads.get(head.id) ?? 0 }]
        }),
    )
  }
  const note = (id: string): void => {
    moment += 1
    toldAt.set(id, moment)
  }
  const raise = (thread: string, number: number): void => {
    reads.set(thread, Math.max(number, reads.get(thread) ?? 0))
  }

  const take = ({ thread, comment }: CommentAnswer): void => {
    note(thread.id)
    note(comment.id)
    heads.set(thread.id, thread)
    comments.set(comment.id, comment)
    publish()
  }
  const takeHead = (head: ThreadHead): void => {
    note(head.id)
    heads.set(head.id, head)
    publish()
  }
  const remove = (id: string): void => {
    note(id)
    heads.delete(id)
    for (const comment of comments.values()) {
      if (comment.thread !== id) continue
      note(comment.id)
      comments.delete(comment.id)
    }
    publish()
  }

  return {
    threads,
    moment: () => moment,
    knows: (comment) => comments.has(comment),
    take,
    takeHead,
    takeList(list, since) {
      const isNewer = (id: string): boolean => (toldAt.get(id) ?? 0) > since
      for (const known of [heads, comments]) for (const id of known.keys()) if (!isNewer(id)) known.delete(id)
      for (const { comments: own, read, ...head } of list) {
        if (!isNewer(head.id)) heads.set(head.id, head)
        for (const comment of own) if (!isNewer(comment.id)) comments.set(comment.id, comment)
        raise(head.id, read)
      }
      isListed = true
      publish()
    },
    noteRead(upTo) {
      for (const [thread, number] of Object.entries(upTo)) raise(thread, number)
      publish()
    },
    hear(event) {
      if (event.kind === 'thread-removed') remove(event.thread)
      else if (event.kind === 'thread') {
        // What a newer server tells in words that we do not know is nothing to us.
        const head = z.safeParse(threadHeadSchema, event.thread)
        if (head.success) takeHead(head.data)
      } else if (event.kind === 'comment') {
        const head = z.safeParse(threadHeadSchema, event.thread)
        const comment = z.safeParse(commentSchema, event.comment)
        if (head.success && comment.success) take({ thread: head.data, comment: comment.data })
      }
    },
  }
}
