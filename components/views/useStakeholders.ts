import { useMemo } from 'react'
import type { Stakeholder } from '../../lib/model/element'
import { useSeen } from '../looks/useSeen'
import { useView } from '../hooks/useMap'

/**
 * The stakeholders of the map, in the order in which they came to it; without those that one's look hides, and
 * marked where it is about others.
 */
export function useStakeholders(): readonly Stakeholder[] {
  const elements = useView((view) => view.elements)
  const seen = useSeen()
  return useMemo(
    () =>
      [...elements.values()].flatMap((element) => {
        if (element.kind !== 'stakeholder' || seen?.hidden.has(element.id) === true) return []
        return [seen?.faded.has(element.id) === true ? { ...element, paint: { faded: true } } : element]
      }),
    [elements, seen],
  )
}
