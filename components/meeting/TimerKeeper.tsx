'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { passedMark } from '../../lib/practice/timer'
import type { TimerAnswer } from '../../lib/protocol/timer'
import { announce } from '../hooks/announcer'
import { useEditor } from '../hooks/EditorProvider'
import { serverTime } from '../hooks/serverTime'
import { useObservable } from '../hooks/useObservable'
import { useSeat } from '../hooks/useRounds'
import { playChime } from './chime'
import { timerApi } from './timerApi'
import { useTimeLeft, useTimer } from './useTimer'

/**
 * Asks for the timer, and for the server's time, after each welcome and when the page is looked at again; says when
 * it starts, when a minute is left and when time is up. Draws nothing.
 */
export function TimerKeeper() {
  const t = useTranslations('agenda.timer.announce')
  const { meetingNews, roundNews } = useEditor()
  const seat = useSeat()
  const visits = useObservable(roundNews.visits)
  useEffect(() => {
    let isOver = false
    let isAsking = false
    const ask = async (): Promise<void> => {
      if (isAsking) return
      isAsking = true
      const askedAt = Date.now()
      const found = await timerApi.find(seat)
      if (found.ok && !isOver) take(found.value, askedAt)
      isAsking = false
    }
    const take = (answer: TimerAnswer, askedAt: number): void => {
      serverTime.answered(answer.now, askedAt, Date.now())
      meetingNews.takeTimer(answer)
    }
    const look = (): void => {
      if (document.visibilityState === 'visible') void ask()
    }
    /** A clock was set meanwhile, here or there. */
    const hear = (): void => {
      const now = meetingNews.timer.get()?.['now']
      if (typeof now === 'number' && serverTime.isOff(now)) void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', look)
    const end = meetingNews.timer.subscribe(hear)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', look)
      end()
    }
  }, [meetingNews, seat, visits])

  const timer = useTimer()
  const left = useTimeLeft(timer)
  const before = useRef<{ readonly state: string | undefined; readonly left: number } | undefined>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = { state: timer?.state, left }
    if (last === undefined || timer === undefined) return
    const mark = last.state === undefined ? undefined : passedMark(last.left, left)
    if (mark === 'end') {
      announce(t('end'))
      playChime()
    } else if (mark === 'minute') announce(t('minute'))
    else if (left > 0 && (last.state !== timer.state || left > last.left)) {
      announce(t(timer.state, { minutes: Math.ceil(left / 60_000) }))
    }
  }, [timer, left, t])
  return null
}
