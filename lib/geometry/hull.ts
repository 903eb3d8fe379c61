import type { Point } from './rect'

/**
 * The corners of the convex hull of some points, clockwise on a canvas whose y grows downwards; fewer than three
 * where all lie in a line. Cost: n log n (Andrew 1979).
 */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** Whether a point lies in a convex hull, its border included; everything does in one without room. */
export function isInHull(hull: readonly Point[], point: Point): boolean {
  if (hull.length < 3) return true
  return hull.every((corner, index) => turn(corner, hull[(index + 1) % hull.length] as Point, point) >= 0)
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
