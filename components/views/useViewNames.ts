import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { viewNames, type ViewName } from '../hooks/workspace'

const ofAnything: readonly ViewName[] = viewNames.filter((name) => name === 'map' || name === 'table')
const none: readonly ViewName[] = []

/**
 * The views in which there is something to see: all of them on maps with stakeholders, map and table on those with
 * other elements, none on an empty map, unless another view than the map is shown.
 */
export function useViewNames(): readonly ViewName[] {
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const names = useView(({ elements }) => {
    if (elements.size === 0) return none
    return [...elements.values()].some(({ kind }) => kind === 'stakeholder') ? viewNames : ofAnything
  })
  return isMap ? names : viewNames
}
