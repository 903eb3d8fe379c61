'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { classes } from '../../ui/classes'
import { islandLook } from '../Island'

/** "Showing R1 only · Show all", while an answer is looked at on the map without its panel. */
export function ShownStrip() {
  const t = useTranslations('analysis')
  const workspace = useWorkspace()
  const isAlone = useWorkspaceState((state) => state.panel === undefined)
  const only = useWorkspaceState((state) => state.spotlight?.name)
  const figures = useWorkspaceState((state) => state.overlay?.name)
  if (!isAlone || (only === undefined && figures === undefined)) return null
  return (
    <div
      role="status"
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 ps-3 pe-1')}
    >
      <span className="truncate text-body">
        {only === undefined ? t('showing', { name: figures ?? '' }) : t('only', { name: only })}
      </span>
      <button
        type="button"
        onClick={() => workspace.update({ spotlight: undefined, overlay: undefined })}
        className="h-9 shrink-0 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t(only === undefined ? 'hide' : 'showAll')}
      </button>
    </div>
  )
}
