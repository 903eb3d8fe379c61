'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { announce } from '../hooks/announcer'
import { useEditor } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { noteAnswered } from './answered'
import { roundsApi } from './roundsApi'
import { useRounds, useSeat } from '../hooks/useRounds'

/** Asks for the rounds after each welcome, and tells screen readers of those that open or are revealed. */
export function RoundsKeeper() {
  const t = useTranslations('rounds')
  const { roundNews } = useEditor()
  const seat = useSeat()
  const visits = useObservable(roundNews.visits)
  useEffect(() => {
    let isOver = false
    const since = roundNews.moment()
    void roundsApi.list(seat).then((list) => {
      if (list.ok && !isOver) roundNews.takeList(list.value.rounds, since)
    })
    return () => {
      isOver = true
    }
  }, [roundNews, seat, visits])

  const rounds = useRounds()
  // What one answered in another tab, or before a reload.
  const asked = useRef(new Set<string>())
  useEffect(() => {
    for (const { id, state } of rounds) {
      if (state !== 'open' || asked.current.has(id)) continue
      asked.current.add(id)
      void roundsApi.find(seat, id).then((found) => {
        if (found.ok) noteAnswered(id, found.value.mine !== undefined)
      })
    }
  }, [rounds, seat])
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
