'use client'
import { useEffect } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { usePreload } from '../hooks/usePreload'
import { latePart } from '../ui/latePart'
import { floatingParts } from '../ui/lateUi'

const OpenDialog = latePart(async () => (await import('./OpenDialog')).OpenDialog)

// What floats belongs to no dialog, nor to any one panel.
const early = [...floatingParts, OpenDialog]

/** Dialogs that one types into at once, and where. */
const typedInto: ReadonlyMap<string, string> = new Map([
  ['palette', '[data-palette-field]'],
  ['paste-list', '[data-paste-field]'],
])

/** The dialog that is open, if any, with the keys held that are typed before it is there. */
export function Dialogs() {
  const workspace = useWorkspace()
  const dialog = useWorkspaceState((state) => state.dialog)
  useFocusReturn()
  usePreload(early)
  const into = dialog === undefined ? undefined : typedInto.get(dialog)
  useHeldKeys(into === undefined ? undefined : { into, giveUp: workspace.closeDialog })
  return dialog === undefined ? null : <OpenDialog />
}

/**
 * Brings the focus back to where it was when the last dialog closes. Menus that opened a dialog are
 * gone by then; the canvas takes the focus in their place.
 */
function useFocusReturn(): void {
  const workspace = useWorkspace()
  useEffect(() => {
    let open = workspace.get().dialog !== undefined
    let before: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const giveBack = (): void => {
      const active = document.activeElement
      if (active !== null && active !== document.body) return
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else workspace.get().camera?.focus?.()
    }
    const end = workspace.subscribe(() => {
      const isOpen = workspace.get().dialog !== undefined
      if (isOpen === open) return
      open = isOpen
      clearTimeout(timer)
      if (isOpen) before = document.activeElement
      else timer = setTimeout(giveBack, 60)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [workspace])
}
