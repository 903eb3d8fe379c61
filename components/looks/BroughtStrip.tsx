'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useSelf } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { classes } from '../ui/classes'
import { islandLook } from '../panels/Island'
import { lookAs } from './BroughtKeeper'
import { isFollowing } from './following'
import { useStripWords } from './stripWords'
import { useSeen } from './useSeen'
import { useShowing } from './useShowing'

/** "Ana shows everyone: Money ties · Back to my own". */
export function BroughtStrip({ aside }: { /** Stands before what can be pressed. */ readonly aside?: ReactNode }) {
  const t = useTranslations('looks.brought')
  const workspace = useWorkspace()
  const shown = useObservable(useEditor().shown)
  const brought = useWorkspaceState((state) => state.brought)
  const follows = useWorkspaceState((state) => state.brought !== undefined && isFollowing(state, state.brought))
  const me = useSelf().id
  const { stop } = useShowing()
  const look = useWorkspaceState((state) => state.look)
  const name = shown === undefined || shown.name === '' ? undefined : shown.name
  // How much of the map is meant is said here, where no other strip says it.
  const seen = useStripWords(look, useSeen(), name)
  if (shown === undefined || brought === undefined) return null
  const isMine = shown.by !== '' && shown.by === me
  const what = follows && !isMine && seen !== '' ? seen : (name ?? t('some'))
  const words = isMine
    ? t('mine', { what })
    : shown.byName === ''
      ? t('byNobody', { what })
      : t('by', { name: shown.byName, what })
  const act = (): void => {
    if (isMine) void stop()
    else if (follows) lookAs(workspace, brought.own)
    else lookAs(workspace, brought)
  }
  return (
    <div
      role="status"
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 py-1 ps-3 pe-1')}
    >
      <span title={words} className="line-clamp-3 min-w-0 text-body break-words" dir="auto">
        {words}
      </span>
      {aside}
      <button
        type="button"
        onClick={act}
        className="h-9 shrink-0 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t(isMine ? 'stop' : follows ? 'back' : 'again')}
      </button>
    </div>
  )
}
