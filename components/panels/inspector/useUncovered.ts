'use client'
import { useEffect, type RefObject } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { lastHand, whenRested } from '../hand'
import { useOnlySelected } from './useSelected'

/**
 * Brings what was pressed on the map out from under the panel that tells about it: only that, only if
 * it is covered, and only once the hand rests: it may be about to drag or double-click.
 * @param box the panel, or something in it
 */
export function useUncovered(box: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace()
  const only = useOnlySelected()
  useEffect(() => {
    if (only === undefined || !lastHand().isOnCanvas) return undefined
    const abort = new AbortController()
    whenRested(abort.signal, () => {
      const { camera, naming } = workspace.get()
      const panel = box.current?.closest('[role="dialog"]') ?? box.current
      if (panel && naming === undefined) camera?.uncover?.(only, panel.getBoundingClientRect())
    })
    return () => abort.abort()
  }, [only, workspace, box])
}
