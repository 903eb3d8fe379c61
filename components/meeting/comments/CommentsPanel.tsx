'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWorkspaceState } from '../../hooks/EditorProvider'
import { AboutView } from './AboutView'
import { BalanceView } from './BalanceView'
import { KeptWords } from './KeptWords'
import { plainFilter, ThreadList } from './ThreadList'
import { ThreadView } from './ThreadView'
import { BackButton } from './PanelHead'
import { useThreads } from './useComments'
import { anchorKey } from '../../../lib/practice/comment'

/** What people wrote about the map: the list of all threads, one of them, or all about one thing. */
export function CommentsPanel() {
  const t = useTranslations('comments')
  const place = useWorkspaceState((state) => state.comment)
  const [filter, setFilter] = useState(plainFilter)
  const threads = useThreads()
  if (place?.kind === 'about') {
    const { anchor, another = false } = place
    return <AboutView key={`${anchorKey(anchor)} ${String(another)}`} anchor={anchor} isAnother={another} />
  }
  if (threads === undefined) return <p className="px-4 pb-4 text-body text-muted">{t('loading')}</p>
  if (place?.kind === 'balance') return <BalanceView threads={threads} />
  if (place === undefined) return <ThreadList threads={threads} filter={filter} onFilter={setFilter} />
  const thread = threads.find(({ id }) => id === place.id)
  if (thread !== undefined) return <ThreadView key={thread.id} thread={thread} />
  return (
    <div className="flex items-start gap-1 ps-2 pe-4 pb-4">
      <BackButton />
      <div className="min-w-0 flex-1 pt-1.5">
        <p role="status" className="text-body text-muted">
          {t('threadGone')}
        </p>
        <KeptWords place={`thread ${place.id}`} />
      </div>
    </div>
  )
}
