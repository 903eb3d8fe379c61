'use client'
import { useTranslations } from 'next-intl'
import { useView } from '../hooks/useMap'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useIsDrawn, usePreload } from '../hooks/usePreload'
import { analysisPanels } from '../hooks/workspace'
import { latePart } from '../ui/latePart'
import { FloatingPanel } from './FloatingPanel'
import { FollowStrip } from './Following'
import { AnalysisPanel } from './analysis/AnalysisPanel'
import { ShownStrip } from './analysis/ShownStrip'
import { widePanels } from './analysis/widePanels'
import { useInspectorOpen } from './inspector/useInspectorOpen'
import { MapIsland } from './MapIsland'
import { OfflineNotice } from './OfflineNotice'
import { PeopleIsland } from './PeopleIsland'
import { ToolRail } from './ToolRail'
import { ZoomIsland } from './ZoomIsland'

// Not needed to see a map; what comes with them is a good part of the page's weight.
const FindPanel = latePart(async () => (await import('./FindPanel')).FindPanel)
const Inspector = latePart(async () => (await import('./inspector/Inspector')).Inspector)
const IssuesPanel = latePart(async () => (await import('./IssuesPanel')).IssuesPanel)
const Outline = latePart(async () => (await import('../outline/Outline')).Outline)
const PulseStrips = latePart(async () => (await import('./whatif/push/PulseStrips')).PulseStrips)

/** What a first press may ask for. */
const early = [Inspector, FindPanel]

/** The islands and panels of a wide screen. The space between them belongs to the canvas. */
export function DesktopChrome() {
  usePreload(early)
  const isDrawn = useIsDrawn()
  return (
    <div className="pointer-events-none absolute inset-0 z-20">
      <header className="absolute inset-x-3 top-3 flex items-start justify-between gap-3">
        <MapIsland />
        {/* Where there is no room between the islands, below them and below what the canvas says there. */}
        <div className="flex min-w-0 flex-1 flex-col items-center gap-2 max-lg:absolute max-lg:inset-x-0 max-lg:top-24 max-lg:px-16">
          <OfflineNotice />
          <FollowStrip />
          {isDrawn ? <PulseStrips /> : null}
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

/** Apart from the chrome, so that a selection does not redraw that. */
function InspectorWhenNeeded() {
  const isOpen = useInspectorOpen()
  return isOpen ? <Inspector /> : null
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
