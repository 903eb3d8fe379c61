'use client'
import { useCallback, useMemo, useState } from 'react'
import type { BreakoutGroupAnswer, BreakoutOf, BreakoutsAnswer } from '../../../lib/protocol/breakouts'
import type { MapSeat } from '../../hooks/api'
import { useAsked } from '../../hooks/askUntil'
import { recallSeat } from '../../join/seat'
import { breakoutsApi } from './breakoutsApi'

/** Where one has been put, and who one is on the map that all groups are of. */
export interface NewGroup {
  /** Undefined: one is where one belongs, or in no group; null: not known yet. */
  readonly group: BreakoutGroupAnswer | null | undefined
  readonly seat: MapSeat
  readonly self: string | undefined
}

/**
 * On a group's map: the other group that one has been put into since. One goes by another id there than on the map that
 * groups are of, and only that knows who is in which: it is asked whenever this group is told of.
 */
export function useNewGroup(of: BreakoutOf): NewGroup {
  const self = useMemo(() => recallSeat(of.map)?.participant.id, [of.map])
  const seat = useMemo((): MapSeat => ({ mapId: of.map, participant: self }), [of.map, self])
  const [told, setTold] = useState<BreakoutsAnswer>()
  useAsked(
    useCallback(() => breakoutsApi.find(seat), [seat]),
    setTold,
    of,
  )
  if (told === undefined) return { group: null, seat, self }
  const { breakouts } = told
  const isOut = breakouts?.id === of.id && breakouts.endedAt === undefined
  const own = isOut ? breakouts.groups.find(({ people }) => people.some(({ id }) => id === self)) : undefined
  return { group: own?.id === of.group.id ? undefined : own, seat, self }
}
