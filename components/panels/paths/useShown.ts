'use client'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import type { WorkspaceState } from '../../hooks/workspace'

type Spotlight = NonNullable<WorkspaceState['spotlight']>

/**
 * Keeps this alone in the light of the map while the panel is open.
 * @returns closes the panel by `onShow` and leaves the light on, with what it is on in view
 */
export function useShown(shown: Spotlight | undefined, onShow: (() => void) | undefined): (() => void) | undefined {
  const workspace = useWorkspace()
  const stays = useRef(false)
  useEffect(() => workspace.update({ spotlight: shown }), [shown, workspace])
  useEffect(
    () => () => {
      if (!stays.current) workspace.update({ spotlight: undefined })
    },
    [workspace],
  )
  if (onShow === undefined || shown === undefined) return undefined
  return () => {
    stays.current = true
    onShow()
    workspace.update({ spotlight: shown })
    workspace.get().camera?.fit([...shown.elements])
  }
}
