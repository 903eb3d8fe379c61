'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'

/** What stands around the map: panels and what floats on it have an Esc of their own. */
const around = ['top', 'tools', 'people', 'zoom', 'views'].map((region) => `[data-region=${region}]`).join(',')

/**
 * From a button around the map, Esc closes the panel that is open beside it and gives the keyboard to the map, or to
 * the view that stands in its place.
 */
export function useEscapeToMap(): void {
  const workspace = useWorkspace()
  useEffect(() => {
    const onKey = ({ key, target, isComposing }: KeyboardEvent): void => {
      if (key !== 'Escape' || isComposing || isTyping(target)) return
      const { view, dialog, panel, camera } = workspace.get()
      if (dialog !== undefined || !(target instanceof Element) || target.closest(around) === null) return
      // What hangs on the button takes it first.
      if (target.closest('[aria-expanded=true]') !== null) return
      if (panel !== undefined) workspace.closePanel()
      if (view === 'map') camera?.focus?.()
      else focusView()
    }
    // Before a tooltip, which takes Esc for itself.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [workspace])
}

/** What is worked with in the view: the cell or chip that Tab stops at, or else its first button. */
function focusView(): void {
  const host = document.querySelector('[data-region=canvas][data-view]')
  const stop =
    host?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]') ??
    host?.querySelector<HTMLElement>('[role=group] button:not([tabindex="-1"])') ??
    host?.querySelector<HTMLElement>('button:not([tabindex="-1"])')
  stop?.focus({ preventScroll: true })
}
