'use client'
import { CircleQuestionMark, Map as MapSign, Maximize, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createObservable, type Observable } from '../../lib/base/observable'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { IconButton } from '../ui/IconButton'
import { Toolbar } from '../ui/Toolbar'
import { Tooltip } from '../ui/Tooltip'
import { BarRule, Island } from './Island'

const fullSize: Observable<number> = createObservable(1)
const never: Observable<boolean> = createObservable(false)

/** Zoom, fit, minimap and help, at the same corner always. */
export function ZoomIsland() {
  const t = useTranslations('panels.zoom')
  const workspace = useWorkspace()
  const camera = useWorkspaceState((state) => state.camera)
  const minimap = useWorkspaceState((state) => state.minimap)
  const hasOverview = useObservable(camera?.hasOverview ?? never)
  const percent = useObservable(camera?.zoom ?? fullSize, (zoom) => Math.round(zoom * 100))
  const byHand = (move: () => void) => () => {
    workspace.movedByHand()
    move()
  }
  return (
    <Island role="region" aria-label={t('label')} data-region="zoom" className="p-1">
      <Toolbar label={t('label')} className="flex items-center">
        <IconButton
          label={t('out')}
          shortcut={['Mod', '−']}
          size="small"
          tooltipSide="top"
          onClick={byHand(() => camera?.zoomOut())}
        >
          <Minus size={18} aria-hidden />
        </IconButton>
        <Tooltip label={t('actual')} shortcut={['Mod', '0']} side="top">
          <button
            type="button"
            aria-label={t('actualNow', { percent })}
            onClick={byHand(() => camera?.zoomTo(1))}
            className="h-8 min-w-14 rounded-button px-1 text-second font-medium hover:bg-hover"
          >
            {t('percent', { percent })}
          </button>
        </Tooltip>
        <IconButton
          label={t('in')}
          shortcut={['Mod', '+']}
          size="small"
          tooltipSide="top"
          onClick={byHand(() => camera?.zoomIn())}
        >
          <Plus size={18} aria-hidden />
        </IconButton>
        <BarRule />
        <IconButton
          label={t('fit')}
          shortcut={['Shift', '1']}
          size="small"
          tooltipSide="top"
          onClick={byHand(() => camera?.fit())}
        >
          <Maximize size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={t(hasOverview ? 'minimap' : 'minimapNeedless')}
          size="small"
          tooltipSide="top"
          active={minimap && hasOverview}
          aria-disabled={!hasOverview}
          onClick={() => hasOverview && workspace.update({ minimap: !minimap })}
          className="max-lg:hidden"
        >
          <MapSign size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={t('help')}
          shortcut={['?']}
          size="small"
          tooltipSide="top"
          onClick={() => workspace.openDialog('shortcuts')}
        >
          <CircleQuestionMark size={18} aria-hidden />
        </IconButton>
      </Toolbar>
    </Island>
  )
}
