'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { classes } from '../../ui/classes'
import { islandLook } from '../Island'

/**
 * "Showing R1 only · Show all", while an answer is looked at on the map without its panel, or with the panel at
 * something else.
 */
export function ShownStrip() {
  const t = useTranslations('analysis')
  const workspace = useWorkspace()
  const isAlone = useWorkspaceState((state) => state.panel === undefined)
  const only = useWorkspaceState((state) => (state.panel === undefined ? state.spotlight?.name : undefined))
  const figures = useWorkspaceState(({ panel, overlay }) =>
    panel === undefined || overlay?.about !== undefined ? overlay?.name : undefined,
  )
  if (only === undefined && figures === undefined) return null
  const words = only === undefined ? t('showing', { name: figures ?? '' }) : t('only', { name: only })
  return (
    <div
      role="status"
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 ps-3 pe-1')}
    >
      <span title={words} className="line-clamp-2 py-1 text-body">
        {words}
      </span>
      <button
        type="button"
        onClick={() =>
          workspace.update(isAlone ? { spotlight: undefined, overlay: undefined } : { overlay: undefined })
        }
        className="h-9 shrink-0 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t(only === undefined ? 'hide' : 'showAll')}
      </button>
    </div>
  )
}
