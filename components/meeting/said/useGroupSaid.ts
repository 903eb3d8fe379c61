'use client'
import { useEffect, useMemo, useState } from 'react'
import { listGroupSaid, type GroupSaid, type RevealedRound } from '../../../lib/practice/groupSaid'
import type { RoundHead } from '../../../lib/protocol/round'
import { askUntil } from '../../hooks/askUntil'
import type { MapSeat } from '../../hooks/api'
import { useRounds, useSeat } from '../../hooks/useRounds'
import { roundsApi } from '../roundsApi'

/** What rounds came to, as this tab was told: asked for once, and anew when more of a round is shown. */
const known = new WeakMap<RoundHead, RevealedRound>()

/** What the group said of one element in the rounds that were revealed; undefined where nothing is known of it. */
export function useGroupSaid(element: string): GroupSaid | undefined {
  const rounds = useRounds()
  const seat = useSeat()
  const [, setCame] = useState(0)
  const about = useMemo(
    () =>
      rounds.filter(
        ({ state, setup }) =>
          state === 'revealed' &&
          (setup.kind === 'challenge' || setup.kind === 'pulse') &&
          setup.targets.includes(element),
      ),
    [rounds, element],
  )
  useEffect(() => {
    const ends = about.filter((head) => !known.has(head)).map((head) => askFor(seat, head, () => setCame((n) => n + 1)))
    return () => {
      for (const end of ends) end()
    }
  }, [about, seat])
  return listGroupSaid(about.flatMap((head) => known.get(head) ?? [])).get(element)
}

function askFor(seat: MapSeat, head: RoundHead, then: () => void): () => void {
  return askUntil(
    () => roundsApi.find(seat, head.id),
    (found) => {
      if (!found.ok || found.value.result === undefined) return
      known.set(head, { id: head.id, at: head.openedAt, outcome: found.value.result })
      then()
    },
  )
}
