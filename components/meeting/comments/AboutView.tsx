'use client'
import { useTranslations } from 'next-intl'
import { anchorKey, type CommentAnchor } from '../../../lib/practice/comment'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSeat } from '../../hooks/useRounds'
import { commentsApi } from './commentsApi'
import { Composer } from './Composer'
import { KeptWords } from './KeptWords'
import { PanelHead } from './PanelHead'
import { ThreadRow } from './ThreadRow'
import { commentsOf, useCommentRights, useThreadsAbout } from './useComments'

/** What is written about one thing, and room to begin a thread about it. */
export function AboutView({ anchor }: { readonly anchor: CommentAnchor }) {
  const t = useTranslations('comments')
  const editor = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const { mayWrite } = useCommentRights()
  const threads = useThreadsAbout(anchor)
  return (
    <section aria-label={t('about')} className="flex min-h-0 flex-1 flex-col">
      <PanelHead about={{ anchor }} />
      {threads.length === 0 ? null : (
        <ul aria-label={t('threadsHere')} className="min-h-16 flex-1 overflow-y-auto px-4">
          {threads.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} isAboutKnown />
          ))}
        </ul>
      )}
      <div className={threads.length === 0 ? 'px-4 py-3' : 'shrink-0 border-t border-hairline px-4 py-3'}>
        {mayWrite ? (
          <Composer
            key={anchorKey(anchor)}
            place={`about ${anchorKey(anchor)}`}
            label={t('newLabel')}
            placeholder={t('newPlaceholder')}
            autoFocus
            send={async (words) => commentsApi.begin(seat, { ...words, anchor })}
            onSent={(answer) => {
              commentsOf(editor).take(answer)
              workspace.openComments({ kind: 'thread', id: answer.thread.id })
              announce(t('sent'))
            }}
          />
        ) : (
          <>
            <p className="text-second text-muted">{t('viewerReads')}</p>
            <KeptWords place={`about ${anchorKey(anchor)}`} />
          </>
        )}
      </div>
    </section>
  )
}
