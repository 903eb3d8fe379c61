'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import { useUndo } from '../hooks/useUndo'
import { IconButton } from '../ui/IconButton'
import { BarRule, Island } from './Island'
import { MapMenuButton } from './MapMenuButton'
import { MapTitle } from './MapTitle'
import { SyncChip } from './SyncChip'
import { ViewOnlyChip } from './ViewOnlyChip'

/** Menu, title, where the edits are, undo: the left of the top row. */
export function MapIsland() {
  const t = useTranslations('panels.top')
  const mayEdit = useMayEdit()
  const workspace = useWorkspace()
  const renaming = useWorkspaceState((state) => state.renamingMap)
  const setRenaming = (renamingMap: boolean): void => workspace.update({ renamingMap })
  const { canUndo, canRedo, undo, redo } = useUndo()
  return (
    <Island data-region="top" className="flex h-11 min-w-0 items-center gap-0.5 px-1">
      <MapMenuButton onRename={() => setRenaming(true)} />
      <MapTitle editing={renaming} onEdit={setRenaming} />
      <BarRule />
      <SyncChip />
      <ViewOnlyChip />
      {mayEdit && (
        <>
          <BarRule />
          <IconButton label={t('undo')} shortcut={['Mod', 'Z']} size="small" disabled={!canUndo} onClick={undo}>
            <Undo2 size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('redo')}
            shortcut={['Mod', 'Shift', 'Z']}
            size="small"
            disabled={!canRedo}
            onClick={redo}
          >
            <Redo2 size={18} aria-hidden />
          </IconButton>
        </>
      )}
    </Island>
  )
}
