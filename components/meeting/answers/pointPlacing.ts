import type { PointAnswer } from '../../../lib/practice/point'

type Points = PointAnswer['points']

/** Pixels around a dot that take hold of it: as far as a finger is off. */
const reach = 14

/**
 * Whose dot a press takes hold of: the nearest within a finger's reach; undefined where there is none.
 * @param at across and up, from 0 to 1
 * @param pixels how wide the field is on the screen
 */
export function findGrasped(
  points: Points,
  [across, up]: readonly [number, number],
  pixels: number,
): string | undefined {
  let nearest: string | undefined
  let least = reach / Math.max(1, pixels)
  for (const [target, [x, y]] of Object.entries(points)) {
    const far = Math.hypot(x - across, y - up)
    if (far <= least) [nearest, least] = [target, far]
  }
  return nearest
}

/** Who is placed next: the first after this one that has no place, from the beginning again; this one once all have. */
export function findNextUnplaced(asked: readonly string[], points: Points, at: number): number {
  for (let step = 1; step < asked.length; step += 1) {
    const index = (at + step) % asked.length
    if (points[asked[index] ?? ''] === undefined) return index
  }
  return at
}
