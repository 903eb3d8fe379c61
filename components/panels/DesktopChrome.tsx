'use client'
import { useEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useIsDrawn, usePreload } from '../hooks/usePreload'
import { useSize } from '../hooks/useSize'
import { classes } from '../ui/classes'
import { latePart } from '../ui/latePart'
import type { WorkspaceState } from '../hooks/workspace'
import { widePanels } from './analysis/widePanels'
import { canvasInsets, panelWidths } from './canvasInsets'
import { useInspectorPlace } from './inspector/useInspectorPlace'
import { MapIsland } from './MapIsland'
import { MissingParts } from './MissingParts'
import { PeopleIsland } from './PeopleIsland'
import { ToolRail } from './ToolRail'
import { ZoomIsland } from './ZoomIsland'

// Not needed to see a map; what comes with them is a good part of the page's weight.
const Inspector = latePart(async () => (await import('./inspector/Inspector')).Inspector)
const FollowStrip = latePart(async () => (await import('./Following')).FollowStrip)
const OfflineNotice = latePart(async () => (await import('./OfflineNotice')).OfflineNotice)
const PulseStrips = latePart(async () => (await import('./whatif/push/PulseStrips')).PulseStrips)
const ShownStrip = latePart(async () => (await import('./analysis/ShownStrip')).ShownStrip)
const BroughtStrip = latePart(async () => (await import('../looks/BroughtStrip')).BroughtStrip)
const LookLegend = latePart(async () => (await import('../looks/LookLegend')).LookLegend)
const LookStrip = latePart(async () => (await import('../looks/LookStrip')).LookStrip)
const LooksButton = latePart(async () => (await import('../looks/LooksButton')).LooksButton)
const MeetingStrips = latePart(async () => (await import('../meeting/MeetingStrips')).MeetingStrips)
const ViewSwitcher = latePart(async () => (await import('../views/ViewSwitcher')).ViewSwitcher)
const SidePanel = latePart(async () => (await import('./SidePanel')).SidePanel)

/** Pixels between the islands below which a sentence would break into many lines, under what opens there. */
const leastBetween = 360
/** How far down one line of strips between the islands reaches, at the most. */
const belowHeader = 56
/** The list of people, which is `w-96` in PeopleIsland, with the air on both of its sides. */
const peopleTakes = 384 + 8 + 12
/** Beside that list, below which what is asked cannot be read; it stands under the list then. */
const leastBeside = 280
/** From the start of the window to beyond the tools. */
const besideTools = 64
/** Below the islands, beside the inspector and a panel. */
const belowIslands =
  'absolute inset-x-0 top-24 px-16 group-has-[[data-region=inspector]]/chrome:pe-84 group-has-[[data-region=panel]]/chrome:ps-[var(--beside)]'

/** What a first press may ask for. */
const early = [Inspector, SidePanel]

