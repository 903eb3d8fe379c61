import type { SeenMap } from '../../lib/look/applyLook'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'

/** The map as this tab looks at it; undefined while it looks at it plainly. */
export function useSeen(): SeenMap | undefined {
  const seeing = useWorkspaceState((state) => state.seeing)
  const view = useView()
  return seeing?.(view)
}
