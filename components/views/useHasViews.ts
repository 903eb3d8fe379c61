import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'

/** Whether there is something to see in another way: the map has stakeholders, or another view is shown. */
export function useHasViews(): boolean {
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const hasStakeholders = useView(({ elements }) => [...elements.values()].some(({ kind }) => kind === 'stakeholder'))
  return hasStakeholders || !isMap
}
