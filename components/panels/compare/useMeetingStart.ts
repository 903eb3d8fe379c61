'use client'
import { useEffect, useRef } from 'react'
import { serverTime } from '../../hooks/serverTime'
import { useSeat } from '../../hooks/useRounds'
import { versionsApi } from '../versions/versionsApi'
import { findMeetingStart } from './meetingStart'
import type { SideKey } from './sides'

/** Calls `onFound` once with the map as it was when the meeting began, if that is wanted and was kept. */
export function useMeetingStart(isWanted: boolean, onFound: (start: SideKey) => void): void {
  const seat = useSeat()
  const latest = useRef(onFound)
  useEffect(() => {
    latest.current = onFound
  }, [onFound])
  useEffect(() => {
    if (!isWanted) return undefined
    let isOver = false
    void versionsApi.list(seat).then((page) => {
      const start = isOver || !page.ok ? undefined : findMeetingStart(page.value.versions, serverTime.now())
      if (start !== undefined) latest.current(`version:${start.id}`)
    })
    return () => {
      isOver = true
    }
  }, [isWanted, seat])
}
