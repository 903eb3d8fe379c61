'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'

/** What stands around the map: panels and what floats on it have an Esc of their own. */
const around = ['top', 'tools', 'people', 'zoom'].map((region) => `[data-region=${region}]`).join(',')

/** From a button around the map, Esc closes the panel that is open beside it and gives the keyboard to the map. */
export function useEscapeToMap(): void {
  const workspace = useWorkspace()
  useEffect(() => {
    const onKey = ({ key, target, isComposing }: KeyboardEvent): void => {
      if (key !== 'Escape' || isComposing || isTyping(target)) return
      const { view, dialog, panel, camera } = workspace.get()
      if (view !== 'map' || dialog !== undefined || !(target instanceof Element) || target.closest(around) === null)
        return
      // What hangs on the button takes it first.
      if (target.closest('[aria-expanded=true]') !== null) return
      if (panel !== undefined) workspace.closePanel()
      camera?.focus?.()
    }
    // Before a tooltip, which takes Esc for itself.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [workspace])
}
