import type { CommentAnchor, DialogueMark } from '../practice/comment'
import type { Comment, ThreadHead } from './comment'

/** A thread as a file takes it along: by the names of its people, without what was deleted. */
export interface FiledThread {
  readonly anchor: CommentAnchor
  /** What it is about was called this. */
  readonly label: string
  /** Milliseconds since the Unix epoch, here as below. */
  readonly resolved?: { readonly at: number; readonly by: string }
  /** Oldest first. */
  readonly comments: readonly {
    readonly by: string
    readonly at: number
    readonly text: string
    readonly mark?: DialogueMark
    /** Names of people who are spoken to. */
    readonly mentions?: readonly string[]
  }[]
}

/** The comments of a map for its file, in the order of the threads. */
export function fileComments(
  threads: readonly (ThreadHead & { readonly comments: readonly Comment[] })[],
): readonly FiledThread[] {
  return threads.map(({ anchor, label, resolved, comments }) => ({
    anchor,
    label,
    ...(resolved === undefined ? {} : { resolved }),
    comments: comments
      .filter(({ deleted }) => deleted !== true)
      .map(({ by, at, text, mark, mentions }) => ({
        by: by.name,
        at,
        text,
        ...(mark === undefined ? {} : { mark }),
        ...(mentions.length === 0 ? {} : { mentions: mentions.map(({ name }) => name) }),
      })),
  }))
}
