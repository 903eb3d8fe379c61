'use client'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useIsDrawn, usePreload } from '../hooks/usePreload'
import { latePart } from '../ui/latePart'
import { FollowStrip } from './Following'
import { useInspectorPlace } from './inspector/useInspectorPlace'
import { MapIsland } from './MapIsland'
import { PeopleIsland } from './PeopleIsland'
import { ToolRail } from './ToolRail'
import { ZoomIsland } from './ZoomIsland'

// Not needed to see a map; what comes with them is a good part of the page's weight.
const Inspector = latePart(async () => (await import('./inspector/Inspector')).Inspector)
const OfflineNotice = latePart(async () => (await import('./OfflineNotice')).OfflineNotice)
const PulseStrips = latePart(async () => (await import('./whatif/push/PulseStrips')).PulseStrips)
const ShownStrip = latePart(async () => (await import('./analysis/ShownStrip')).ShownStrip)
const ViewSwitcher = latePart(async () => (await import('../views/ViewSwitcher')).ViewSwitcher)
const SidePanel = latePart(async () => (await import('./SidePanel')).SidePanel)

/** What a first press may ask for. */
const early = [Inspector, SidePanel]

/** The islands and panels of a wide screen. The space between them belongs to the canvas. */
export function DesktopChrome() {
  usePreload(early)
  const isDrawn = useIsDrawn()
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const hasPanel = useWorkspaceState((state) => state.panel !== undefined && state.panel !== 'people')
  return (
    <div className="pointer-events-none absolute inset-0 z-20">
      <header className="absolute inset-x-3 top-3 flex items-start justify-between gap-3">
        <div className="flex min-w-0 items-start gap-2">
          <MapIsland />
          {isDrawn ? <ViewSwitcher /> : null}
        </div>
        {/* Where there is no room between the islands, below them and below what the canvas says there. */}
        <div className="flex min-w-0 flex-1 flex-col items-center gap-2 max-lg:absolute max-lg:inset-x-0 max-lg:top-24 max-lg:px-16">
          {isDrawn ? <OfflineNotice /> : null}
          <FollowStrip />
          {isDrawn ? <PulseStrips /> : null}
          {isDrawn ? <ShownStrip /> : null}
        </div>
        <PeopleIsland />
      </header>
      <div className="absolute start-3 top-16 bottom-31 flex items-start gap-2.5">
        {isMap ? <ToolRail /> : null}
        {hasPanel ? <SidePanel /> : null}
      </div>
      <InspectorWhenNeeded />
      <div className="absolute end-3 bottom-3">{isMap ? <ZoomIsland /> : null}</div>
    </div>
  )
}

/** Apart from the chrome, so that a selection does not redraw that. */
function InspectorWhenNeeded() {
  const place = useInspectorPlace()
  if (place === undefined) return null
  return (
    <div
      className={`absolute end-3 ${place.at === 'head' ? 'top-16' : 'bottom-16'} flex max-h-[calc(100%-8rem)]`}
      style={place.room === undefined ? undefined : { maxHeight: place.room }}
    >
      <Inspector />
    </div>
  )
}
