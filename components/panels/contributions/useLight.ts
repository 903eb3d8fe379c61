'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import type { Spotlight } from '../../hooks/workspace'

/** Shows this alone on the map as long as it is given; then what was shown before. Keep it the same while it is. */
export function useLight(light: Spotlight | undefined): void {
  const workspace = useWorkspace()
  useEffect(() => {
    if (light === undefined) return
    const { spotlight: before } = workspace.get()
    workspace.update({ spotlight: light })
    return () => {
      if (workspace.get().spotlight === light) workspace.update({ spotlight: before })
    }
  }, [light, workspace])
}
