'use client'
import * as z from 'zod/mini'
import { useCallback, useMemo, useState } from 'react'
import type { Result } from '../../../lib/base/result'
import { breakoutsAnswerSchema, type BreakoutGroupAnswer, type BreakoutsAnswer } from '../../../lib/protocol/breakouts'
import type { ApiProblem, MapSeat } from '../../hooks/api'
import { useEditor } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSelf } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { breakoutsApi } from './breakoutsApi'
import { keepReason } from './reasonToGo'

/** The groups of this map, and of what it is a copy; undefined until the server has told. */
export function useBreakouts(): BreakoutsAnswer | undefined {
  const told = useObservable(useEditor().meetingNews.breakouts)
  return useMemo(() => z.safeParse(breakoutsAnswerSchema, told).data, [told])
}

/** True while groups of this map are at work on copies of it. */
export function useAreGroupsOut(): boolean {
  const breakouts = useBreakouts()?.breakouts
  return breakouts !== undefined && breakouts !== null && breakouts.endedAt === undefined
}

/** The group that one is in oneself, while groups are out. */
export function useOwnGroup(): BreakoutGroupAnswer | undefined {
  const { id } = useSelf()
  const breakouts = useBreakouts()?.breakouts
  if (breakouts === undefined || breakouts === null || breakouts.endedAt !== undefined) return undefined
  return breakouts.groups.find(({ people }) => people.some((person) => person.id === id))
}

interface BreakoutActs {
  readonly busy: boolean
  /** Asks the server for a change. True if it was made; what was not is said. */
  act(change: (seat: MapSeat) => Promise<Result<BreakoutsAnswer, ApiProblem>>): Promise<boolean>
  /** Goes to a group's map, in this tab. */
  enter(group: string): Promise<void>
}

/**
 * What one may ask of the server about groups, with words for what it refuses.
 * @param elsewhere on which map, and as whom; on this one unless told
 */
export function useBreakoutActs(elsewhere?: MapSeat): BreakoutActs {
  const { meetingNews } = useEditor()
  const here = useSeat()
  const seat = elsewhere ?? here
  const say = useApiProblem()
  const told = useBreakouts()
  const isOut = told !== undefined && (told.of ?? told.breakouts)?.endedAt === undefined
  const [busy, setBusy] = useState(false)
  const act = useCallback<BreakoutActs['act']>(
    async (change) => {
      setBusy(true)
      const done = await change(seat)
      setBusy(false)
      if (done.ok) meetingNews.takeBreakouts(done.value)
      else toast.error(say(done.reason), { id: 'breakouts' })
      return done.ok
    },
    [meetingNews, seat, say],
  )
  const enter = useCallback<BreakoutActs['enter']>(
    async (group) => {
      setBusy(true)
      const entered = await breakoutsApi.enter(seat, group)
      if (entered.ok) {
        // Who is on the way when everyone is called back is called back too; who looks at it afterwards stays.
        keepReason(entered.value.map, isOut ? '' : undefined)
        goToMap(entered.value.map)
      } else {
        setBusy(false)
        toast.error(say(entered.reason), { id: 'breakouts' })
      }
    },
    [seat, say, isOut],
  )
  return { busy, act, enter }
}

/** Opens another map in this tab. */
export function goToMap(map: string): void {
  window.location.assign(`/m/${encodeURIComponent(map)}`)
}