/** The islands and panels of a wide screen. The space between them belongs to the canvas. */
export function DesktopChrome({
  onStrips,
}: {
  /** How far down from the top of the window what is said there reaches; 0 if nothing is. */
  readonly onStrips: (bottom: number) => void
}) {
  usePreload(early)
  const isDrawn = useIsDrawn()
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const isBrought = useWorkspaceState((state) => state.brought !== undefined)
  const hasLook = useWorkspaceState((state) => state.look !== undefined)
  const panel = useWorkspaceState((state) => state.panel)
  const hasPanel = panel !== undefined
  const between = useRef<HTMLDivElement>(null)
  const isTight = (useSize(between)?.width ?? leastBetween) < leastBetween
  const strips = useRef<HTMLDivElement>(null)
  const stripsHeight = useSize(strips)?.height ?? 0
  const asked = useRef<HTMLDivElement>(null)
  const askedHeight = useSize(asked)?.height ?? 0
  const beside = besidePanel(panel)
  const people = useBesidePeople(hasPanel ? Number.parseInt(beside['--beside'], 10) : undefined)
  // Where strips stand below the islands, what the meeting asks stands below them.
  const [below, setBelow] = useState<number>()
  useEffect(() => {
    const bottom = stripsHeight === 0 ? 0 : bottomOf(strips)
    setBelow(bottom > belowHeader || (isTight && bottom > 0) ? bottom + 8 : undefined)
    onStrips(askedHeight === 0 ? bottom : Math.max(bottom, bottomOf(asked)))
  }, [stripsHeight, askedHeight, isTight, below, onStrips])
  return (
    <div className="group/chrome pointer-events-none absolute inset-0 z-20">
      <header className="absolute inset-x-3 top-3 flex items-start justify-between gap-3">
        <div className="flex min-w-0 items-start gap-2">
          <MapIsland />
          {isDrawn ? <ViewSwitcher /> : null}
          {isDrawn ? <LooksButton /> : null}
        </div>
        {/* Where there is no room between the islands, below them and below what the canvas says there. */}
        <div ref={between} className="min-w-0 flex-1">
          <div
            ref={strips}
            className={classes('flex flex-col items-center gap-2', isTight && belowIslands)}
            style={isTight ? { ...beside, ...people } : beside}
          >
            <MissingParts />
            {isDrawn ? <OfflineNotice /> : null}
            {isDrawn ? <FollowStrip /> : null}
            {isDrawn ? <PulseStrips /> : null}
            {isDrawn ? <ShownStrip /> : null}
            {isBrought ? <BroughtStrip /> : null}
            {hasLook ? <LookStrip /> : null}
          </div>
        </div>
        {/* As wide as the inspector below: what stands between the islands does not reach under that. */}
        <div className="flex justify-end group-has-[[data-region=inspector]]/chrome:min-w-75">
          <PeopleIsland />
        </div>
      </header>
      {/* A question wants to be read whole: it has a line of its own. */}
      <div
        ref={asked}
        className="absolute inset-x-0 top-16 z-10 flex flex-col items-center gap-2 px-84 max-lg:top-36 max-lg:px-16 group-has-[[data-region=inspector]]/chrome:pe-84 group-has-[[data-region=panel]]/chrome:ps-[var(--beside)]"
        style={{ ...beside, top: below, ...people }}
      >
        {isDrawn ? <MeetingStrips /> : null}
      </div>
      <div
        data-tall={hasPanel && !hasLook ? '' : undefined}
        className="absolute start-3 top-16 bottom-31 flex items-start gap-2.5 data-tall:[@media(height<50rem)]:bottom-3"
      >
        {isMap ? <ToolRail /> : null}
        {hasPanel ? <SidePanel /> : null}
      </div>
      <InspectorWhenNeeded />
      {hasLook ? (
        <div className="absolute start-43 bottom-3 flex max-w-[calc(100%-27rem)]">
          <LookLegend />
        </div>
      ) : null}
      <div className="absolute end-3 bottom-3">{isMap ? <ZoomIsland /> : null}</div>
    </div>
  )
}

/**
 * Between the tools, or a panel, and the list of people while that is open: there what is asked is not under it. Nothing while it
 * is closed, and where too little is left.
 */
function useBesidePeople(panelEnd: number | undefined): CSSProperties {
  const isOpen = useWorkspaceState((state) => state.people)
  const [room, setRoom] = useState<CSSProperties>({})
  useEffect(() => {
    const isRoom = isOpen && innerWidth - peopleTakes - (panelEnd ?? besideTools) >= leastBeside
    const start = panelEnd === undefined ? { paddingInlineStart: besideTools } : {}
    setRoom(isRoom ? { ...start, paddingInlineEnd: peopleTakes } : {})
  }, [isOpen, panelEnd])
  return room
}

function bottomOf({ current }: RefObject<HTMLElement | null>): number {
  return Math.round(current?.getBoundingClientRect().bottom ?? 0)
}

/** How far from the edge of the window what stands below the islands begins, beside a panel. */
function besidePanel(panel: WorkspaceState['panel']): CSSProperties & { readonly '--beside': string } {
  const width = panelWidths[widePanels.has(panel) ? 'wide' : 'usual']
  return { '--beside': `${canvasInsets({ phone: false, panel: width, inspector: false, sheet: 0 }).left}px` }
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
