'use client'
import { useTranslations } from 'next-intl'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { analysisPanels, practicePanels } from '../hooks/workspace'
import { latePart } from '../ui/latePart'
import { AnalysisPanel } from './analysis/AnalysisPanel'
import { widePanels } from './analysis/widePanels'
import { FindPanel } from './FindPanel'
import { FloatingPanel } from './FloatingPanel'
import { IssuesPanel } from './IssuesPanel'
import { PracticePanel } from './practices/PracticePanel'

const LooksPanel = latePart(async () => (await import('../looks/LooksPanel')).LooksPanel)
const InventoryPanel = latePart(async () => (await import('./inventory/InventoryPanel')).InventoryPanel)
const AgendaPanel = latePart(async () => (await import('../meeting/AgendaPanel')).AgendaPanel)
const CommentsPanel = latePart(async () => (await import('../meeting/comments/CommentsPanel')).CommentsPanel)
const RoundsPanel = latePart(async () => (await import('../meeting/RoundsPanel')).RoundsPanel)
const VersionsPanel = latePart(async () => (await import('./versions/VersionsPanel')).VersionsPanel)
const Outline = latePart(async () => (await import('../outline/Outline')).Outline)

/** The panel beside the tools that is open, if any. */
export function SidePanel() {
  const t = useTranslations('panels')
  const tAnalysis = useTranslations('analysis')
  const tInventory = useTranslations('inventory')
  const tPractices = useTranslations('practices.panels')
  const tLooks = useTranslations('looks')
  const tAgenda = useTranslations('agenda')
  const tRounds = useTranslations('rounds')
  const tComments = useTranslations('comments')
  const tVersions = useTranslations('versions')
  const panel = useWorkspaceState((state) => state.panel)
  const count = useView((view) => view.elements.size)
  const analysis = analysisPanels.find((name) => name === panel)
  if (analysis !== undefined) {
    return (
      <FloatingPanel title={tAnalysis(`tabs.${analysis}`)} wide={widePanels.has(analysis)}>
        <AnalysisPanel panel={analysis} />
      </FloatingPanel>
    )
  }
  const practice = practicePanels.find((name) => name === panel)
  if (practice !== undefined) {
    return (
      <FloatingPanel title={tPractices(`${practice}.title`)} wide>
        <PracticePanel panel={practice} />
      </FloatingPanel>
    )
  }
  switch (panel) {
    case 'find':
      return (
        <FloatingPanel title={t('find.title')}>
          <FindPanel />
        </FloatingPanel>
      )
    case 'looks':
      return (
        <FloatingPanel title={tLooks('title')}>
          <LooksPanel />
        </FloatingPanel>
      )
    case 'comments':
      return (
        <FloatingPanel title={tComments('title')}>
          <CommentsPanel />
        </FloatingPanel>
      )
    case 'versions':
      return (
        <FloatingPanel title={tVersions('title')}>
          <VersionsPanel />
        </FloatingPanel>
      )
    case 'rounds':
      return (
        <FloatingPanel title={tRounds('title')}>
          <RoundsPanel />
        </FloatingPanel>
      )
    case 'agenda':
      return (
        <FloatingPanel title={tAgenda('title')}>
          <AgendaPanel />
        </FloatingPanel>
      )
    case 'outline':
      return (
        <FloatingPanel
          title={t('outline.title')}
          aside={<span className="pe-1 text-second text-muted">{t('outline.count', { count })}</span>}
        >
          <Outline />
        </FloatingPanel>
      )
    case 'inventory':
      return (
        <FloatingPanel title={tInventory('title')} wide={widePanels.has(panel)}>
          <InventoryPanel />
        </FloatingPanel>
      )
    case 'issues':
      return (
        <FloatingPanel title={t('issues.title')}>
          <IssuesPanel />
        </FloatingPanel>
      )
    default:
      return null
  }
}
