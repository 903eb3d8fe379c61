import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Lease, Leases } from '../store/leases'
import type { Log } from './log'

/** Which maps this process has, of those that several may have in turn (decision 19). */
export interface Ownership {
  /** Takes the map as soon as nobody else has it. */
  need(map: MapId): void
  /** Nobody here needs it any more; one that was taken is given back. */
  leave(map: MapId): void
  /** Gives everything back. */
  close(): Promise<void>
}

export interface OwnershipParts {
  readonly leases: Leases
  readonly clock: Clock
  readonly log: Log
  readonly times: OwnershipTimes
  /** The map is this process's own, under this number; or it is not there, and nobody's. */
  readonly onTaken: (map: MapId, fence: number | undefined) => void
  /** It is not any more, or may not be: another may write to it from now on. It is taken again when that is possible. */
  readonly onLost: (map: MapId) => void
}

/** Milliseconds. */
export interface OwnershipTimes {
  /** What the leases last (`LeaseTerms.duration`). */
  readonly duration: number
  /** Between two renewals, and two tries after a failure. */
  readonly renew: number
}

/** Whoever dies is followed within the sum of both, and what it takes to load the map. */
export const usualOwnershipTimes: OwnershipTimes = { duration: 3_000, renew: 1_000 }

interface Need {
  lease: Lease | undefined
  /** Until when nobody else can have it, by this process's own clock. */
  until: number
  cancel: () => void
}

export function createOwnership(parts: OwnershipParts): Ownership {
  const { leases, clock, log, times, onTaken, onLost } = parts
  const needs = new Map<MapId, Need>()
  /** Maps on their way back. */
  const returning = new Set<Promise<void>>()
  let cancelRenewal: (() => void) | undefined
  let isClosed = false

  const isCurrent = (map: MapId, need: Need): boolean => needs.get(map) === need

  const take = async (map: MapId, need: Need): Promise<void> => {
    const again = (after: number): void => {
      if (!isClosed && isCurrent(map, need)) need.cancel = clock.after(after, () => void take(map, need))
    }
    const askedAt = clock.now()
    try {
      const acquired = await inTime(leases.acquire(map))
      if (acquired.kind === 'held') again(Math.min(acquired.left, times.duration) + 50)
      else if (acquired.kind === 'no-such-map') {
        if (!isCurrent(map, need)) return
        needs.delete(map)
        onTaken(map, undefined)
      } else if (isClosed || !isCurrent(map, need)) giveBack(acquired.lease)
      else {
        need.lease = acquired.lease
        need.until = askedAt + times.duration
        renewSoon()
        onTaken(map, acquired.lease.fence)
      }
    } catch (cause) {
      log.warn({ map, cause }, 'a map could not be taken yet')
      again(times.renew)
    }
  }

  /** An answer that does not come is a failure; what it may have taken all the same is taken again, under a higher number. */
  const inTime = <Answer>(asked: Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(times.duration, () => reject(new Error('The database does not answer.')))
      asked.then(resolve, reject).finally(cancel)
    })

  const renewSoon = (): void => {
    cancelRenewal ??= clock.after(times.renew, () => {
      cancelRenewal = undefined
      loseOverdue()
      void renew()
    })
  }
  const renew = async (): Promise<void> => {
    const owned = listOwned()
    if (owned.length === 0 || isClosed) return
    // The next does not wait for this one: a database that hangs is noticed by then.
    renewSoon()
    const askedAt = clock.now()
    try {
      const still = new Set(await leases.renew(owned.map(({ lease }) => lease)))
      for (const { map, need, lease } of owned) {
        if (!isCurrent(map, need) || need.lease !== lease) continue
        if (still.has(lease)) need.until = Math.max(need.until, askedAt + times.duration)
        else lose(map, need)
      }
    } catch (cause) {
      log.warn({ cause }, 'maps could not be kept yet')
    }
  }
  const listOwned = (): readonly { readonly map: MapId; readonly need: Need; readonly lease: Lease }[] =>
    [...needs].flatMap(([map, need]) => (need.lease === undefined ? [] : [{ map, need, lease: need.lease }]))
  /** Whoever cannot say that it is there is taken for gone by the others. */
  const loseOverdue = (): void => {
    for (const { map, need } of listOwned()) if (clock.now() >= need.until) lose(map, need)
  }
  const lose = (map: MapId, need: Need): void => {
    need.lease = undefined
    log.warn({ map }, 'another process may have this map now')
    onLost(map)
    // Whoever heard of it may need it no more.
    if (isCurrent(map, need)) void take(map, need)
  }
  const giveBack = (lease: Lease): void => {
    const given = inTime(leases.release(lease)).catch((cause: unknown) => {
      log.warn({ map: lease.map, cause }, 'a map could not be given back; its time will run out')
    })
    returning.add(given)
    void given.finally(() => returning.delete(given))
  }

  return {
    need(map) {
      if (isClosed || needs.has(map)) return
      const need: Need = { lease: undefined, until: 0, cancel: () => undefined }
      needs.set(map, need)
      void take(map, need)
    },
    leave(map) {
      const need = needs.get(map)
      if (need === undefined) return
      needs.delete(map)
      need.cancel()
      if (need.lease !== undefined) giveBack(need.lease)
    },
    async close() {
      isClosed = true
      cancelRenewal?.()
      for (const { lease } of listOwned()) giveBack(lease)
      for (const need of needs.values()) need.cancel()
      needs.clear()
      await Promise.all(returning)
    },
  }
}
