'use client'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { isTyping } from '../../hooks/isTyping'
import { keepReason, recallReason } from './reasonToGo'

/** Seconds before a tab goes by itself. */
const seconds = 8
/** Milliseconds between two looks at the clock. */
const beat = 250

export interface Countdown {
  /** Seconds that are left; undefined while nothing is counted. */
  readonly left: number | undefined
  cancel(): void
}

/**
 * Counts down to something that happens by itself when the reason for it changes while this tab is here: what was so
 * before the tab came moves nobody. A tab that only loads anew, or goes from one map to another and back, has been here: what
 * became so meanwhile counts. Who is in the middle of something when the time is up is not moved.
 * @param map where it is counted
 * @param reason undefined: there is nothing to go for; null: not known yet
 */
export function useCountdown(map: string, reason: string | null | undefined, go: () => void): Countdown {
  const workspace = useWorkspace()
  const [until, setUntil] = useState<number>()
  const [left, setLeft] = useState(seconds)
  const going = useRef(go)
  useEffect(() => {
    going.current = go
  })
  useEffect(() => {
    if (reason === null) return
    const before = recallReason(map)
    keepReason(map, reason ?? '')
    if (reason === undefined) setUntil(undefined)
    else if (before !== undefined && before !== reason) {
      setLeft(seconds)
      setUntil(performance.now() + seconds * 1_000)
    }
  }, [map, reason])
  useEffect(() => {
    if (until === undefined) return undefined
    const look = (): void => {
      const rest = until - performance.now()
      if (rest > 0) {
        setLeft(Math.ceil(rest / 1_000))
        return
      }
      stop()
      setUntil(undefined)
      const { naming, linking, dialog } = workspace.get()
      const isBusy = (naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement)
      if (!isBusy) going.current()
    }
    // By the clock, not by counting beats: those come late where a page is hidden or has much to do.
    const beats = setInterval(look, beat)
    // One set long before is not put off in a hidden page as beats are.
    const end = setTimeout(look, until - performance.now())
    const stop = (): void => {
      clearInterval(beats)
      clearTimeout(end)
    }
    return stop
  }, [until, workspace])
  return { left: until === undefined ? undefined : left, cancel: () => setUntil(undefined) }
}
