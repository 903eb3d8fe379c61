import type { ElementId } from '../base/ids'
import type { Position } from '../model/position'
import { isConvex } from './roundLoops'

/** Loops that a placement can show as circles at once; people cannot follow more either. */
export const mostRounds = 24

/** How many of the loops that were to be circles can be seen as such. */
export interface RoundCount {
  readonly asked: number
  readonly round: number
}

/**
 * Counts the loops whose elements stand round in order of travel, of the first `mostRounds` with all elements placed.
 * Loops of two links always do, and are not counted.
 */
export function countRounds(
  places: ReadonlyMap<ElementId, Position>,
  loops: readonly (readonly ElementId[])[],
): RoundCount {
  const asked = loops
    .filter((loop) => loop.length > 2 && loop.every((id) => places.has(id)))
    .slice(0, mostRounds)
    .map((loop) => loop.flatMap((id) => places.get(id) ?? []).map(({ x, y }) => ({ x, y })))
  const round = asked.filter((points) => isConvex(points, [...points.keys()]))
  return { asked: asked.length, round: round.length }
}

/** True if so few loops are circles that another arrangement would tell more. */
export function isTooDense({ asked, round }: RoundCount): boolean {
  return round * 2 < asked
}
