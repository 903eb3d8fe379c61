'use client'
import type { ReactNode } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useMedia, usePhone } from '../hooks/useMedia'
import { latePart } from '../ui/latePart'

const RingsView = latePart(async () => (await import('./rings/RingsView')).RingsView)
const PowerInterestGrid = latePart(async () => (await import('./grid/PowerInterestGrid')).PowerInterestGrid)

/** Pixels that the inspector takes at the end of the window. */
const inspectorRoom = 324

/**
 * Shows the view that was chosen, in place of the map. The map stays where it is, unseen and out of reach, so that
 * coming back to it is at once and nothing has moved.
 * @param insets what the chrome covers of the window, in pixels
 */
export function ViewHost({ insets, children }: { readonly insets: Insets; readonly children: ReactNode }) {
  const view = useWorkspaceState((state) => state.view)
  const isMap = view === 'map'
  const phone = usePhone()
  const isWide = useMedia('(min-width: 1200px)')
  return (
    <>
      <div className={isMap ? 'absolute inset-0' : 'absolute inset-0 opacity-0'} inert={!isMap}>
        {children}
      </div>
      {isMap ? null : (
        <div
          className="absolute inset-0 flex"
          style={{
            // On a phone the choice of views stands below the header, and the bar at the lower edge.
            paddingTop: insets.top + (phone ? 56 : 0),
            paddingInlineStart: 12,
            // What stands here must not move away from under the hand when the inspector comes.
            paddingInlineEnd: phone ? 12 : isWide ? inspectorRoom : insets.right,
            paddingBottom: phone ? 72 : 12,
          }}
          data-region="canvas"
        >
          {view === 'grid' ? <PowerInterestGrid /> : null}
          {view === 'rings' ? <RingsView /> : null}
        </div>
      )}
    </>
  )
}
