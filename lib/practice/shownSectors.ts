/** Fewer people than these are not told of apart: what one of them said would be guessed. */
export const fewestOfSector = 3

/**
 * The sectors that may be told of apart from all who answered: those that at least three people come from. Where those
 * left over would be one or two, whose answers come out when what is told is taken away from the whole, the smallest
 * sector is not told of either.
 * @param from the sector of each person who answered; undefined: they said none
 */
export function listShownSectors(from: readonly (string | undefined)[]): ReadonlySet<string> {
  const people = new Map<string, number>()
  for (const sector of from) if (sector !== undefined) people.set(sector, (people.get(sector) ?? 0) + 1)
  const large = [...people].filter(([, count]) => count >= fewestOfSector).toSorted(([, a], [, b]) => b - a)
  const left = from.length - large.reduce((sum, [, count]) => sum + count, 0)
  const shown = left > 0 && left < fewestOfSector ? large.slice(0, -1) : large
  return new Set(shown.map(([sector]) => sector))
}
