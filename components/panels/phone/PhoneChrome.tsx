'use client'
import { useEffect, useState } from 'react'
import { emptySelection } from '../../hooks/editor'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useIsDrawn, usePreload } from '../../hooks/usePreload'
import { latePart } from '../../ui/latePart'
import { keepClearOfToasts } from '../../ui/toastRoom'
import { FollowStrip } from '../Following'
import { useSelected } from '../inspector/useSelected'
import { MapTools } from './MapTools'
import { PhoneBar } from './PhoneBar'
import { PhoneHeader } from './PhoneHeader'
import { PhoneTextBar, type TextTask } from './PhoneTextBar'
import { useSelectMode } from './useSelectMode'

const OfflineNotice = latePart(async () => (await import('../OfflineNotice')).OfflineNotice)
const PhonePanels = latePart(async () => (await import('./PhonePanels')).PhonePanels)
const PulseStrips = latePart(async () => (await import('../whatif/push/PulseStrips')).PulseStrips)
const SelectionSheet = latePart(async () => (await import('./SelectionSheet')).SelectionSheet)
const ShownStrip = latePart(async () => (await import('../analysis/ShownStrip')).ShownStrip)
const ViewSwitcher = latePart(async () => (await import('../../views/ViewSwitcher')).ViewSwitcher)
const early = [SelectionSheet, PhonePanels]

/** The page around the canvas on a phone: header, labelled actions, sheets. Everything by one thumb. */
export function PhoneChrome({ onSheet }: { readonly onSheet: (height: number) => void }) {
  const editor = useEditor()
  const workspace = useWorkspace()
  const [task, setTask] = useState<TextTask>()
  const [selecting, setSelecting] = useState(false)
  useSelectMode(selecting)
  usePreload(early)
  const isDrawn = useIsDrawn()
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const busy = useWorkspaceState(
    (state) =>
      state.naming !== undefined || state.linking !== undefined || state.signFor !== undefined || state.tool === 'link',
  )
  const panel = useWorkspaceState((state) => state.panel !== undefined && state.panel !== 'people')
  const { elements, links } = useSelected()
  const count = elements.length + links.length
  const hasSheet = count > 0 && !busy && task === undefined && !(selecting && count < 2)
  useEffect(() => onSheet(hasSheet ? Math.round(window.innerHeight * 0.45) : 0), [hasSheet, onSheet])

  return (
    <>
      <div className="pointer-events-none absolute inset-0 z-20 flex flex-col">
        <PhoneHeader />
        <div ref={keepClearOfToasts} className="mx-3 mt-2 flex flex-col items-center gap-2">
          {isMap ? null : <ViewSwitcher />}
          {isDrawn ? <OfflineNotice /> : null}
          {isDrawn ? <PulseStrips /> : null}
          {isDrawn ? <ShownStrip /> : null}
        </div>
        <div className="flex-1" />
        <div className="flex flex-wrap items-end justify-between gap-2 px-3 pb-3">
          <FollowStrip />
          <div className="ms-auto">{isMap ? <MapTools /> : null}</div>
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
