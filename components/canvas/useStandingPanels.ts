import { useMemo } from 'react'
import type { Rect } from '../../lib/geometry/rect'
import { useWorkspaceState } from '../hooks/EditorProvider'

/** Where the inspector and the legend of a look stand over the map, for what floats there and gives way to them. */
export function useStandingPanels(): readonly Rect[] {
  const inspector = useWorkspaceState((state) => state.inspectorBox)
  const legend = useWorkspaceState((state) => state.legendBox)
  return useMemo(() => [inspector, legend].filter((box) => box !== undefined), [inspector, legend])
}
