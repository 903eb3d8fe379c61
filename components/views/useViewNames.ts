import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { viewNames, type ViewName } from '../hooks/workspace'

const ofAnything: readonly ViewName[] = viewNames.filter((name) => name === 'map' || name === 'table')

/**
 * The views in which there is something to see or to fill in: all of them on maps with stakeholders, map and table on
 * others, also on an empty one, whose table takes what stands in a spreadsheet.
 */
export function useViewNames(): readonly ViewName[] {
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const names = useView(({ elements }) =>
    [...elements.values()].some(({ kind }) => kind === 'stakeholder') ? viewNames : ofAnything,
  )
  return isMap ? names : viewNames
}
