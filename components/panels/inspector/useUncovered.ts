'use client'
import { useEffect, type RefObject } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { lastHand, whenRested } from '../hand'
import { useOnlySelected } from './useSelected'

/**
 * Brings what was pressed on the map out from under the panel that tells about it: only that, only if
 * it is covered, and only once the hand rests: it may be about to drag or double-click. Again when the window
 * changes its size.
 * @param box the panel, or something in it
 */
export function useUncovered(box: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace()
  const only = useOnlySelected()
  useEffect(() => {
    if (only === undefined) return undefined
    const uncover = (): void => {
      const { camera, naming } = workspace.get()
      const panel = box.current?.closest('[role="dialog"]') ?? box.current
      if (panel && naming === undefined) camera?.uncover?.(only, panel.getBoundingClientRect())
    }
    const abort = new AbortController()
    if (lastHand().isOnCanvas) whenRested(abort.signal, uncover)
    // A phone that is turned, a window that gets smaller: once panel and map have found their size.
    let frame = 0
    const again = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(uncover)
      })
    }
    window.addEventListener('resize', again, { signal: abort.signal })
    return () => {
      abort.abort()
      cancelAnimationFrame(frame)
    }
  }, [only, workspace, box])
}
