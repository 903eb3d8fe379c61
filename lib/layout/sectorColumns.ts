import type { ElementId } from '../base/ids'
import { compareByList, compareNames, compareValues } from '../base/textOrder'
import type { Stakeholder } from '../model/element'
import type { Position } from '../model/position'

/** One sector and who is in it, from above. */
export interface SectorColumn {
  /** Absent: those of whom nobody said a sector. */
  readonly sector: string | undefined
  readonly members: readonly Stakeholder[]
}

/**
 * Stakeholders by sector: the sectors in the order given, then other words by name, then those without one. Within a
 * column who was placed stands by rank, then the others by name. The same on every screen. Cost: n log n.
 * @param sectors in the order in which their columns stand; those that nobody is in get a column where `withEmpty`
 */
export function toSectorColumns(
  stakeholders: readonly Stakeholder[],
  positions: ReadonlyMap<ElementId, Position> | undefined,
  sectors: readonly string[],
  withEmpty = false,
): readonly SectorColumn[] {
  const bySector = new Map<string | undefined, Stakeholder[]>()
  if (withEmpty) for (const sector of sectors) bySector.set(sector, [])
  for (const stakeholder of stakeholders) {
    const members = bySector.get(stakeholder.sector) ?? []
    bySector.set(stakeholder.sector, members)
    members.push(stakeholder)
  }
  const rankOf = ({ id }: Stakeholder): number => positions?.get(id)?.y ?? Infinity
  if (withEmpty && !bySector.has(undefined)) bySector.set(undefined, [])
  return [...bySector.keys()].toSorted(compareByList(sectors)).map((sector) => ({
    sector,
    members: (bySector.get(sector) ?? []).toSorted(
      (a, b) => compareValues(rankOf(a), rankOf(b)) || compareNames(a.label, b.label) || compareValues(a.id, b.id),
    ),
  }))
}
