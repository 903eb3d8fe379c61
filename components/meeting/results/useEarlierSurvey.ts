'use client'
import { useEffect, useMemo, useState } from 'react'
import type { RevealedSurvey } from '../../../lib/practice/compareSurveys'
import type { RoundHead } from '../../../lib/protocol/round'
import { askUntil } from '../../hooks/askUntil'
import { useRounds, useSeat } from '../../hooks/useRounds'
import { roundsApi } from '../roundsApi'

/** Rounds of the same set that were revealed and asked before this one, the latest first. */
export function useEarlierSurveys({ id, setup, openedAt }: RoundHead): readonly RoundHead[] {
  const rounds = useRounds()
  const set = setup.kind === 'survey' ? setup.set : undefined
  return useMemo(
    () =>
      rounds
        .filter(
          (round) =>
            round.id !== id &&
            round.openedAt < openedAt &&
            round.state === 'revealed' &&
            round.setup.kind === 'survey' &&
            round.setup.set !== undefined &&
            round.setup.set === set,
        )
        .toReversed(),
    [rounds, id, openedAt, set],
  )
}

/** What such a round came to, once it is there. */
export function useEarlierSurvey(
  head: RoundHead | undefined,
): (RevealedSurvey & { readonly openedAt: number }) | undefined {
  const seat = useSeat()
  const [found, setFound] = useState<{
    readonly id: string
    readonly survey: RevealedSurvey
    readonly openedAt: number
  }>()
  const id = head?.id
  useEffect(() => {
    if (id === undefined) return undefined
    return askUntil(
      () => roundsApi.find(seat, id),
      (answer) => {
        if (!answer.ok) return
        const { setup, result, openedAt } = answer.value
        if (setup.kind === 'survey' && result?.kind === 'survey') {
          setFound({ id, survey: { setup, outcome: result }, openedAt })
        }
      },
    )
  }, [seat, id])
  return useMemo(
    () => (found === undefined || found.id !== id ? undefined : { ...found.survey, openedAt: found.openedAt }),
    [found, id],
  )
}
