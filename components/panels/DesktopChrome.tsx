'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useSelection, useView } from '../hooks/useMap'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { analysisPanels } from '../hooks/workspace'
import { latePart } from '../ui/latePart'
import { FindPanel } from './FindPanel'
import { FloatingPanel } from './FloatingPanel'
import { FollowStrip } from './Following'
import { AnalysisPanel, widePanels } from './analysis/AnalysisPanel'
import { ShownStrip } from './analysis/ShownStrip'
import { IssuesPanel } from './IssuesPanel'
import { MapIsland } from './MapIsland'
import { OfflineNotice } from './OfflineNotice'
import { PeopleIsland } from './PeopleIsland'
import { ToolRail } from './ToolRail'
import { PulseStrips } from './whatif/push/PulseStrips'
import { ZoomIsland } from './ZoomIsland'

// Not needed to see a map; what comes with them is a good part of the page's weight.
const Inspector = latePart(async () => (await import('./inspector/Inspector')).Inspector)
const Outline = latePart(async () => (await import('../outline/Outline')).Outline)

/** The islands and panels of a wide screen. The space between them belongs to the canvas. */
export function DesktopChrome() {
  return (
    <div className="pointer-events-none absolute inset-0 z-20">
      <header className="absolute inset-x-3 top-3 flex items-start justify-between gap-3">
        <MapIsland />
        {/* Where there is no room between the islands, below them and below what the canvas says there. */}
        <div className="flex min-w-0 flex-1 flex-col items-center gap-2 max-lg:absolute max-lg:inset-x-0 max-lg:top-24 max-lg:px-16">
          <OfflineNotice />
          <FollowStrip />
          <PulseStrips />
          <ShownStrip />
        </div>
        <PeopleIsland />
      </header>
      <div className="absolute start-3 top-16 bottom-31 flex items-start gap-2.5">
        <ToolRail />
        <SidePanel />
      </div>
      <div className="absolute end-3 top-16 bottom-16 flex items-start">
        <InspectorWhenNeeded />
      </div>
      <div className="absolute end-3 bottom-3">
        <ZoomIsland />
      </div>
    </div>
  )
}

/** The inspector comes with the first selection, or soon after the page, before the network may go. */
function InspectorWhenNeeded() {
  const { elements, links } = useSelection()
  useEffect(() => {
    const timer = setTimeout(Inspector.preload, 1_000)
    return () => clearTimeout(timer)
  }, [])
  return elements.length + links.length === 0 ? null : <Inspector />
}

/** The panel beside the tools that is open, if any. */
function SidePanel() {
  const t = useTranslations('panels')
  const tAnalysis = useTranslations('analysis')
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
  switch (panel) {
    case undefined:
    case 'people':
      return null
    case 'find':
      return (
        <FloatingPanel title={t('find.title')}>
          <FindPanel />
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
    case 'issues':
      return (
        <FloatingPanel title={t('issues.title')}>
          <IssuesPanel />
        </FloatingPanel>
      )
  }
}
