'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { useSelection } from '../hooks/useMap'

/**
 * Moves the map a little when the panel that a selection opens would cover what was selected: one
 * thing only, and never under a pressed pointer, which may be about to drag it.
 */
export function useKeepInView(): void {
  const workspace = useWorkspace()
  const { elements, links } = useSelection()
  const only = elements.length + links.length === 1 ? (elements[0] ?? links[0]) : undefined
  useEffect(() => {
    if (only === undefined) return undefined
    const abort = new AbortController()
    const { signal } = abort
    // After the canvas has learned how much of it is covered.
    const reveal = (): void => {
      const timer = setTimeout(() => workspace.get().camera?.reveal?.([only]), 60)
      signal.addEventListener('abort', () => clearTimeout(timer))
    }
    if (pressed) window.addEventListener('pointerup', reveal, { once: true, signal })
    else reveal()
    return () => abort.abort()
  }, [only, workspace])
}

let pressed = false
if (typeof window !== 'undefined') {
  const follow = (event: PointerEvent): void => {
    pressed = event.buttons > 0
  }
  for (const kind of ['pointerdown', 'pointerup', 'pointercancel'] as const) {
    window.addEventListener(kind, follow, { capture: true, passive: true })
  }
}
