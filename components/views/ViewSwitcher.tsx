'use client'
import { CircleDot, Columns3, Grid2x2, Grid3x3, Table2, Waypoints } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import type { ViewName } from '../hooks/workspace'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Island } from '../panels/Island'
import { useViewNames } from './useViewNames'

const icons = {
  map: Waypoints,
  grid: Grid2x2,
  rings: CircleDot,
  columns: Columns3,
  matrix: Grid3x3,
  table: Table2,
} as const satisfies Record<ViewName, unknown>

/** The same elements in other ways, each for themselves; where there is more than one. */
export function ViewSwitcher() {
  const t = useTranslations('views')
  const workspace = useWorkspace()
  const view = useWorkspaceState((state) => state.view)
  const names = useViewNames()
  if (names.length < 2) return null
  return (
    <Island data-region="views" className="flex h-11 items-center px-1">
      <SegmentedControl
        label={t('label')}
        value={view}
        onChange={(next) => workspace.showView(next)}
        className="border-none p-0"
        segments={names.map((name) => {
          const Icon = icons[name]
          return {
            value: name,
            label: t(`names.${name}`),
            icon: (
              <>
                <Icon size={16} aria-hidden className="shrink-0" />
                {/* Where there is no room for all the words, the view that one is in has its own. */}
                <span className={name === view ? undefined : 'max-xl:hidden'}>{t(`names.${name}`)}</span>
              </>
            ),
          }
        })}
      />
    </Island>
  )
}
