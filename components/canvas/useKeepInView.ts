'use client'
import { useEffect } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { boundsOf } from './runIntent'
import type { Stage } from './stage'

/** On a phone a sheet comes up over the map: the chosen element is moved out from under it. */
export function useKeepInView(stage: Stage, insets: Insets, isPhone: boolean): void {
  useEffect(() => {
    if (!isPhone || stage.gesture.get().kind === 'dragging') return
    const selection = stage.editor.selection.get()
    const bounds = selection.elements.length === 1 ? boundsOf(stage, selection) : undefined
    if (bounds !== undefined) stage.viewport.reveal(bounds)
  }, [stage, insets, isPhone])
}
