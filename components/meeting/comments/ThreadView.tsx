'use client'
import { CircleCheck, MessageSquarePlus, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { CommentItem } from './CommentItem'
import { commentsApi } from './commentsApi'
import type { Thread } from './commentBook'
import { Composer } from './Composer'
import { KeptWords } from './KeptWords'
import { PanelHead } from './PanelHead'
import { newestOf } from './threadFacts'
import { useAnchorWords } from './useAnchorWords'
import { commentsOf, useCommentRights } from './useComments'
import { useAnchorBeside } from './useShowAnchor'

/** A thread: what it is about, all that was said, and room for an answer. Whoever looks at it has read it. */
export function ThreadView({
  thread,
  isAnswering = false,
}: {
  readonly thread: Thread
  /** One came here to write. */
  readonly isAnswering?: boolean
}) {
  const t = useTranslations('comments')
  const editor = useEditor()
  const workspace = useWorkspace()
  const { isThere } = useAnchorWords()(thread)
  const seat = useSeat()
  const { id: self } = useSelf()
  const { mayWrite, mayRun } = useCommentRights()
  const isResolved = thread.resolved !== undefined
  const mayResolve = mayRun || (mayWrite && thread.by.id === self)
  // What was new when one came stays marked as long as one looks.
  const [readBefore] = useState(thread.read)
  useReading(thread)
  useAnchorBeside(thread.anchor)
  const list = useRef<HTMLUListElement>(null)
  const count = thread.comments.length
  useEffect(() => {
    list.current?.parentElement?.scrollTo({ top: list.current.parentElement.scrollHeight })
  }, [count])
  return (
    <section aria-label={t('thread')} className="flex min-h-0 flex-1 flex-col">
      <PanelHead about={thread}>{mayResolve ? <ResolveButton thread={thread} /> : null}</PanelHead>
      <div className="min-h-24 flex-1 overflow-y-auto px-4 py-3">
        <ul ref={list} aria-label={t('said')} className="flex flex-col gap-4">
          {thread.comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              isNew={comment.number > readBefore && comment.by.id !== self && comment.deleted !== true}
            />
          ))}
        </ul>
      </div>
      {mayWrite && isThere ? (
        <div className="shrink-0 px-2 pb-1">
          <Button
            size="small"
            variant="quiet"
            icon={<MessageSquarePlus size={16} aria-hidden />}
            onClick={() => workspace.openComments({ kind: 'about', anchor: thread.anchor, another: true })}
          >
            {t('another')}
          </Button>
        </div>
      ) : null}
      <div className="shrink-0 border-t border-hairline px-4 py-3">
        {isResolved ? (
          <>
            <p className="flex items-center gap-1.5 text-second text-muted">
              <CircleCheck size={16} aria-hidden className="shrink-0 text-ok" />
              {t(mayResolve ? 'resolvedMay' : 'resolvedBy', { name: thread.resolved?.by ?? '' })}
            </p>
            <KeptWords place={`thread ${thread.id}`} />
          </>
        ) : mayWrite ? (
          <Composer
            key={thread.id}
            place={`thread ${thread.id}`}
            label={t('replyLabel')}
            placeholder={t('replyPlaceholder')}
            autoFocus={isAnswering}
            send={async (words) => commentsApi.reply(seat, thread.id, words)}
            onSent={(answer) => {
              commentsOf(editor).take(answer)
              announce(t('sent'))
            }}
          />
        ) : (
          <>
            <p className="text-second text-muted">{t('viewerReads')}</p>
            <KeptWords place={`thread ${thread.id}`} />
          </>
        )}
      </div>
    </section>
  )
}

function ResolveButton({ thread }: { readonly thread: Thread }) {
  const t = useTranslations('comments')
  const say = useApiProblem()
  const editor = useEditor()
  const seat = useSeat()
  const [isBusy, setBusy] = useState(false)
  const isResolved = thread.resolved !== undefined
  const resolve = async (): Promise<void> => {
    setBusy(true)
    const done = await commentsApi.resolve(seat, thread.id, !isResolved)
    setBusy(false)
    if (!done.ok) {
      toast.error(say(done.reason), { id: 'comments' })
      return
    }
    commentsOf(editor).takeHead(done.value)
    announce(t(isResolved ? 'announce.reopened' : 'announce.resolved'))
  }
  return (
    <Button
      size="small"
      variant="quiet"
      busy={isBusy}
      icon={isResolved ? <RotateCcw size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      onClick={() => void resolve()}
    >
      {t(isResolved ? 'reopen' : 'resolve')}
    </Button>
  )
}

/** Notes on the server what is in view here, for all tabs and devices of this seat. */
function useReading(thread: Thread): void {
  const editor = useEditor()
  const seat = useSeat()
  const newest = newestOf(thread)
  const isNews = newest > thread.read
  const { id } = thread
  useEffect(() => {
    if (!isNews || seat.participant === undefined) return
    commentsOf(editor).noteRead({ [id]: newest })
    void commentsApi.read(seat, { [id]: newest })
  }, [editor, seat, id, newest, isNews])
}
