'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { openFind } from '../hooks/openFind'
import { useUndoActions } from '../hooks/useUndo'
import { cycleRegions } from './regions'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  )
}

/**
 * Keys that act wherever the focus is: palette, find, regions, undo. Single letters belong to the
 * canvas. What the canvas has acted on comes here as `defaultPrevented` and is left alone.
 */
export function useGlobalKeys(): void {
  const workspace = useWorkspace()
  const { undo, redo } = useUndoActions()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const command = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      const act = (action: () => void): void => {
        event.preventDefault()
        action()
      }
      if (event.key === 'F6') return act(() => cycleRegions(event.shiftKey ? -1 : 1))
      // An open dialog has the keyboard to itself.
      if (workspace.get().dialog !== undefined) return undefined
      if (command && key === 'k') return act(() => workspace.openDialog('palette'))
      if (command && key === 'f') {
        return act(() => openFind(workspace))
      }
      if (command && key === '/') return act(() => workspace.openDialog('shortcuts'))
      if (isTyping(event.target)) return undefined
      if (command && key === 'z') return act(event.shiftKey ? redo : undo)
      if (command && key === 'y') return act(redo)
      if (event.key === '?' && !command) return act(() => workspace.openDialog('shortcuts'))
      return undefined
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [workspace, undo, redo])
}
