import type { Stakeholder } from '../model/element'
import type { Tie } from '../model/link'

/** Ties of a sector: among its own people, and to those of other sectors. Each tie counts once. */
export interface SectorTies {
  readonly within: number
  readonly outside: number
}

/** How many ties each sector has; under `undefined` those of whom nobody said a sector. Cost: linear. */
export function countSectorTies(
  stakeholders: readonly Stakeholder[],
  ties: readonly Tie[],
): ReadonlyMap<string | undefined, SectorTies> {
  const sectorOf = new Map(stakeholders.map(({ id, sector }) => [id, sector]))
  const counts = new Map<string | undefined, { within: number; outside: number }>()
  for (const { sector } of stakeholders) counts.set(sector, { within: 0, outside: 0 })
  for (const { from, to } of ties) {
    const [one, other] = [counts.get(sectorOf.get(from)), counts.get(sectorOf.get(to))]
    if (one === undefined || other === undefined || !sectorOf.has(from) || !sectorOf.has(to)) continue
    if (one === other) one.within += 1
    else {
      one.outside += 1
      other.outside += 1
    }
  }
  return counts
}
