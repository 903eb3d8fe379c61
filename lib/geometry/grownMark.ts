import type { LinkHead, LinkShape } from './linkShape'
import type { Point } from './rect'

/** How far from the tip of its link a sign goes at most when it grows, times the growth. */
const reach = 24

/** SVG transform that draws a mark `by` times as large where it is; none where it is not to grow. */
export function grownInPlace(at: Point, by: number | undefined): string | undefined {
  return by === undefined ? undefined : moveAndScale(at, at, by)
}

/** SVG transform that draws the head of a link `by` times as large with its tip where it is. */
export function grownHead({ points }: LinkHead, { start, end }: LinkShape, by: number | undefined): string | undefined {
  if (by === undefined) return undefined
  const [first = end] = points
  const tip = distance(first, start) < distance(first, end) ? start : end
  return moveAndScale(tip, tip, by)
}

/** The same for a sign, which moves out of the way of the larger head. */
export function grownSign(sign: Point, { end }: LinkShape, by: number | undefined): string | undefined {
  if (by === undefined) return undefined
  const far = distance(sign, end)
  if (far === 0) return grownInPlace(sign, by)
  const share = Math.max(far, Math.min(far, reach) * by) / far
  return moveAndScale(sign, { x: end.x + (sign.x - end.x) * share, y: end.y + (sign.y - end.y) * share }, by)
}

function moveAndScale(from: Point, to: Point, by: number): string {
  return `translate(${round(to.x)} ${round(to.y)}) scale(${round(by)}) translate(${round(-from.x)} ${round(-from.y)})`
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
