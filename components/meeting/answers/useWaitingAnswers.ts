import { useEffect, useEffectEvent } from 'react'
import { takeAnswer } from '../../../lib/practice/round'
import type { RoundHead } from '../../../lib/protocol/round'
import { askUntil } from '../../hooks/askUntil'
import { useWorkspaceState } from '../../hooks/EditorProvider'
import { useSync } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { noteAnswered } from '../answered'
import { roundsApi } from '../roundsApi'
import { useAnswerDrafts } from './useAnswerDrafts'

/** Whether this tab has a connection to the server, whatever becomes of its edits. */
export function useIsConnected(): boolean {
  const { kind } = useSync()
  return kind !== 'offline' && kind !== 'loading' && kind !== 'closed'
}

/**
 * Sends what was to be sent while there was no network and whose form has been closed since, once there is a connection. A form that
 * is open sends its own; what is refused stays a draft.
 */
export function useWaitingAnswers(rounds: readonly RoundHead[]): void {
  const seat = useSeat()
  const drafts = useAnswerDrafts()
  const known = useObservable(drafts)
  const isConnected = useIsConnected()
  const open = useWorkspaceState(({ dialog, round }) => (dialog === 'round' ? round : undefined))
  const waiting = rounds.filter(({ id, state }) => state === 'open' && id !== open && known.get(id)?.waits === true)
  const ids = waiting.map(({ id }) => id).join(' ')
  const begin = useEffectEvent((id: string): (() => void) => {
    const setup = rounds.find((round) => round.id === id)?.setup
    const { answer = {} } = drafts.get().get(id) ?? {}
    return askUntil(
      () => roundsApi.answer(seat, id, answer),
      (done) => {
        if (!done.ok) {
          drafts.put(id, { answer, typing: '' })
          return
        }
        const taken = setup && takeAnswer(setup, answer)
        noteAnswered(id, taken?.ok === true && taken.value !== undefined)
        drafts.drop(id)
      },
    )
  })
  useEffect(() => {
    if (!isConnected || ids === '') return undefined
    const ends = ids.split(' ').map(begin)
    return () => {
      for (const end of ends) end()
    }
  }, [isConnected, ids, seat])
}
