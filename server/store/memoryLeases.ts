import type { MapId } from '../../lib/base/ids'
import type { Leases, LeaseTerms } from './leases'

interface Row {
  readonly owner: string
  readonly fence: number
  readonly until: number
}

/** Leases of a store that forgets everything when the process ends: for tests with several processes in one. */
export interface MemoryLeases {
  leases(terms: LeaseTerms): Leases
  /** The number that appends to this map have to name, if they name one. */
  fenceOf(map: MapId): number
  deleteLeasesOf(map: MapId): void
}

/**
 * @param enter as for every method of the store
 * @param hasMap asked before a map is taken
 */
export function createMemoryLeases(
  enter: () => Promise<void>,
  hasMap: (map: MapId) => boolean,
  now: () => number,
): MemoryLeases {
  const rows = new Map<MapId, Row>()
  return {
    leases: ({ owner, duration }) => ({
      async acquire(map) {
        await enter()
        if (!hasMap(map)) return { kind: 'no-such-map' }
        const row = rows.get(map)
        if (row !== undefined && row.owner !== owner && row.until > now()) {
          return { kind: 'held', owner: row.owner, left: row.until - now() }
        }
        const fence = (row?.fence ?? 0) + 1
        rows.set(map, { owner, fence, until: now() + duration })
        return { kind: 'owned', lease: { map, fence } }
      },
      async renew(leases) {
        await enter()
        return leases.filter(({ map, fence }) => {
          const row = rows.get(map)
          if (row?.owner !== owner || row.fence !== fence || row.until <= 0) return false
          rows.set(map, { ...row, until: now() + duration })
          return true
        })
      },
      async release({ map, fence }) {
        await enter()
        const row = rows.get(map)
        if (row?.owner === owner && row.fence === fence) rows.set(map, { ...row, until: 0 })
      },
    }),
    fenceOf: (map) => rows.get(map)?.fence ?? 0,
    deleteLeasesOf: (map) => void rows.delete(map),
  }
}
