'use client'
import { useEffect, type ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { usePreload } from '../hooks/usePreload'
import { latePart } from '../ui/latePart'
import { floatingParts } from '../ui/lateUi'

// Loaded when they are first opened: none is needed to see and edit the map.
const AboutDialog = latePart(async () => (await import('./AboutDialog')).AboutDialog)
const CommandPalette = latePart(async () => (await import('./CommandPalette')).CommandPalette)
const DeleteMapDialog = latePart(async () => (await import('./DeleteMapDialog')).DeleteMapDialog)
const ExportDialog = latePart(async () => (await import('./export/ExportDialog')).ExportDialog)
const ImportDialog = latePart(async () => (await import('./ImportDialog')).ImportDialog)
const PasteListDialog = latePart(async () => (await import('./PasteListDialog')).PasteListDialog)
const ShareDialog = latePart(async () => (await import('./share/ShareDialog')).ShareDialog)
const ShortcutSheet = latePart(async () => (await import('./ShortcutSheet')).ShortcutSheet)

// One types into the palette at once. And what floats belongs to no dialog, nor to any one panel.
const early = [...floatingParts, CommandPalette]

/** Dialogs that one types into at once, and where. */
const typedInto: ReadonlyMap<string, string> = new Map([
  ['palette', '[data-palette-field]'],
  ['paste-list', '[data-paste-field]'],
])

/** The dialog that is open, if any. */
export function Dialogs() {
  const workspace = useWorkspace()
  const dialog = useWorkspaceState((state) => state.dialog)
  const pastedText = useWorkspaceState((state) => state.pastedText)
  const droppedFile = useWorkspaceState((state) => state.droppedFile)
  useFocusReturn()
  usePreload(early)
  const close = (): void => workspace.closeDialog()
  const into = dialog === undefined ? undefined : typedInto.get(dialog)
  useHeldKeys(into === undefined ? undefined : { into, giveUp: close })
  const draw = (): ReactNode => {
    switch (dialog) {
      case undefined:
        return null
      case 'about':
        return <AboutDialog onClose={close} />
      case 'palette':
        return <CommandPalette onClose={close} />
      case 'delete-map':
        return <DeleteMapDialog onClose={close} />
      case 'export':
        return <ExportDialog onClose={close} />
      case 'import':
        return <ImportDialog file={droppedFile} onClose={close} />
      case 'paste-list':
        return <PasteListDialog text={pastedText ?? ''} onClose={close} />
      case 'share':
        return <ShareDialog onClose={close} />
      case 'shortcuts':
        return <ShortcutSheet onClose={close} />
    }
  }
  return draw()
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
