'use client'
import { useEffect, useRef, useState } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { isTyping } from '../../hooks/isTyping'
import { keepReason, recallReason } from './reasonToGo'

/** Seconds before a tab goes by itself. */
const seconds = 8

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
  const [left, setLeft] = useState<number>()
  const going = useRef(go)
  useEffect(() => {
    going.current = go
  })
  useEffect(() => {
    if (reason === null) return
    const before = recallReason(map)
    keepReason(map, reason ?? '')
    if (reason === undefined) setLeft(undefined)
    else if (before !== undefined && before !== reason) setLeft(seconds)
  }, [map, reason])
  useEffect(() => {
    if (left === undefined) return undefined
    const timer = setTimeout(() => {
      if (left > 1) {
        setLeft(left - 1)
        return
      }
      setLeft(undefined)
      const { naming, linking, dialog } = workspace.get()
      const isBusy = (naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement)
      if (!isBusy) going.current()
    }, 1_000)
    return () => clearTimeout(timer)
  }, [left, workspace])
  return { left, cancel: () => setLeft(undefined) }
}
