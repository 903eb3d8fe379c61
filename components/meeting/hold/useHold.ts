import { useCallback } from 'react'
import { createObservable } from '../../../lib/base/observable'
import type { Editor } from '../../hooks/editor'
import type { Hold } from '../../../lib/protocol/hold'
import { mayRun } from '../../../lib/protocol/role'
import { useEditor } from '../../hooks/EditorProvider'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSelf, useSync } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { holdApi } from './holdApi'

/** Id of the hold during which this person looks around by themselves. */
const looksAround = createObservable<string | undefined>(undefined)

export interface HeldHere {
  /** Who holds the map; undefined without a connection, too. */
  readonly hold: Hold | undefined
  /** This tab is shown what whoever holds sees, and may not edit meanwhile. */
  readonly isLed: boolean
  /** They are shown that, and look around by themselves for now. */
  readonly isAround: boolean
  lookAround(around: boolean): void
}

/**
 * Whoever holds, or held, is not there: the server releases the map after a while. Nothing is known of it without a connection, and of
 * oneself one need not be told.
 */
export function isHolderGone(
  { people, self, sync }: Pick<Editor, 'people' | 'self' | 'sync'>,
  { person }: Hold,
): boolean {
  if (sync.get().kind === 'offline' || person === self.get().id) return false
  return !people.get().some(({ id }) => id === person)
}

/** What a hold means for this tab. */
export function useHold(): HeldHere {
  const known = useObservable(useEditor().hold)
  const { role } = useSelf()
  const isAway = useSync().kind === 'offline'
  const around = useObservable(looksAround)
  const hold = isAway ? undefined : known
  const isLed = hold !== undefined && !mayRun(role)
  return {
    hold,
    isLed,
    isAround: isLed && around === hold.id,
    lookAround: (wanted) => looksAround.set(wanted ? hold?.id : undefined),
  }
}

/** Holding the map and releasing it; what goes wrong is said. */
export function useHoldActs(): { hold(): Promise<void>; release(): Promise<void> } {
  const seat = useSeat()
  const say = useApiProblem()
  const hold = useCallback(async () => {
    const done = await holdApi.start(seat)
    if (!done.ok) toast.error(say(done.reason), { id: 'hold' })
  }, [seat, say])
  const release = useCallback(async () => {
    const done = await holdApi.release(seat)
    if (!done.ok) toast.error(say(done.reason), { id: 'hold' })
  }, [seat, say])
  return { hold, release }
}
