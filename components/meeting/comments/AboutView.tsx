'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { anchorKey, type CommentAnchor } from '../../../lib/practice/comment'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSeat } from '../../hooks/useRounds'
import { commentsApi } from './commentsApi'
import { Composer } from './Composer'
import { draftPlace, readDraft } from './drafts'
import { KeptWords } from './KeptWords'
import { PanelHead } from './PanelHead'
import { ThreadRow } from './ThreadRow'
import { ThreadView } from './ThreadView'
import { commentsOf, useCommentRights, useThreadsAbout } from './useComments'
import { useAnchorBeside } from './useShowAnchor'

/**
 * What is written about one thing, and room to begin a thread about it. Where one thread is there already that one is answered,
 * unless another was asked for.
 */
export function AboutView({ anchor, isAnother }: { readonly anchor: CommentAnchor; readonly isAnother: boolean }) {
  const t = useTranslations('comments')
  const editor = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const { mayWrite } = useCommentRights()
  const threads = useThreadsAbout(anchor)
  useAnchorBeside(anchor)
  const place = `about ${anchorKey(anchor)}`
  // Once one has begun to write, what others begin, or the server has stored by now, changes nothing of the field.
  const [hasBegun] = useState(() => readDraft(draftPlace(seat, place)).text !== '')
  const [isFirst] = useState(() => threads.length === 0)
  const isNew = isAnother || isFirst || hasBegun
  const [only, ...others] = threads
  if (!isNew && only !== undefined && others.length === 0) return <ThreadView key={only.id} thread={only} isAnswering />
  const isBeside = isAnother || !(isFirst || hasBegun)
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
        {mayWrite && isBeside && threads.length > 0 ? (
          <p className="pb-1.5 text-meta text-muted">{t('anotherHint')}</p>
        ) : null}
        {mayWrite ? (
          <Composer
            key={anchorKey(anchor)}
            place={place}
            label={t(isBeside ? 'anotherLabel' : 'newLabel')}
            placeholder={t(isBeside ? 'anotherPlaceholder' : 'newPlaceholder')}
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
            <KeptWords place={place} />
          </>
        )}
      </div>
    </section>
  )
}
