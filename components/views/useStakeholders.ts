import { useMemo } from 'react'
import type { Stakeholder } from '../../lib/model/element'
import { useView } from '../hooks/useMap'

/** The stakeholders of the map, in the order in which they came to it. */
export function useStakeholders(): readonly Stakeholder[] {
  const elements = useView((view) => view.elements)
  return useMemo(() => [...elements.values()].filter((element) => element.kind === 'stakeholder'), [elements])
}
