import type { ElementId } from '../base/ids'
import type { Position } from '../model/position'
import { isConvex } from './roundLoops'
import { measureMisfit } from './settleRounds'

/** Loops that a placement can show as circles at once; people cannot follow more either. */
export const mostRounds = 24

/** How many of the loops that were to be circles can be seen as such. */
export interface RoundCount {
  readonly asked: number
  readonly round: number
}

/** Beyond it, nobody would call a polygon round: about a triangle of which one side is a third of the others. */
const mostMisfit = 0.35

/**
 * Counts the loops that are seen as circles, of the first `mostRounds` with all elements placed: their elements stand
 * round in order of travel, all about as far from the middle, with at most as many of others within, less two.
 * Loops of two links are not counted. Cost: loops × elements × links of a loop.
 */
export function countRounds(
  places: ReadonlyMap<ElementId, Position>,
  loops: readonly (readonly ElementId[])[],
): RoundCount {
  const asked = loops.filter((loop) => loop.length > 2 && loop.every((id) => places.has(id))).slice(0, mostRounds)
  const round = asked.filter((loop) => {
    const points = loop.flatMap((id) => places.get(id) ?? [])
    const order = [...points.keys()]
    if (!isConvex(points, order)) return false
    // Either way round will do to be seen.
    if (Math.min(measureMisfit(points, order), measureMisfit(points, order.toReversed())) > mostMisfit) return false
    const own = new Set(loop)
    const within = [...places].filter(([id, place]) => !own.has(id) && isWithin(points, place))
    return within.length <= loop.length - 2
  })
  return { asked: asked.length, round: round.length }
}

/** True if a point lies inside a convex polygon. */
function isWithin(points: readonly Position[], { x, y }: Position): boolean {
  let side = 0
  for (const [at, a] of points.entries()) {
    const b = points[(at + 1) % points.length] ?? a
    const turn = Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x))
    if (side !== 0 && turn !== side) return false
    side = turn
  }
  return side !== 0
}

/** True if so few loops are circles that another arrangement would tell more. */
export function isTooDense({ asked, round }: RoundCount): boolean {
  return round * 2 < asked
}
