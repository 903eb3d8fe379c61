'use client'
import { useMemo } from 'react'
import { readGoing, type GoingLine } from '../../../lib/analysis/checkIns'
import { listGroupSaid, listPulseWords, type GroupSaid } from '../../../lib/practice/groupSaid'
import { useView } from '../../hooks/useMap'
import { useRevealed } from '../../meeting/said/useRevealed'

export interface GoingFacts {
  /** Element → how it has been going. */
  readonly lines: ReadonlyMap<string, GoingLine>
  /** Element → what the group said of it in rounds. */
  readonly said: ReadonlyMap<string, GroupSaid>
}

/** How the elements of this map have been going, from check-ins and revealed rounds; of one element, or of all. */
export function useGoing(element?: string): GoingFacts {
  const revealed = useRevealed(element)
  const elements = useView((view) => view.elements)
  const practices = useView((view) => view.practices)
  return useMemo(() => {
    const said = listGroupSaid(revealed)
    return { said, lines: readGoing({ elements, practices }, listPulseWords(said)) }
  }, [revealed, elements, practices])
}
