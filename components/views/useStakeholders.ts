import { useMemo } from 'react'
import { listSeenStakeholders } from '../../lib/look/seenActors'
import type { Stakeholder } from '../../lib/model/element'
import { useSeen } from '../looks/useSeen'
import { useView } from '../hooks/useMap'

/** The stakeholders of the map as one's look shows them, in the order in which they came to it. */
export function useStakeholders(): readonly Stakeholder[] {
  const elements = useView((view) => view.elements)
  const seen = useSeen()
  return useMemo(() => listSeenStakeholders(elements, seen), [elements, seen])
}
