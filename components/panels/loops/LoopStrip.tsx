'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { classes } from '../../ui/classes'
import { islandLook } from '../Island'

/** "Showing R1 only · Show all", while a loop is looked at without its panel. */
export function LoopStrip() {
  const t = useTranslations('panels.loops')
  const workspace = useWorkspace()
  const tag = useWorkspaceState((state) => (state.panel === undefined ? state.spotlight?.loop : undefined))
  if (tag === undefined) return null
  return (
    <div
      role="status"
      className={classes(islandLook, 'pointer-events-auto flex min-h-11 max-w-full items-center gap-1 ps-3 pe-1')}
    >
      <span className="truncate text-body">{t('only', { tag })}</span>
      <button
        type="button"
        onClick={() => workspace.update({ spotlight: undefined })}
        className="h-9 rounded-button px-3 text-body font-medium text-accent hover:bg-hover pointer-coarse:h-11"
      >
        {t('showAll')}
      </button>
    </div>
  )
}
