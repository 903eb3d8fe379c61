'use client'
import * as z from 'zod/mini'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { timeLeft, type Timer, type TimerAct } from '../../lib/practice/timer'
import { timerAnswerSchema } from '../../lib/protocol/timer'
import { useEditor } from '../hooks/EditorProvider'
import { serverTime } from '../hooks/serverTime'
import { useApiProblem } from '../hooks/useApiProblem'
import { useObservable } from '../hooks/useObservable'
import { useSeat } from '../hooks/useRounds'
import { toast } from '../ui/toast'
import { timerApi } from './timerApi'

/** The timer of this map, if one is set. */
export function useTimer(): Timer | undefined {
  const told = useObservable(useEditor().meetingNews.timer)
  return useMemo(() => z.safeParse(timerAnswerSchema, told).data?.timer ?? undefined, [told])
}

/** Whole seconds that are left of it, in milliseconds; followed as long as it runs. */
export function useTimeLeft(timer: Timer | undefined): number {
  const ahead = useObservable(serverTime.ahead)
  const count = useCallback(
    (): number => (timer === undefined ? 0 : Math.ceil(timeLeft(timer, Date.now() + ahead) / 1_000) * 1_000),
    [timer, ahead],
  )
  const [seen, setSeen] = useState(() => ({ count, left: count() }))
  if (seen.count !== count) setSeen({ count, left: count() })
  useEffect(() => {
    if (timer?.state !== 'running') return undefined
    const ticking = setInterval(() => {
      const left = count()
      setSeen((before) => (before.left === left && before.count === count ? before : { count, left }))
    }, 200)
    return () => clearInterval(ticking)
  }, [count, timer])
  return seen.left
}

/** Does something with the timer, for everyone. What goes wrong is said. */
export function useTimerAct(): { readonly busy: boolean; act(act: TimerAct): Promise<void> } {
  const { meetingNews } = useEditor()
  const seat = useSeat()
  const say = useApiProblem()
  const [busy, setBusy] = useState(false)
  const act = useCallback(
    async (wanted: TimerAct): Promise<void> => {
      setBusy(true)
      const done = await timerApi.act(seat, wanted)
      setBusy(false)
      if (done.ok) meetingNews.takeTimer(done.value)
      else toast.error(say(done.reason))
    },
    [meetingNews, seat, say],
  )
  return { busy, act }
}
