'use client'
import { useEffect, useMemo, useState } from 'react'
import type { RevealedRound } from '../../../lib/practice/groupSaid'
import type { RoundHead } from '../../../lib/protocol/round'
import { askUntil } from '../../hooks/askUntil'
import type { MapSeat } from '../../hooks/api'
import { useRounds, useSeat } from '../../hooks/useRounds'
import { roundsApi } from '../roundsApi'

/** What rounds came to, as this tab was told: asked for once, and anew when more of a round is shown. */
const known = new WeakMap<RoundHead, RevealedRound>()

/**
 * What the group's rounds about the kind of challenge and the pulse came to, as far as it is here: those about one
 * element, or all of them.
 */
export function useRevealed(element?: string): readonly RevealedRound[] {
  const rounds = useRounds()
  const seat = useSeat()
  const [, setCame] = useState(0)
  const about = useMemo(
    () =>
      rounds.filter(
        ({ state, setup }) =>
          state === 'revealed' &&
          (setup.kind === 'challenge' || setup.kind === 'pulse') &&
          (element === undefined || setup.targets.includes(element)),
      ),
    [rounds, element],
  )
  useEffect(() => {
    const ends = about.filter((head) => !known.has(head)).map((head) => askFor(seat, head, () => setCame((n) => n + 1)))
    return () => {
      for (const end of ends) end()
    }
  }, [about, seat])
  // What has come says when the list is another one: it stays the same until then.
  const here = about.filter((head) => known.has(head)).length
  return useMemo(() => about.flatMap((head) => known.get(head) ?? []).slice(0, here), [about, here])
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
