'use client'
import { useEffect } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import type { Stage } from './stage'

/** Keeps the view on what the followed person sees, whatever the shape of this window and whatever `covered` of it is. */
export function useFollow(stage: Stage, covered: Insets): void {
  useEffect(() => {
    const { editor, workspace, viewport } = stage
    let shown = ''
    const follow = (): void => {
      const { following } = workspace.get()
      const leader = following === undefined ? undefined : editor.people.get().find(({ id }) => id === following)
      const seen = leader?.presence.viewport
      if (seen === undefined || following === undefined) {
        shown = ''
        return
      }
      const view = `${following} ${seen.join(' ')}`
      if (view === shown) return
      shown = view
      const [x, y, width, height] = seen
      viewport.fit({ x, y, width, height }, { most: 4 })
    }
    const ends = [editor.people.subscribe(follow), workspace.subscribe(follow)]
    follow()
    return () => {
      for (const end of ends) end()
    }
    // Told to the view before this, by `useSurfaceSize`.
  }, [stage, covered])
}
