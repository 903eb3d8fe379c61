import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Lease, Leases } from '../store/leases'
import { silentWatch, type Watch } from '../watch/watch'
import type { Log } from './log'

/** Which maps this process has, of those that several may have in turn (decision 19). */
export interface Ownership {
  /** Takes the map as soon as nobody else has it. */
  need(map: MapId): void
  /**
   * Whose the map is, which is needed from now on: this process's own, another's, or nobody's, since there is none. Of one
   * of which that is not known yet, when it has been asked. Rejects if that cannot be found out.
   */
  find(map: MapId): Promise<Whose>
  /** True if nobody else can have the map now, even if this process stood still a moment ago. */
  owns(map: MapId): boolean
  /** Nobody here needs it any more; one that was taken is given back. */
  leave(map: MapId): void
  /** Gives everything back. */
  close(): Promise<void>
}

export type Whose = 'own' | 'other' | 'nobody'

export interface OwnershipParts {
  readonly leases: Leases
  readonly clock: Clock
  readonly log: Log
  readonly times: OwnershipTimes
  readonly watch?: Pick<Watch, 'leaseMoved'>
  /** What has to be known of a map that is this process's own, before anybody joins it. */
  readonly prepare?: ((map: MapId) => Promise<void>) | undefined
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
  /** Since the last time that it was asked. */
  whose: Whose | undefined
  /** Who wants to know. */
  readonly curious: { tell(whose: Whose): void; fail(cause: unknown): void }[]
}

export function createOwnership(parts: OwnershipParts): Ownership {
  const { leases, clock, log, times, watch = silentWatch, prepare, onTaken, onLost } = parts
  const needs = new Map<MapId, Need>()
  /** Maps on their way back. */
  const returning = new Set<Promise<void>>()
  let cancelRenewal: (() => void) | undefined
  let isClosed = false

  const isCurrent = (map: MapId, need: Need): boolean => needs.get(map) === need

  const settle = (need: Need, whose: Whose): void => {
    need.whose = whose
    for (const { tell } of need.curious.splice(0)) tell(whose)
  }

  const take = async (map: MapId, need: Need): Promise<void> => {
    const again = (after: number): void => {
      if (!isClosed && isCurrent(map, need)) need.cancel = clock.after(after, () => void take(map, need))
    }
    const askedAt = clock.now()
    try {
      const acquired = await inTime(leases.acquire(map))
      if (acquired.kind === 'held') {
        again(Math.min(acquired.left, times.duration) + 50)
        settle(need, 'other')
      } else if (acquired.kind === 'no-such-map') {
        if (!isCurrent(map, need)) return
        needs.delete(map)
        onTaken(map, undefined)
        settle(need, 'nobody')
      } else if (isClosed || !isCurrent(map, need)) giveBack(acquired.lease)
      else {
        need.lease = acquired.lease
        watch.leaseMoved('taken')
        need.until = askedAt + times.duration
        renewSoon()
        if (prepare !== undefined) await inTime(prepare(map))
        // It may have been lost meanwhile, or given back.
        if (need.lease !== acquired.lease || !isCurrent(map, need)) return
        onTaken(map, acquired.lease.fence)
        settle(need, 'own')
      }
    } catch (cause) {
      log.warn({ map, cause }, 'a map could not be taken yet')
      if (need.lease !== undefined && isCurrent(map, need)) giveBack(need.lease)
      need.lease = undefined
      for (const { fail } of need.curious.splice(0)) fail(cause)
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
    need.whose = undefined
    watch.leaseMoved('lost')
    log.warn({ map }, 'another process may have this map now')
    onLost(map)
    // Whoever heard of it may need it no more.
    if (isCurrent(map, need)) void take(map, need)
  }
  const giveBack = (lease: Lease): void => {
    watch.leaseMoved('given-back')
    const given = inTime(leases.release(lease)).catch((cause: unknown) => {
      log.warn({ map: lease.map, cause }, 'a map could not be given back; its time will run out')
    })
    returning.add(given)
    void given.finally(() => returning.delete(given))
  }

  const begin = (map: MapId): Need => {
    const known = needs.get(map)
    if (known !== undefined) return known
    const need: Need = { lease: undefined, until: 0, cancel: () => undefined, whose: undefined, curious: [] }
    needs.set(map, need)
    void take(map, need)
    return need
  }

  return {
    need(map) {
      if (!isClosed) begin(map)
    },
    find(map) {
      if (isClosed) return Promise.reject(new Error('The server is stopping.'))
      const need = begin(map)
      if (need.whose !== undefined) return Promise.resolve(need.whose)
      return new Promise((tell, fail) => need.curious.push({ tell, fail }))
    },
    owns(map) {
      const need = needs.get(map)
      return need?.lease !== undefined && clock.now() < need.until
    },
    leave(map) {
      const need = needs.get(map)
      if (need === undefined) return
      needs.delete(map)
      need.cancel()
      for (const { fail } of need.curious.splice(0)) fail(new Error('The map is not needed any more.'))
      if (need.lease !== undefined) giveBack(need.lease)
    },
    async close() {
      isClosed = true
      cancelRenewal?.()
      for (const { lease } of listOwned()) giveBack(lease)
      for (const need of needs.values()) {
        need.cancel()
        for (const { fail } of need.curious.splice(0)) fail(new Error('The server is stopping.'))
      }
      needs.clear()
      await Promise.all(returning)
    },
  }
}
