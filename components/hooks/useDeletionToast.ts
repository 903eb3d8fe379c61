'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { MapPatch } from '../../lib/model/mapPatch'
import type { MapView } from '../../lib/model/mapView'
import { toast } from '../ui/toast'
import { deletionValues, mergeValues } from './deletionNews'
import { useEditor } from './EditorProvider'
import { useUndoActions } from './useUndo'

/** Takes away the toast of the last such step on this page, if it is still there. */
let putAway: (() => void) | undefined

/** That step, for who learns that it has come to nothing, and takes back what was said of it. */
export const lastDeletion: { changes: MapPatch['changes']; putAway(): void } = {
  changes: [],
  putAway: () => putAway?.(),
}

/**
 * Says what a deletion took, or what was merged, with a way to take it back. The toast goes with one's next change, since
 * undo would mean that one then; a screen reader is told by it alone.
 */
export function useDeletionToast(): (before: MapView, patch: Pick<MapPatch, 'changes' | 'label'>) => void {
  const editor = useEditor()
  const { undo } = useUndoActions()
  const t = useTranslations('steps')
  return useCallback(
    (before, patch) => {
      const [gone, merged] = [deletionValues(before, patch), mergeValues(before, patch)]
      const said = gone !== undefined ? t('gone', gone) : merged && t('mergedSaid', merged)
      if (said === undefined) return
      putAway?.()
      lastDeletion.changes = patch.changes
      const shown = toast(said, { action: { label: t('takeBack'), onClick: undo } })
      const end = editor.view.subscribe(() => {
        if (editor.isOwnChange()) putAway?.()
      })
      putAway = () => {
        end()
        toast.dismiss(shown)
        putAway = undefined
      }
    },
    [editor, t, undo],
  )
}
