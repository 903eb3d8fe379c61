'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { emptySelection } from '../../hooks/editor'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { isMakingRoom } from '../../hooks/workspace'
import { useSelection } from '../../hooks/useMap'
import { useIsDrawn, usePreload } from '../../hooks/usePreload'
import { useSize } from '../../hooks/useSize'
import { latePart } from '../../ui/latePart'
import { keepClearOfToasts } from '../../ui/toastRoom'
import { isFollowing } from '../../looks/following'
import { useSelected } from '../inspector/useSelected'
import { MissingParts } from '../MissingParts'
import { MapTools } from './MapTools'
import { PhoneBar } from './PhoneBar'
import { PhoneHeader } from './PhoneHeader'
import { PhoneTextBar, type TextTask } from './PhoneTextBar'
import { useSelectMode } from './useSelectMode'

const FollowStrip = latePart(async () => (await import('../Following')).FollowStrip)
const OfflineNotice = latePart(async () => (await import('../OfflineNotice')).OfflineNotice)
const PhonePanels = latePart(async () => (await import('./PhonePanels')).PhonePanels)
const PulseStrips = latePart(async () => (await import('../whatif/push/PulseStrips')).PulseStrips)
const SelectionSheet = latePart(async () => (await import('./SelectionSheet')).SelectionSheet)
const ShownStrip = latePart(async () => (await import('../analysis/ShownStrip')).ShownStrip)
const BroughtStrip = latePart(async () => (await import('../../looks/BroughtStrip')).BroughtStrip)
const LookLegend = latePart(async () => (await import('../../looks/LookLegend')).LookLegend)
const LookStrip = latePart(async () => (await import('../../looks/LookStrip')).LookStrip)
const MeetingStrips = latePart(async () => (await import('../../meeting/MeetingStrips')).MeetingStrips)
const ViewSwitcher = latePart(async () => (await import('../../views/ViewSwitcher')).ViewSwitcher)
/** Of the window's height, what is said over the map; where it is more, the list of people lies over it. */
const mostAbove = 0.4
const early = [SelectionSheet, PhonePanels]

const onResize = (listener: () => void): (() => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** The page around the canvas on a phone: header, labelled actions, sheets. Everything by one thumb. */
export function PhoneChrome({
  onSheet,
  onStrips,
}: {
  readonly onSheet: (height: number) => void
  /** How far down from the top of the window what is said there reaches; 0 if nothing is. */
  readonly onStrips: (bottom: number) => void
}) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const [task, setTask] = useState<TextTask>()
  const [selecting, setSelecting] = useState(false)
  useSelectMode(selecting)
  usePreload(early)
  const isDrawn = useIsDrawn()
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const isBrought = useWorkspaceState((state) => state.brought !== undefined)
  const hasLook = useWorkspaceState((state) => state.look !== undefined)
  const follows = useWorkspaceState((state) => state.brought !== undefined && isFollowing(state, state.brought))
  const selection = useSelection()
  const busy = useWorkspaceState(
    (state) =>
      state.naming !== undefined ||
      state.linking !== undefined ||
      state.signFor !== undefined ||
      state.tool === 'link' ||
      isMakingRoom(state, selection),
  )
  const panel = useWorkspaceState((state) => state.panel !== undefined)
  const { elements, links } = useSelected()
  const count = elements.length + links.length
  // Undo and redo show what they bring back; a sheet over the bar would be in the way of the next undo.
  const unasked = useWorkspaceState((state) => state.unasked)
  const isUnasked = selection === unasked
  const hasSheet = count > 0 && !isUnasked && !busy && task === undefined && !(selecting && count < 2)
  const height = useSyncExternalStore(
    onResize,
    () => window.innerHeight,
    () => 0,
  )
  useEffect(() => onSheet(hasSheet ? Math.round(height * 0.45) : 0), [hasSheet, height, onSheet])

  const strips = useRef<HTMLDivElement>(null)
  const stripsHeight = useSize(strips)?.height ?? 0
  useEffect(() => {
    const bottom = strips.current?.getBoundingClientRect().bottom ?? 0
    onStrips(stripsHeight === 0 ? 0 : Math.round(bottom))
  }, [stripsHeight, onStrips])

  return (
    <>
      <div className="pointer-events-none absolute inset-0 z-20 flex flex-col">
        <PhoneHeader below={stripsHeight === 0 || stripsHeight > height * mostAbove ? 0 : stripsHeight + 12} />
        <div ref={keepClearOfToasts} className="mx-3 mt-2">
          <div ref={strips} className="flex flex-col items-center gap-2">
            {isMap ? null : <ViewSwitcher />}
            <MissingParts />
            {isDrawn ? <OfflineNotice /> : null}
            {isDrawn ? <MeetingStrips /> : null}
            {isDrawn ? <PulseStrips /> : null}
            {isDrawn ? <ShownStrip /> : null}
            {isBrought ? <BroughtStrip aside={hasLook ? <LookLegend folds /> : null} /> : null}
            {/* What is brought says itself what is shown, and the way back from it. */}
            {hasLook && !follows ? <LookStrip aside={isBrought ? null : <LookLegend folds />} /> : null}
          </div>
        </div>
        <div className="flex-1" />
        <div className="flex flex-wrap items-end justify-between gap-2 px-3 pb-3">
          {isDrawn ? <FollowStrip /> : null}
          {/* What is written at the foot stands where they are. */}
          <div className="ms-auto">{isMap && task === undefined ? <MapTools /> : null}</div>
        </div>
        <PhoneBar
          selecting={selecting}
          onSelecting={setSelecting}
          onTask={(next) => {
            workspace.chooseTool('select')
            setSelecting(false)
            setTask(next)
          }}
        />
      </div>
      {hasSheet ? (
        <SelectionSheet
          elements={elements}
          links={links}
          onRename={(id) => setTask({ kind: 'rename', id })}
          onClose={() => {
            setSelecting(false)
            // Once select mode is over, which would keep what is selected.
            setTimeout(() => editor.select(emptySelection), 0)
          }}
        />
      ) : null}
      {task === undefined ? null : <PhoneTextBar task={task} onDone={() => setTask(undefined)} />}
      {panel ? <PhonePanels /> : null}
    </>
  )
}
