'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useSelf, useView } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { classes } from '../ui/classes'
import { islandLook } from '../panels/Island'
import { focusRegion } from '../panels/regions'
import { isFollowing } from './following'
import { isInViews } from './lookFacts'
import { useStripWords } from './stripWords'
import { useSeen } from './useSeen'

/** "Showing 8 of 23 · Money only · Plain map", as long as one looks at the map in a way of one's own. */
export function LookStrip({ aside }: { /** Stands before what can be pressed. */ readonly aside?: ReactNode }) {
  const t = useTranslations('looks')
  const workspace = useWorkspace()
  const look = useWorkspaceState((state) => state.look)
  const from = useWorkspaceState((state) => state.lookFrom)
  const name = useView((view) => (from === undefined ? undefined : view.views.get(from)?.name))
  const words = useStripWords(look, useSeen(), name)
  const shown = useObservable(useEditor().shown)
  const me = useSelf().id
  const follows = useWorkspaceState((state) => state.brought !== undefined && isFollowing(state, state.brought))
  const isMap = useWorkspaceState(({ view }) => view === 'map')
  // Of colours, sizes and groups other views show nothing.
  const isElsewhere = !isMap && look !== undefined && !isInViews(look)
  // What somebody else brought says itself what is shown, and the way back from it.
  if (look === undefined || isElsewhere || (follows && shown?.by !== me)) return null
  return (
    <div
      role="status"
      data-look-strip=""
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 py-1 ps-3 pe-1')}
    >
      <button
        type="button"
        title={words}
        onClick={() => workspace.update({ panel: 'looks' })}
        className="line-clamp-3 min-h-9 min-w-0 text-start text-body break-words pointer-coarse:min-h-11"
        dir="auto"
      >
        {words}
      </button>
      {aside}
      <button
        type="button"
        onClick={() => {
          workspace.lookAt(undefined)
          // This goes with the look: the keyboard goes on at what is looked at.
          focusRegion('canvas')
        }}
        className="h-9 shrink-0 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t('plain')}
      </button>
    </div>
  )
}
