'use client'
import * as z from 'zod/mini'
import { useMemo } from 'react'
import type { ToldRound } from '../../lib/editor/roundNews'
import { roundHeadSchema, type RoundHead } from '../../lib/protocol/round'
import { mayEdit, isAtLeast } from '../../lib/protocol/role'
import { useEditor } from './EditorProvider'
import { useSelf } from './useMap'
import { useObservable } from './useObservable'
import type { MapSeat } from './api'

const read = new WeakMap<ToldRound, RoundHead | undefined>()

/** A round that a newer server told of in words we do not know is none to us. */
function readHead(told: ToldRound): RoundHead | undefined {
  if (!read.has(told)) read.set(told, z.safeParse(roundHeadSchema, told).data)
  return read.get(told)
}

/** The rounds of this map, oldest first. */
export function useRounds(): readonly RoundHead[] {
  const told = useObservable(useEditor().roundNews.rounds)
  return useMemo(
    () => [...told.values()].flatMap((one) => readHead(one) ?? []).toSorted((a, b) => a.openedAt - b.openedAt),
    [told],
  )
}

export function useRound(id: string | undefined): RoundHead | undefined {
  return useRounds().find((round) => round.id === id)
}

/** As whom this tab asks the server. */
export function useSeat(): MapSeat {
  const { mapId } = useEditor()
  const { id: participant } = useSelf()
  return useMemo(() => ({ mapId, participant }), [mapId, participant])
}

/** What this person may do in rounds. */
export function useRoundRights(): { readonly mayRun: boolean; mayAnswer(round: RoundHead): boolean } {
  const { role } = useSelf()
  return { mayRun: isAtLeast(role, 'facilitator'), mayAnswer: ({ setup }) => setup.of === 'everyone' || mayEdit(role) }
}
