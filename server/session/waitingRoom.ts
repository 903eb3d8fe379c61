import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { mayRun } from '../../lib/protocol/role'
import type { Identity } from '../access/identity'
import { isOfThem } from '../access/whom'
import type { Bus, ToWaiters } from '../bus/bus'
import { sessionLimits } from './sessionLimits'
import { Waiter, type WaiterParts } from './waiter'

/** Sockets of this process whose people wait for a meeting, by map. */
export interface WaitingRoom {
  seat(parts: Pick<WaiterParts, 'identity' | 'events' | 'socket'>): Waiter
  /** Who waits on this map in this process, once per socket. */
  waiting(map: MapId): readonly Identity[]
  /** Maps that somebody waits for. */
  maps(): readonly MapId[]
  /** Sockets that are here. */
  size(): number
  all(): readonly Waiter[]
}

export interface WaitingRoomParts {
  readonly bus: Pick<Bus, 'toWaiters'>
  readonly clock: Clock
  readonly version: string
  /** Somebody waits for a map, or goes. */
  readonly onChange?: ((map: MapId) => void) | undefined
}

export function createWaitingRoom({ bus, clock, version, onChange }: WaitingRoomParts): WaitingRoom {
  /** What ends the listening on the bus, by map. */
  const endings = new Map<MapId, () => void>()
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
  const hear = (map: MapId, word: ToWaiters): void => {
    for (const waiter of of(map)) {
      switch (word.do) {
        case 'tell':
          waiter.tell(word.event)
          break
        case 'expel':
          if (isOfThem(word.who, waiter.identity)) void waiter.end(word.reason, word.message)
          break
        case 'recognise':
          if (waiter.identity.participant?.id !== word.participant.id) break
          waiter.recognise({ ...waiter.identity, participant: word.participant, role: word.role })
          // Who runs the meeting comes in.
          if (mayRun(word.role)) void waiter.end('restart', 'You may come in now.')
      }
    }
  }
  const listen = (map: MapId): void => {
    if (endings.has(map)) return
    endings.set(
      map,
      // What was lost on the way is said again: news every second, and doors are looked at as often.
      bus.toWaiters.subscribe(map, { receive: (word) => hear(map, word), lost: () => undefined }),
    )
  }

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
          if (waiters.size === 0 && byMap.get(map) === waiters) {
            byMap.delete(map)
            endings.get(map)?.()
            endings.delete(map)
          }
          onChange?.(map)
        },
      })
      count += 1
      waiters.add(waiter)
      listen(map)
      arrangeTick()
      onChange?.(map)
      return waiter
    },
    waiting: (map) => of(map).map(({ identity }) => identity),
    maps: () => [...byMap.keys()],
    size: () => count,
    all,
  }
}
