import { useCallback } from 'react'
import { isSameJson } from '../../lib/base/json'
import { fieldsOfLook, readLook, type Look } from '../../lib/look/look'
import type { SavedView } from '../../lib/model/savedView'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { viewNames } from '../hooks/workspace'

/** How this tab looks at the map, and a way to look at it otherwise. */
export function useLook(): readonly [Look | undefined, (next: Look | undefined) => void] {
  const workspace = useWorkspace()
  const look = useWorkspaceState((state) => state.look)
  const set = useCallback((next: Look | undefined) => workspace.lookAt(next, workspace.get().lookFrom), [workspace])
  return [look, set]
}

/** Looks at the map in a way that is ready, and in the view that it is for. */
export function useShowLook(): (look: Look, from?: string) => void {
  const workspace = useWorkspace()
  return useCallback(
    (look, from) => {
      workspace.lookAt(look, from)
      const view = viewNames.find((name) => name === look.shown)
      if (view !== undefined && view !== workspace.get().view) workspace.showView(view)
    },
    [workspace],
  )
}

/** The look that a saved record says. */
export function lookOf(record: SavedView): Look {
  return readLook(record)
}

/** True if both look at the map alike, in whichever view. */
export function isSameLook(one: Look, other: Look): boolean {
  return isSameJson(fieldsOfLook({ ...one, shown: '' }), fieldsOfLook({ ...other, shown: '' }))
}
