import { useMemo } from 'react'
import type { Tie } from '../../lib/model/link'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useStakeholders } from './useStakeholders'

/**
 * The ties between the stakeholders that one sees, in the order in which they came to the map; without the kinds that
 * one's look switches off.
 */
export function useTies(): readonly Tie[] {
  const links = useView((view) => view.links)
  const look = useWorkspaceState((state) => state.look)
  const stakeholders = useStakeholders()
  return useMemo(() => {
    const seen = new Set(stakeholders.map(({ id }) => id))
    const isOff = ({ kind, type = '' }: Tie): boolean =>
      look?.hiddenLinks?.includes(kind) === true || look?.hiddenTies?.includes(type) === true
    return [...links.values()].filter(
      (link): link is Tie => link.kind === 'tie' && seen.has(link.from) && seen.has(link.to) && !isOff(link),
    )
  }, [links, look, stakeholders])
}
