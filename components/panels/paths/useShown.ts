'use client'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import type { ElementId } from '../../../lib/base/ids'
import type { Overlay, WorkspaceState } from '../../hooks/workspace'

type Spotlight = NonNullable<WorkspaceState['spotlight']>

interface Beside {
  /** Chips at some of its elements; the same object until they are others. */
  readonly marks?: Overlay | undefined
  /** What to bring in view where not all of it could be read at once. */
  readonly focus?: readonly ElementId[] | undefined
}

/**
 * Keeps this alone in the light of the map while the panel is open.
 * @returns closes the panel by `onShow` and leaves the light on, with what it is on in view
 */
export function useShown(
  shown: Spotlight | undefined,
  onShow: (() => void) | undefined,
  { marks, focus }: Beside = {},
): (() => void) | undefined {
  const workspace = useWorkspace()
  const stays = useRef(false)
  useEffect(() => workspace.update({ spotlight: shown }), [shown, workspace])
  useEffect(
    () => () => {
      if (!stays.current) workspace.update({ spotlight: undefined })
    },
    [workspace],
  )
  useEffect(() => {
    if (marks === undefined) return undefined
    workspace.update({ overlay: marks })
    return () => {
      if (!stays.current && workspace.get().overlay === marks) workspace.update({ overlay: undefined })
    }
  }, [marks, workspace])
  if (onShow === undefined || shown === undefined) return undefined
  return () => {
    stays.current = true
    onShow()
    workspace.update(marks === undefined ? { spotlight: shown } : { spotlight: shown, overlay: marks })
    workspace.get().camera?.fit(focus ?? [...shown.elements])
  }
}
