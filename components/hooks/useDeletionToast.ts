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
/** What that step is said to have taken. */
let saidGone: ReadonlySet<string> = new Set()

/** Takes back what was said of a deletion if one of these has come back: it stands there no longer as said. */
export function takeBackDeletion(back: readonly string[]): void {
  if (back.some((id) => saidGone.has(id))) putAway?.()
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
      saidGone = new Set(patch.changes.flatMap((one) => (one.kind === 'delete' ? [one.id] : [])))
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
