'use client'
import type { ReactNode } from 'react'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { latePart } from '../ui/latePart'
import { CommandPalette } from './CommandPalette'

// Each when it is first opened; one types into the palette at once, so that it comes with this.
const AskDialog = latePart(async () => (await import('../meeting/AskDialog')).AskDialog)
const RoundDialog = latePart(async () => (await import('../meeting/RoundDialog')).RoundDialog)
const AboutDialog = latePart(async () => (await import('./AboutDialog')).AboutDialog)
const CheckInDialog = latePart(async () => (await import('./going/CheckInDialog')).CheckInDialog)
const CompareDialog = latePart(async () => (await import('./compare/CompareDialog')).CompareDialog)
const DefinitionsDialog = latePart(async () => (await import('./definitions/DefinitionsDialog')).DefinitionsDialog)
const DeleteMapDialog = latePart(async () => (await import('./DeleteMapDialog')).DeleteMapDialog)
const ExportDialog = latePart(async () => (await import('./export/ExportDialog')).ExportDialog)
const ImportDialog = latePart(async () => (await import('./ImportDialog')).ImportDialog)
const QuestionDialog = latePart(async () => (await import('./QuestionDialog')).QuestionDialog)
const PasteListDialog = latePart(async () => (await import('./PasteListDialog')).PasteListDialog)
const ReportDialog = latePart(async () => (await import('../meeting/report/ReportDialog')).ReportDialog)
const ShareDialog = latePart(async () => (await import('./share/ShareDialog')).ShareDialog)
const ShortcutSheet = latePart(async () => (await import('./ShortcutSheet')).ShortcutSheet)

/** The dialog that is open, if any. Itself it comes late: none is needed to see and edit the map. */
export function OpenDialog(): ReactNode {
  const workspace = useWorkspace()
  const dialog = useWorkspaceState((state) => state.dialog)
  const pastedText = useWorkspaceState((state) => state.pastedText)
  const droppedFile = useWorkspaceState((state) => state.droppedFile)
  const round = useWorkspaceState((state) => state.round)
  const close = (): void => workspace.closeDialog()
  switch (dialog) {
    case undefined:
      return null
    case 'about':
      return <AboutDialog onClose={close} />
    case 'ask':
      return <AskDialog onClose={close} />
    case 'round':
      return round === undefined ? null : <RoundDialog key={round} id={round} onClose={close} />
    case 'palette':
      return <CommandPalette onClose={close} />
    case 'check-in':
      return <CheckInDialog onClose={close} />
    case 'compare':
    case 'compare-start':
      return <CompareDialog fromStart={dialog === 'compare-start'} onClose={close} />
    case 'delete-map':
      return <DeleteMapDialog onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'import':
      return <ImportDialog file={droppedFile} onClose={close} />
    case 'question':
      return <QuestionDialog onClose={close} />
    case 'paste-list':
      return <PasteListDialog text={pastedText ?? ''} onClose={close} />
    case 'sectors':
      return <DefinitionsDialog of="sector" onClose={close} />
    case 'tie-kinds':
      return <DefinitionsDialog of="tie" onClose={close} />
    case 'report':
      return <ReportDialog onClose={close} />
    case 'share':
      return <ShareDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />
  }
}
