'use client'
import { CircleDot, Grid2x2, Waypoints } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { viewNames, type ViewName } from '../hooks/workspace'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Island } from '../panels/Island'
import { useHasViews } from './useHasViews'

const icons = { map: Waypoints, grid: Grid2x2, rings: CircleDot } as const satisfies Record<ViewName, unknown>

/** The same stakeholders as a map or on a grid, each for themselves; on maps that have any. */
export function ViewSwitcher() {
  const t = useTranslations('views')
  const workspace = useWorkspace()
  const view = useWorkspaceState((state) => state.view)
  if (!useHasViews()) return null
  return (
    <Island className="flex h-11 items-center px-1">
      <SegmentedControl
        label={t('label')}
        value={view}
        onChange={(next) => workspace.showView(next)}
        className="border-none p-0"
        segments={viewNames.map((name) => {
          const Icon = icons[name]
          return {
            value: name,
            label: t(`names.${name}`),
            icon: (
              <>
                <Icon size={16} aria-hidden />
                <span className="max-xl:hidden">{t(`names.${name}`)}</span>
              </>
            ),
          }
        })}
      />
    </Island>
  )
}
