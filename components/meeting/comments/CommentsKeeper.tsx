'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { RoomEvent } from '../../../lib/protocol/events'
import { commentSchema, type Comment } from '../../../lib/protocol/comment'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { commentsApi } from './commentsApi'
import { isUnread } from './threadFacts'
import { commentsOf, useThreads } from './useComments'

/** Milliseconds in which comments that come together are read aloud as one. */
const saidEvery = 6_000

/** Asks for the comments after each welcome, hears of new ones, and tells of them: to screen readers sparingly. */
export function CommentsKeeper() {
  useCommentList(useCommentWords())
  const workspace = useWorkspace()
  const { id } = useSelf()
  const threads = useThreads()
  const unread = (threads ?? []).filter((thread) => thread.resolved === undefined && isUnread(thread, id)).length
  useEffect(() => workspace.update({ unread }), [workspace, unread])
  return null
}

/** @param onNew is told of each comment that comes in; always the same function */
function useCommentList(onNew: (comment: Comment) => void): void {
  const editor = useEditor()
  const seat = useSeat()
  const visits = useObservable(editor.roundNews.visits)
  useEffect(() => {
    const book = commentsOf(editor)
    const end = editor.onEvent((event) => {
      const isNew = event.kind === 'comment' && !book.knows(event.comment.id)
      book.hear(event)
      const comment = isNew ? readComment(event) : undefined
      if (comment !== undefined) onNew(comment)
    })
    let isOver = false
    const load = async (): Promise<void> => {
      const since = book.moment()
      const list = await commentsApi.list(seat)
      if (list.ok && !isOver) book.takeList(list.value.threads, since)
    }
    void load()
    // What was read meanwhile in another tab, or on another device of this person.
    const onLook = (): void => {
      if (document.visibilityState === 'visible') void load()
    }
    document.addEventListener('visibilitychange', onLook)
    return () => {
      isOver = true
      end()
      document.removeEventListener('visibilitychange', onLook)
    }
  }, [editor, seat, visits, onNew])
}

function readComment(event: RoomEvent): Comment | undefined {
  return event.kind === 'comment' ? commentSchema.safeParse(event.comment).data : undefined
}

/** Says who wrote; to whom is spoken to by name also on the screen, with the way there. */
function useCommentWords(): (comment: Comment) => void {
  const t = useTranslations('comments')
  const editor = useEditor()
  const workspace = useWorkspace()
  const words = useRef(t)
  useEffect(() => {
    words.current = t
  }, [t])
  const tell = useRef<(comment: Comment) => void>(undefined)
  useEffect(() => {
    let unsaid: string[] = []
    let saying: ReturnType<typeof setTimeout> | undefined
    const say = (): void => {
      saying = undefined
      const [name] = unsaid
      if (name === undefined) return
      announce(words.current('announce.wrote', { name, more: unsaid.length - 1 }))
      unsaid = []
      saying = setTimeout(say, saidEvery)
    }
    tell.current = ({ id, by, thread, mentions, deleted }) => {
      const self = editor.self.get().id
      if (deleted === true || by.id === self) return
      const { panel, comment: place } = workspace.get()
      const isOpen = panel === 'comments' && place?.kind === 'thread' && place.id === thread
      if (mentions.some((one) => one.id === self) && !isOpen) {
        toast(words.current('announce.spoken', { name: by.name }), {
          id: `comment ${id}`,
          duration: 15_000,
          action: {
            label: words.current('announce.open'),
            onClick: () => workspace.openComments({ kind: 'thread', id: thread }),
          },
        })
        return
      }
      unsaid.push(by.name)
      if (saying === undefined) say()
    }
    return () => clearTimeout(saying)
  }, [editor, workspace])
  const [stable] = useState(() => (comment: Comment) => tell.current?.(comment))
  return stable
}
