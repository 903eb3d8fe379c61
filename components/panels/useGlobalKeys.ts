'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'
import { openFind } from '../hooks/openFind'
import { useUndoActions } from '../hooks/useUndo'
import { findGlobalAct, type GlobalAct } from './globalKeys'
import { cycleRegions } from './regions'

/**
 * Keys that act wherever the focus is: palette, find, regions, undo. Single letters belong to the
 * canvas. What the canvas has acted on comes here as `defaultPrevented` and is left alone.
 */
export function useGlobalKeys(): void {
  const workspace = useWorkspace()
  const { undo, redo } = useUndoActions()
  useEffect(() => {
    const carryOut: Readonly<Record<GlobalAct, () => void>> = {
      find: () => openFind(workspace),
      palette: () => workspace.openDialog('palette'),
      shortcuts: () => workspace.openDialog('shortcuts'),
      undo,
      redo,
      'next-part': () => cycleRegions(1),
      'previous-part': () => cycleRegions(-1),
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const { key, code, shiftKey: shift, altKey: alt } = event
      const act = findGlobalAct(
        { key, code, shift, alt, command: event.ctrlKey || event.metaKey },
        { isTyping: isTyping(event.target), hasDialog: workspace.get().dialog !== undefined },
      )
      if (act === undefined) return
      event.preventDefault()
      carryOut[act]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [workspace, undo, redo])
}
