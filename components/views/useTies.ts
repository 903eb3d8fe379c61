import { useMemo } from 'react'
import { listSeenTies } from '../../lib/look/seenActors'
import type { Tie } from '../../lib/model/link'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useStakeholders } from './useStakeholders'

/** The ties between the stakeholders that one sees, as one's look shows them, in the order in which they came to the map. */
export function useTies(): readonly Tie[] {
  const links = useView((view) => view.links)
  const look = useWorkspaceState((state) => state.look)
  const stakeholders = useStakeholders()
  return useMemo(() => listSeenTies(links, stakeholders, look), [links, look, stakeholders])
}
