'use client'
import { useCallback, useEffect, useState } from 'react'
import type { RoundAnswer, RoundHead } from '../../lib/protocol/round'
import type { ApiProblem } from '../hooks/api'
import { askUntil } from '../hooks/askUntil'
import { useSeat } from '../hooks/useRounds'
import { roundsApi } from './roundsApi'

/** What an answer that was taken changes of its round. */
export type Answered = Pick<RoundAnswer, 'done' | 'asked'> & { readonly mine: object | undefined }

interface FoundRound {
  readonly round: RoundAnswer | undefined
  /** Why there is none. */
  readonly problem: ApiProblem | undefined
  /** Takes in what the server said of it. */
  take(round: RoundAnswer): void
  /** Takes in that one's own answer is stored, or was taken back; the round may have gone on meanwhile. */
  answered(change: Answered): void
}

/** The round with one's own answer or its result: asked for anew whenever the server tells of another state. */
export function useRoundAnswer(id: string, head: RoundHead | undefined): FoundRound {
  const seat = useSeat()
  const [round, setRound] = useState<RoundAnswer>()
  const [problem, setProblem] = useState<ApiProblem>()
  // A head that is told again in the same state has another item to show.
  const mark = head?.state === 'open' ? 'open' : head
  useEffect(
    () =>
      askUntil(
        () => roundsApi.find(seat, id),
        (found) => {
          if (found.ok) setRound(found.value)
          else setProblem(found.reason)
        },
      ),
    [seat, id, mark],
  )
  const answered = useCallback(({ mine, ...progress }: Answered): void => {
    setRound((now) => {
      if (now === undefined || now.state !== 'open') return now
      const { mine: _, ...rest } = now
      return { ...rest, ...progress, ...(mine === undefined ? {} : { mine }) }
    })
  }, [])
  return { round, problem: round === undefined ? problem : undefined, take: setRound, answered }
}
