'use client'
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'

// Loaded when they are first opened: none is needed to see and edit the map.
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog }))
const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette')).CommandPalette }))
const ExportDialog = lazy(async () => ({ default: (await import('./export/ExportDialog')).ExportDialog }))
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }))
const PasteListDialog = lazy(async () => ({ default: (await import('./PasteListDialog')).PasteListDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('./share/ShareDialog')).ShareDialog }))
const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet')).ShortcutSheet }))

/** The dialog that is open, if any. */
export function Dialogs() {
  const workspace = useWorkspace()
  const dialog = useWorkspaceState((state) => state.dialog)
  const pastedText = useWorkspaceState((state) => state.pastedText)
  const droppedFile = useWorkspaceState((state) => state.droppedFile)
  useFocusReturn(dialog !== undefined)
  const close = (): void => workspace.closeDialog()
  const draw = (): ReactNode => {
    switch (dialog) {
      case undefined:
        return null
      case 'about':
        return <AboutDialog onClose={close} />
      case 'palette':
        return <CommandPalette onClose={close} />
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
  return <Suspense fallback={null}>{draw()}</Suspense>
}

/**
 * Brings the focus back to where it was when the last dialog closes. Menus that opened a dialog are
 * gone by then; the canvas takes the focus in their place.
 */
function useFocusReturn(open: boolean): void {
  const workspace = useWorkspace()
  const before = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  if (open && !wasOpen.current && typeof document !== 'undefined') before.current = document.activeElement
  useEffect(() => {
    const closed = wasOpen.current && !open
    wasOpen.current = open
    if (!closed) return undefined
    const timer = setTimeout(() => {
      const active = document.activeElement
      if (active !== null && active !== document.body) return
      const last = before.current
      if (last instanceof HTMLElement && last.isConnected && last !== document.body) last.focus()
      else workspace.get().camera?.focus?.()
    }, 60)
    return () => clearTimeout(timer)
  }, [open, workspace])
}
