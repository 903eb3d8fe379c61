'use client'
import { MessageSquare, Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection, useSelf } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { commentsApi } from './commentsApi'
import type { Thread } from './commentBook'
import { filterThreads, isUnread, newestOf, type ThreadFilter } from './threadFacts'
import { ThreadRow } from './ThreadRow'
import { commentsOf, useCommentRights } from './useComments'

const conditions = ['unread', 'mine', 'selected'] as const
export const plainFilter: ThreadFilter = { state: 'open', unread: false, mine: false, selected: false }

/** All threads of the map, those that were written in last first, and what of them one wants to see. */
export function ThreadList({
  threads,
  filter,
  onFilter,
}: {
  readonly threads: readonly Thread[]
  readonly filter: ThreadFilter
  readonly onFilter: (filter: ThreadFilter) => void
}) {
  const t = useTranslations('comments')
  const workspace = useWorkspace()
  const selection = useSelection()
  const { id: self } = useSelf()
  const { mayWrite, mayRun } = useCommentRights()
  const shown = filterThreads(threads, filter, { self, selection })
  const countOf = (state: 'open' | 'resolved'): number =>
    threads.filter(({ resolved }) => (resolved !== undefined) === (state === 'resolved')).length
  const isNarrowed = conditions.some((condition) => filter[condition])
  return (
    <>
      <div className="flex shrink-0 flex-col gap-2 px-4 pb-3">
        <SegmentedControl
          label={t('filter.state')}
          value={filter.state}
          onChange={(state) => onFilter({ ...filter, state })}
          segments={(['open', 'resolved'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`, { count: countOf(value) }),
          }))}
        />
        <div role="group" aria-label={t('filter.label')} className="flex flex-wrap gap-1.5">
          {conditions.map((condition) => (
            <button
              key={condition}
              type="button"
              aria-pressed={filter[condition]}
              onClick={() => onFilter({ ...filter, [condition]: !filter[condition] })}
              className={classes(
                'inline-flex min-h-7 items-center rounded-full border px-2.5 text-meta transition-colors pointer-coarse:min-h-11 pointer-coarse:px-3.5',
                filter[condition]
                  ? 'border-accent bg-accent-tint font-medium text-accent'
                  : 'border-quiet-border bg-panel text-muted hover:bg-hover',
              )}
            >
              {t(`filter.${condition}`)}
            </button>
          ))}
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4">
        {shown.length === 0 ? (
          <Empty
            words={t(
              isNarrowed
                ? 'empty.narrowed'
                : filter.state === 'resolved'
                  ? 'empty.resolved'
                  : mayWrite
                    ? 'empty.write'
                    : 'empty.read',
            )}
          />
        ) : (
          <ul aria-label={t('threads')}>
            {shown.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} />
            ))}
          </ul>
        )}
      </div>
      <Foot
        threads={threads}
        balance={mayRun && threads.length > 0 ? () => workspace.openComments({ kind: 'balance' }) : undefined}
      />
    </>
  )
}

function Empty({ words }: { readonly words: string }) {
  return (
    <p className="flex flex-col items-center gap-2 px-2 py-6 text-center text-body text-balance text-muted">
      <MessageSquare size={24} aria-hidden className="text-quiet-border" />
      {words}
    </p>
  )
}

/** What is done about all of them at once. */
function Foot({
  threads,
  balance,
}: {
  readonly threads: readonly Thread[]
  readonly balance: (() => void) | undefined
}) {
  const t = useTranslations('comments')
  const editor = useEditor()
  const seat = useSeat()
  const unread = threads.filter((thread) => isUnread(thread, seat.participant))
  const [isBusy, setBusy] = useState(false)
  const readAll = async (): Promise<void> => {
    const upTo = Object.fromEntries(unread.map((thread) => [thread.id, newestOf(thread)]))
    setBusy(true)
    const done = await commentsApi.read(seat, upTo)
    setBusy(false)
    if (done.ok) commentsOf(editor).noteRead(upTo)
  }
  if (unread.length === 0 && balance === undefined) return <div className="h-2 shrink-0" />
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-between gap-1 border-t border-hairline px-2 py-1.5">
      {balance === undefined ? (
        <span />
      ) : (
        <Button size="small" variant="quiet" icon={<Scale size={16} aria-hidden />} onClick={balance}>
          {t('balance.title')}
        </Button>
      )}
      {unread.length === 0 ? null : (
        <Button size="small" variant="quiet" busy={isBusy} onClick={() => void readAll()}>
          {t('readAll')}
        </Button>
      )}
    </div>
  )
}
