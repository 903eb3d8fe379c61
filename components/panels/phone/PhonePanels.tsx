'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { analysisPanels, practicePanels } from '../../hooks/workspace'
import { latePart } from '../../ui/latePart'
import { Sheet } from '../../ui/Sheet'
import { AnalysisPanel } from '../analysis/AnalysisPanel'
import { FindPanel } from '../FindPanel'
import { IssuesPanel } from '../IssuesPanel'
import { PracticePanel } from '../practices/PracticePanel'

const LooksPanel = latePart(async () => (await import('../../looks/LooksPanel')).LooksPanel)
const InventoryPanel = latePart(async () => (await import('../inventory/InventoryPanel')).InventoryPanel)
const AgendaPanel = latePart(async () => (await import('../../meeting/AgendaPanel')).AgendaPanel)
const CommentsPanel = latePart(async () => (await import('../../meeting/comments/CommentsPanel')).CommentsPanel)
const RoundsPanel = latePart(async () => (await import('../../meeting/RoundsPanel')).RoundsPanel)
const VersionsPanel = latePart(async () => (await import('../versions/VersionsPanel')).VersionsPanel)
const Outline = latePart(async () => (await import('../../outline/Outline')).Outline)

/** Find, outline and faults, over the whole screen. */
export function PhonePanels() {
  const t = useTranslations()
  const workspace = useWorkspace()
  const panel = useWorkspaceState((state) => state.panel)
  if (panel === undefined) return null
  const analysis = analysisPanels.find((name) => name === panel)
  const practice = practicePanels.find((name) => name === panel)
  const close = workspace.closePanel
  return (
    <Sheet
      open
      modal
      height="full"
      title={
        analysis !== undefined
          ? t(`analysis.tabs.${analysis}`)
          : practice !== undefined
            ? t(`practices.panels.${practice}.title`)
            : panel === 'looks' ||
                panel === 'rounds' ||
                panel === 'agenda' ||
                panel === 'comments' ||
                panel === 'versions' ||
                panel === 'inventory'
              ? t(`${panel}.title`)
              : t(`panels.${panel}.title`)
      }
      onOpenChange={(open) => (open ? undefined : close())}
    >
      <div className="-mx-4 flex h-full flex-col">
        {panel === 'find' ? <FindPanel onDone={close} /> : null}
        {analysis === undefined ? null : <AnalysisPanel panel={analysis} onShow={close} />}
        {panel === 'outline' ? <Outline onShow={close} /> : null}
        {panel === 'looks' ? <LooksPanel onShow={close} /> : null}
        {panel === 'agenda' ? <AgendaPanel /> : null}
        {panel === 'rounds' ? <RoundsPanel /> : null}
        {panel === 'comments' ? <CommentsPanel /> : null}
        {panel === 'versions' ? <VersionsPanel /> : null}
        {panel === 'inventory' ? <InventoryPanel onShow={close} /> : null}
        {practice === undefined ? null : <PracticePanel panel={practice} onShow={close} />}
        {panel === 'issues' ? <IssuesPanel /> : null}
      </div>
    </Sheet>
  )
}
