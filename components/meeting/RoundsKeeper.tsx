'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { succeed } from '../../lib/base/result'
import { announce } from '../hooks/announcer'
import { askUntil, useAsked } from '../hooks/askUntil'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import type { RoundHead } from '../../lib/protocol/round'
import { useRoundRights, useRounds, useSeat } from '../hooks/useRounds'
import { toast } from '../ui/toast'
import { noteAnswered } from './answered'
import { roundsApi } from './roundsApi'
import { useOfferedDrafts } from './answers/useAnswerDrafts'
import { useWaitingAnswers } from './answers/useWaitingAnswers'
import { useOtherTabs } from './useOtherTabs'
import { useTellBelow } from './useTellBelow'

/** What is said of a question that something covers. */
const asked = 'round-asked'

/** Asks for the rounds after each welcome, and tells screen readers of those that open or are revealed. */
export function RoundsKeeper() {
  const t = useTranslations('rounds')
  const { roundNews } = useEditor()
  const seat = useSeat()
  const visits = useObservable(roundNews.visits)
  const list = useCallback(async () => {
    const since = roundNews.moment()
    const listed = await roundsApi.list(seat)
    return listed.ok ? succeed({ ...listed.value, since }) : listed
  }, [roundNews, seat])
  const take = useCallback(
    ({ rounds, since }: { readonly rounds: Parameters<typeof roundNews.takeList>[0]; readonly since: number }) =>
      roundNews.takeList(rounds, since),
    [roundNews],
  )
  useAsked(list, take, visits)

  const rounds = useRounds()
  useOwnAnswers()
  useOtherTabs()
  useOfferedDrafts(rounds)
  useWaitingAnswers(rounds)
  const ask = useEffectEvent(useAskBelow(rounds))
  const said = useRef(new Map<string, string>())
  useEffect(() => {
    for (const round of rounds) {
      const { id, state, setup } = round
      const before = said.current.get(id)
      said.current.set(id, state)
      if (before === state) continue
      if (state === 'open') {
        announce(t('announce.open', { question: setup.question }))
        ask(round)
      } else if (state === 'revealed' && before !== undefined) {
        announce(t('announce.revealed', { question: setup.question }))
      }
    }
  }, [rounds, t])
  return null
}

/** Asks whoever is to answer in front of a sheet or dialog that covers the question, until it is looked at or no longer asked. */
function useAskBelow(rounds: readonly RoundHead[]): (round: RoundHead) => void {
  const t = useTranslations('rounds')
  const workspace = useWorkspace()
  const { mayRun, mayAnswer } = useRoundRights()
  const tell = useTellBelow(asked)
  const last = useRef<string>(undefined)
  const atRound = useWorkspaceState((state) => (state.dialog === 'round' ? state.round : undefined))
  useEffect(() => {
    const isOver = rounds.every(({ id, state }) => id !== last.current || state !== 'open')
    if (isOver || atRound === last.current) toast.past(asked)
  }, [rounds, atRound])
  return (round) => {
    const { dialog } = workspace.get()
    if (mayRun || !mayAnswer(round) || atRound === round.id) return
    last.current = round.id
    // What is typed there would be gone with it: it stays, and so does what is said of the round.
    const action =
      dialog === 'paste-list' ? undefined : { label: t('strip.answer'), onClick: () => workspace.openRound(round.id) }
    tell(t('strip.asked', { question: round.setup.question }), action && { action })
  }
}

/** Asks of each round that is not revealed whether one has answered it: in another tab, or before a reload. */
function useOwnAnswers(): void {
  const seat = useSeat()
  const rounds = useRounds()
  const asking = useRef(new Map<string, () => void>())
  useEffect(() => {
    for (const { id, state } of rounds) {
      if (state === 'revealed' || asking.current.has(id)) continue
      const end = askUntil(
        () => roundsApi.find(seat, id),
        (found) => {
          if (found.ok) noteAnswered(id, found.value.mine !== undefined)
        },
      )
      asking.current.set(id, end)
    }
  }, [rounds, seat])
  useEffect(() => {
    const begun = asking.current
    return () => {
      for (const end of begun.values()) end()
      // As another person one has other answers.
      begun.clear()
    }
  }, [seat])
}
