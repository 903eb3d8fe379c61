import { rectOfSign } from '@/lib/geometry/buildLink'
import type { Curve } from '@/lib/geometry/curve'
import { sampled } from '@/lib/geometry/linkCover'
import { containsPoint, inflate, overlaps, type Point } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import type { LinkShape } from '@/lib/geometry/linkShape'
import type { ElementId } from '@/lib/base/ids'
import { findHiddenLinks } from '@/lib/layout/findHiddenLinks'
import type { MapView } from '@/lib/model/mapView'
import { boardView, type Position } from '@/lib/model/position'

/** How a map reads as it is drawn: of everything, the less the better. */
export interface Readability {
  /** Links behind elements. */
  readonly hidden: number
  /** Crossings of two links, as drawn. */
  readonly crossings: number
  /** Signs with the line of another link through them. */
  readonly struckSigns: number
}

export function readabilityOf(view: MapView, places: ReadonlyMap<ElementId, Position>): Readability {
  const after = new Map(view.positions.get(boardView))
  for (const [id, place] of places) after.set(id, { ...after.get(id), ...place })
  const placed = { ...view, positions: new Map([[boardView, after]]) }
  const links = [...computeScene(placed, boardView).links.values()]
  let [crossings, struckSigns] = [0, 0]
  for (const [index, link] of links.entries()) {
    for (const other of links.slice(index + 1)) crossings += countCrossings(link, other)
    const { sign } = link
    if (sign === undefined) continue
    const disc = inflate(rectOfSign(sign), -2)
    if (links.some((other) => other !== link && finely(other).some((point) => containsPoint(disc, point)))) {
      struckSigns += 1
    }
  }
  return { hidden: findHiddenLinks(placed).length, crossings, struckSigns }
}

function countCrossings(link: LinkShape, other: LinkShape): number {
  if (!overlaps(link.bounds, other.bounds)) return 0
  const [one, two] = [sampled(link), sampled(other)]
  let count = 0
  for (let at = 1; at < one.length; at += 1) {
    for (let next = 1; next < two.length; next += 1) {
      const [a, b, c, d] = [one[at - 1], one[at], two[next - 1], two[next]] as [Point, Point, Point, Point]
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) count += 1
    }
  }
  return count
}

function side(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}

function finely({ curves }: LinkShape): readonly Point[] {
  return curves.flatMap(({ start, control, end }: Curve) =>
    Array.from({ length: 101 }, (_, index) => {
      const [t, u] = [index / 100, 1 - index / 100]
      return {
        x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
        y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
      }
    }),
  )
}
