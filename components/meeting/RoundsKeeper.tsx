'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { succeed } from '../../lib/base/result'
import { announce } from '../hooks/announcer'
import { askUntil, useAsked } from '../hooks/askUntil'
import { useEditor } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { useRounds, useSeat } from '../hooks/useRounds'
import { noteAnswered } from './answered'
import { roundsApi } from './roundsApi'
import { useOfferedDrafts } from './answers/useAnswerDrafts'
import { useWaitingAnswers } from './answers/useWaitingAnswers'
import { useOtherTabs } from './useOtherTabs'

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
  const said = useRef(new Map<string, string>())
  useEffect(() => {
    for (const { id, state, setup } of rounds) {
      const before = said.current.get(id)
      said.current.set(id, state)
      if (before === state) continue
      if (state === 'open') announce(t('announce.open', { question: setup.question }))
      else if (state === 'revealed' && before !== undefined)
        announce(t('announce.revealed', { question: setup.question }))
    }
  }, [rounds, t])
  return null
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
