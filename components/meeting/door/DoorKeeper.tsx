'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import type { DoorAnswer } from '../../../lib/protocol/door'
import { announce, unsay } from '../../hooks/announcer'
import { useAsked } from '../../hooks/askUntil'
import { useEditor } from '../../hooks/EditorProvider'
import { useObservable } from '../../hooks/useObservable'
import { useRoundRights, useSeat } from '../../hooks/useRounds'
import { doorApi } from './doorApi'
import { useDoor } from './useDoor'

/** For those who run the meeting: asks after each welcome whether people wait, and says when the first does. Draws nothing. */
export function DoorKeeper() {
  const { mayRun } = useRoundRights()
  return mayRun ? <Asker /> : null
}

function Asker(): null {
  const t = useTranslations('door')
  const { meetingNews, roundNews } = useEditor()
  const seat = useSeat()
  const visits = useObservable(roundNews.visits)
  const find = useCallback(() => doorApi.find(seat), [seat])
  const take = useCallback((door: DoorAnswer) => meetingNews.takeDoor(door), [meetingNews])
  useAsked(find, take, visits)
  const count = useDoor()?.count ?? 0
  const before = useRef(0)
  const said = useRef('')
  useEffect(() => {
    const last = before.current
    before.current = count
    // More who come, or are let in, are not said aloud again; what was said is no longer so.
    if (count !== last) unsay(said.current)
    if (count === 0 || last !== 0) return
    said.current = t('strip', { count })
    announce(said.current)
  }, [count, t])
  return null
}
