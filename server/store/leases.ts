import type { MapId } from '../../lib/base/ids'

/**
 * Who owns which map: of several processes on one database at most one may change a map, as long as it says in time that
 * it is still there. A port; its contract suite is tests/contract/leasesContract.ts.
 *
 * A lease alone keeps nobody from writing: a process that was stopped for a while does not know that its time is up. So
 * each taking of a map has a number, the fence, which every append names (`AppendEntry.fence`), and which the store
 * compares in the statement that gives the update its place.
 */
export interface Leases {
  /**
   * Takes a map that nobody has, whose owner has not been heard of for too long, or that is this process's own already:
   * under a new number in any case, so that what an earlier taking still has under way is refused.
   */
  acquire(map: MapId): Promise<Acquired>
  /** Says that this process is still there. @returns those of these leases that are still its own, for another while */
  renew(leases: readonly Lease[]): Promise<readonly Lease[]>
  /** Gives a map back, for anybody to take at once. Nothing where it has been taken over. */
  release(lease: Lease): Promise<void>
}

/** That a map is one's own. */
export interface Lease {
  readonly map: MapId
  /** Rises with every taking of the map; undefined where no other process can take it. */
  readonly fence: number | undefined
}

export type Acquired =
  | { readonly kind: 'owned'; readonly lease: Lease }
  /** Another process has it; `left`: milliseconds until it may be taken, if that one is not heard of again. */
  | { readonly kind: 'held'; readonly owner: string; readonly left: number }
  | { readonly kind: 'no-such-map' }

/** Who takes leases, and for how long. */
export interface LeaseTerms {
  /** A name that no other process has or had. */
  readonly owner: string
  /** Milliseconds that a lease lasts, by the clock of the store, unless it is renewed. */
  readonly duration: number
}

/** Of the only process of a store, which owns every map: asks nobody and costs nothing. */
export const soleLeases: Leases = {
  acquire: (map) => Promise.resolve({ kind: 'owned', lease: { map, fence: undefined } }),
  renew: (leases) => Promise.resolve(leases),
  release: () => Promise.resolve(),
}
