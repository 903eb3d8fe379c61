'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { passedMark } from '../../lib/practice/timer'
import type { TimerAnswer } from '../../lib/protocol/timer'
import { announce } from '../hooks/announcer'
import { askUntil } from '../hooks/askUntil'
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
    let endAsking: (() => void) | undefined
    let askedAt = 0
    const find = async (): ReturnType<typeof timerApi.find> => {
      askedAt = Date.now()
      return timerApi.find(seat)
    }
    const ask = (): void => {
      if (endAsking !== undefined) return
      endAsking = askUntil(find, (found) => {
        if (found.ok) take(found.value)
        // What is told of it while it is taken in asks no further.
        endAsking = undefined
      })
    }
    const take = (answer: TimerAnswer): void => {
      serverTime.answered(answer.now, askedAt, Date.now())
      meetingNews.takeTimer(answer)
    }
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      // Who looks again does not wait for the end of a pause.
      endAsking?.()
      endAsking = undefined
      ask()
    }
    /** A clock was set meanwhile, here or there. */
    const hear = (): void => {
      const now = meetingNews.timer.get()?.['now']
      if (typeof now === 'number' && serverTime.isOff(now)) ask()
    }
    ask()
    document.addEventListener('visibilitychange', look)
    const end = meetingNews.timer.subscribe(hear)
    return () => {
      endAsking?.()
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
