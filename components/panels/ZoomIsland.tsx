'use client'
import { CircleQuestionMark, Map as MapSign, Maximize, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toolbar } from 'radix-ui'
import { createObservable, type Observable } from '../../lib/base/observable'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { IconButton } from '../ui/IconButton'
import { Tooltip } from '../ui/Tooltip'
import { BarRule, Island } from './Island'

const fullSize: Observable<number> = createObservable(1)

/** Zoom, fit, minimap and help, at the same corner always. */
export function ZoomIsland() {
  const t = useTranslations('panels.zoom')
  const workspace = useWorkspace()
  const camera = useWorkspaceState((state) => state.camera)
  const minimap = useWorkspaceState((state) => state.minimap)
  const percent = useObservable(camera?.zoom ?? fullSize, (zoom) => Math.round(zoom * 100))
  const byHand = (move: () => void) => () => {
    workspace.movedByHand()
    move()
  }
  return (
    <Island role="region" aria-label={t('label')} data-region="zoom" className="p-1">
      <Toolbar.Root aria-label={t('label')} className="flex items-center">
        <Toolbar.Button asChild>
          <IconButton
            label={t('out')}
            shortcut={['Mod', '−']}
            size="small"
            tooltipSide="top"
            onClick={byHand(() => camera?.zoomOut())}
          >
            <Minus size={18} aria-hidden />
          </IconButton>
        </Toolbar.Button>
        <Tooltip label={t('actual')} shortcut={['Mod', '0']} side="top">
          <Toolbar.Button
            aria-label={t('actualNow', { percent })}
            onClick={byHand(() => camera?.zoomTo(1))}
            className="h-8 min-w-14 rounded-button px-1 text-second font-medium hover:bg-hover"
          >
            {t('percent', { percent })}
          </Toolbar.Button>
        </Tooltip>
        <Toolbar.Button asChild>
          <IconButton
            label={t('in')}
            shortcut={['Mod', '+']}
            size="small"
            tooltipSide="top"
            onClick={byHand(() => camera?.zoomIn())}
          >
            <Plus size={18} aria-hidden />
          </IconButton>
        </Toolbar.Button>
        <BarRule />
        <Toolbar.Button asChild>
          <IconButton
            label={t('fit')}
            shortcut={['Shift', '1']}
            size="small"
            tooltipSide="top"
            onClick={byHand(() => camera?.fit())}
          >
            <Maximize size={18} aria-hidden />
          </IconButton>
        </Toolbar.Button>
        <Toolbar.Button asChild>
          <IconButton
            label={t('minimap')}
            size="small"
            tooltipSide="top"
            active={minimap}
            onClick={() => workspace.update({ minimap: !minimap })}
          >
            <MapSign size={18} aria-hidden />
          </IconButton>
        </Toolbar.Button>
        <Toolbar.Button asChild>
          <IconButton
            label={t('help')}
            shortcut={['?']}
            size="small"
            tooltipSide="top"
            onClick={() => workspace.openDialog('shortcuts')}
          >
            <CircleQuestionMark size={18} aria-hidden />
          </IconButton>
        </Toolbar.Button>
      </Toolbar.Root>
    </Island>
  )
}
