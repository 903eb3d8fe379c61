'use client'
import { ListTree, Maximize, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useUndo } from '../../hooks/useUndo'
import { IconButton } from '../../ui/IconButton'
import { BarRule, Island } from '../Island'

/** Undo, the whole map, the map as text: always one tap away. */
export function MapTools() {
  const t = useTranslations('panels')
  const workspace = useWorkspace()
  const camera = useWorkspaceState((state) => state.camera)
  const mayEdit = useMayEdit()
  const { canUndo, undo } = useUndo()
  return (
    <Island role="region" aria-label={t('zoom.label')} data-region="zoom" className="flex items-center p-0.5">
      {mayEdit && canUndo ? (
        <>
          <IconButton label={t('top.undo')} className="size-11" onClick={undo}>
            <Undo2 size={20} aria-hidden />
          </IconButton>
          <BarRule />
        </>
      ) : null}
      <IconButton
        label={t('zoom.fit')}
        className="size-11"
        onClick={() => {
          workspace.movedByHand()
          camera?.fit()
        }}
      >
        <Maximize size={20} aria-hidden />
      </IconButton>
      <BarRule />
      <IconButton label={t('outline.title')} className="size-11" onClick={() => workspace.togglePanel('outline')}>
        <ListTree size={20} aria-hidden />
      </IconButton>
    </Island>
  )
}
