'use client'
import { useMemo } from 'react'
import { anchorKey, type CommentAnchor } from '../../../lib/practice/comment'
import { isAtLeast, mayComment } from '../../../lib/protocol/role'
import type { Editor } from '../../hooks/editor'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { createCommentBook, type CommentBook, type Thread } from './commentBook'

const books = new WeakMap<Editor, CommentBook>()

/** The comments of the map that is open. The same book for as long as it is. */
export function commentsOf(editor: Editor): CommentBook {
  const known = books.get(editor)
  if (known !== undefined) return known
  const book = createCommentBook()
  books.set(editor, book)
  return book
}

/** Oldest first; undefined until the server has told them. */
export function useThreads(): readonly Thread[] | undefined {
  return useObservable(commentsOf(useEditor()).threads)
}

/** Open threads about one thing, oldest first. */
export function useThreadsAbout(anchor: CommentAnchor): readonly Thread[] {
  const threads = useThreads()
  const key = anchorKey(anchor)
  return useMemo(
    () => (threads ?? []).filter((thread) => thread.resolved === undefined && anchorKey(thread.anchor) === key),
    [threads, key],
  )
}

/** What this person may do with comments. The server judges; this spares what it would refuse. */
export function useCommentRights(): { readonly mayWrite: boolean; readonly mayRun: boolean } {
  const { role, id } = useSelf()
  return { mayWrite: mayComment(role) && id !== undefined, mayRun: isAtLeast(role, 'facilitator') }
}
