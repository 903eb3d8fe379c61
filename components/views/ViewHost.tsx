'use client'
import type { ReactNode } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { useEditor, useWorkspaceState } from '../hooks/EditorProvider'
import { usePhone } from '../hooks/useMedia'
import { viewStart } from '../panels/canvasInsets'
import { latePart } from '../ui/latePart'
import { useInspectorRoom } from './inspectorRoom'

const RingsView = latePart(async () => (await import('./rings/RingsView')).RingsView)
const SectorColumns = latePart(async () => (await import('./columns/SectorColumns')).SectorColumns)
const MatrixView = latePart(async () => (await import('./matrix/MatrixView')).MatrixView)
const TableView = latePart(async () => (await import('./table/TableView')).TableView)
const PowerInterestGrid = latePart(async () => (await import('./grid/PowerInterestGrid')).PowerInterestGrid)

/** Pixels from the upper edge of a phone to below the choice of views. */
const belowSwitcher = 116

/** Browsers that cannot leave out what is unseen keep it out of reach as `inert`. */
function canSkip(): boolean {
  return CSS.supports('content-visibility', 'hidden')
}

/**
 * Shows the view that was chosen, in place of the map. The map stays where it is, unseen and out of reach, so that
 * coming back to it is at once and nothing has moved.
 * @param insets what the chrome covers of the window, in pixels
 */
export function ViewHost({ insets, children }: { readonly insets: Insets; readonly children: ReactNode }) {
  const view = useWorkspaceState((state) => state.view)
  const isMap = view === 'map'
  const phone = usePhone()
  const room = useInspectorRoom()
  const editor = useEditor()
  // These scroll: their end can be brought out from under the inspector.
  const isScrolled = view === 'columns' || view === 'matrix' || view === 'table'
  // Beside a panel there is too little left for the inspector to lie on.
  const hasPanel = useWorkspaceState((state) => state.panel !== undefined)
  const isUnder = isScrolled && !(hasPanel && room > 0)
  return (
    <>
      {/* Skipped by the browser, which keeps it as it is; inert alone would have all its boxes styled anew, twice. */}
      <div
        className={isMap ? 'absolute inset-0' : 'absolute inset-0 opacity-0 [content-visibility:hidden]'}
        inert={!isMap && !canSkip()}
      >
        {children}
      </div>
      {isMap ? null : (
        <div
          className="absolute inset-0 flex"
          style={{
            // On a phone the choice of views stands below the header, also before it has come, and the bar at the lower edge.
            paddingTop: phone ? Math.max(insets.top, belowSwitcher) : insets.top,
            paddingInlineStart: phone ? 12 : viewStart(insets),
            // What can be scrolled does not move away from under the hand when the inspector comes.
            paddingInlineEnd: phone || isUnder || room === 0 ? 12 : room,
            paddingBottom: phone ? 72 : 12,
          }}
          data-region="canvas"
          data-view={view}
          role="presentation"
          onKeyDown={({ key, target }) => {
            // As on the map. The table has uses of its own for it.
            if (key === 'Escape' && view !== 'table' && !(target instanceof HTMLInputElement)) {
              editor.select({ elements: [], links: [] })
            }
          }}
        >
          {view === 'grid' ? <PowerInterestGrid /> : null}
          {view === 'rings' ? <RingsView /> : null}
          {view === 'columns' ? <SectorColumns endRoom={isUnder ? room : 0} /> : null}
          {view === 'matrix' ? <MatrixView endRoom={isUnder ? room : 0} /> : null}
          {view === 'table' ? <TableView endRoom={isUnder ? room : 0} /> : null}
        </div>
      )}
    </>
  )
}
