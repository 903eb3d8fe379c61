import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { CloseReason } from '../../lib/protocol/close'
import type { RoomEvent } from '../../lib/protocol/events'
import { mayRun, type Role } from '../../lib/protocol/role'
import type { IdentifiedPerson, Identity } from '../access/identity'
import { sessionLimits } from './sessionLimits'
import { Waiter, type WaiterParts } from './waiter'

/** Sockets of this process whose people wait for a meeting, by map. */
export interface WaitingRoom {
  seat(parts: Pick<WaiterParts, 'identity' | 'events' | 'socket'>): Waiter
  /** Who waits on this map, once per socket. */
  waiting(map: MapId): readonly Identity[]
  /** Tells those who wait on this map what they have not been told yet. */
  tellWaiting(map: MapId, event: RoomEvent): void
  /** Ends everyone who fits. `restart` has them come again by themselves. */
  endWhere(test: (identity: Identity) => boolean, reason: CloseReason, message: string): void
  /** Takes in what a participant is called and may do now: who runs the meeting comes in. */
  recognise(map: MapId, participant: IdentifiedPerson, role: Role): void
  /** Sockets that are here. */
  size(): number
  all(): readonly Waiter[]
}

export function createWaitingRoom({
  clock,
  version,
}: {
  readonly clock: Clock
  readonly version: string
}): WaitingRoom {
  const byMap = new Map<MapId, Set<Waiter>>()
  let count = 0
  let isTicking = false
  const all = (): readonly Waiter[] => [...byMap.values()].flatMap((waiters) => [...waiters])
  const tick = (): void => {
    isTicking = false
    for (const waiter of all()) waiter.tick()
    arrangeTick()
  }
  const arrangeTick = (): void => {
    if (isTicking || count === 0) return
    isTicking = true
    clock.after(sessionLimits.tick, tick)
  }
  const of = (map: MapId): readonly Waiter[] => [...(byMap.get(map) ?? [])]

  return {
    seat(parts) {
      const { map } = parts.identity
      const waiters = byMap.get(map) ?? new Set<Waiter>()
      byMap.set(map, waiters)
      const waiter = new Waiter({
        ...parts,
        version,
        clock,
        onEnd: (ended) => {
          count -= 1
          waiters.delete(ended)
          if (waiters.size === 0 && byMap.get(map) === waiters) byMap.delete(map)
        },
      })
      count += 1
      waiters.add(waiter)
      arrangeTick()
      return waiter
    },
    waiting: (map) => of(map).map(({ identity }) => identity),
    tellWaiting(map, event) {
      for (const waiter of of(map)) waiter.tell(event)
    },
    endWhere(test, reason, message) {
      for (const waiter of all()) if (test(waiter.identity)) void waiter.end(reason, message)
    },
    recognise(map, participant, role) {
      for (const waiter of of(map)) {
        if (waiter.identity.participant?.id !== participant.id) continue
        waiter.recognise({ ...waiter.identity, participant, role })
        if (mayRun(role)) void waiter.end('restart', 'You may come in now.')
      }
    },
    size: () => count,
    all,
  }
}
