'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { PatchLabel } from '../../lib/model/mapPatch'
import { toast } from '../ui/toast'
import { useEditor, useWorkspace, useWorkspaceState } from './EditorProvider'
import { problemValues, stayedKey } from './problemWords'
import { inOwnWords, sayStep } from './stepLabel'
import { redoStep, undoStep } from './undoStep'
import { useObservable } from './useObservable'

export interface Undo {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Takes back one's own last step and says in a toast which one it was; an arrangement that is under way is given up instead. */
  readonly undo: () => void
  readonly redo: () => void
}

/** The toast that named the last step taken back, on this page. */
let shown: string | number | undefined

/** Takes away what was said of the last step taken back: something newer is to be said. */
export function dismissUndone(): void {
  if (shown !== undefined) toast.dismiss(shown)
  shown = undefined
}

/** Undo and redo of one's own steps. */
export function useUndo(): Undo {
  const { canUndo, canRedo } = useObservable(useEditor().undoState)
  const isUnderWay = useWorkspaceState(({ arranging, putBack }) => (arranging ?? putBack) !== undefined)
  return { canUndo: canUndo || isUnderWay, canRedo, ...useUndoActions() }
}

/** The same without following whether there is something to undo: never redraws a component. */
export function useUndoActions(): Pick<Undo, 'undo' | 'redo'> {
  const editor = useEditor()
  const workspace = useWorkspace()
  const t = useTranslations('steps')
  const problems = useTranslations('problems')
  const sectors = useTranslations('panels.sectors')
  const ties = useTranslations('panels.inspector.tieTypes')
  const put = useCallback(
    (kind: 'undid' | 'redid', label: PatchLabel | undefined) => {
      if (label === undefined) return toast(t('overtaken'))
      const stayed = label.stayed && problems(stayedKey(label.stayed), problemValues(label.stayed))
      if (stayed !== undefined && label.isRefused === true) return toast(stayed)
      const step = sayStep(t, inOwnWords(label, { sector: sectors, tie: ties }))
      if (label.isOvertaken === true) return toast(t('stays', { step }))
      const notes = [label.withOthers === true ? t('withOthers') : [], stayed ?? []].flat()
      return toast(t(kind, { step }), notes.length === 0 ? {} : { description: notes.join(' ') })
    },
    [problems, sectors, t, ties],
  )
  const say = useCallback(
    (kind: 'undid' | 'redid', label: PatchLabel | undefined) => {
      // A toast of the same id would change in its old place, behind those that came after it.
      dismissUndone()
      // What it takes back, or brings back, is not said beside it.
      toast.past('arranged')
      shown = put(kind, label)
    },
    [put],
  )
  const undo = useCallback(() => {
    const done = undoStep(editor, workspace)
    if (done.kind === 'undid') say('undid', done.label)
  }, [editor, say, workspace])
  const redo = useCallback(() => {
    const done = redoStep(editor, workspace)
    if (done.kind === 'undid') say('redid', done.label)
  }, [editor, say, workspace])
  return { undo, redo }
}
