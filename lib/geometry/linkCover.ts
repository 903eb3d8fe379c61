import { pointAt, type Curve } from './curve'
import { linkMetrics, type LinkShape } from './linkShape'
import { distanceBetween, rectAround, type Point, type Rect } from './rect'

/** What of the canvas a link takes up, for whatever looks for a free place. */

/** Signs, tags, labels, delay marks, the bolt of a conflict and the tilde of a contested link. */
export function marksOf({ sign, tag, tilde, label, delay, zigzag, mid }: LinkShape): readonly Rect[] {
  const square = (centre: Point, side: number): Rect => rectAround(centre, { width: side, height: side })
  const marks: Rect[] = []
  if (sign !== undefined) marks.push(square(sign, linkMetrics.signRadius * 2))
  if (tag !== undefined) marks.push(square(tag, linkMetrics.tagRadius * 2))
  if (tilde !== undefined) marks.push(square(tilde, linkMetrics.tagRadius * 2))
  if (label !== undefined) marks.push(label.rect)
  if (delay !== undefined || zigzag !== undefined) marks.push(square(mid, linkMetrics.delayLength + 4))
  return marks
}

const samples = new WeakMap<LinkShape, readonly Point[]>()

/** Points along the whole of a link, about ten units apart. */
export function sampled(shape: LinkShape): readonly Point[] {
  const known = samples.get(shape)
  if (known !== undefined) return known
  const points = shape.curves.flatMap(pointsOn)
  samples.set(shape, points)
  return points
}

/** Points along a curve, about ten units apart. */
export function pointsOn(curve: Curve): readonly Point[] {
  const { start, control, end } = curve
  const length = distanceBetween(start, control) + distanceBetween(control, end)
  const count = Math.min(400, Math.max(4, Math.ceil(length / 10)))
  return Array.from({ length: count + 1 }, (_, index) => pointAt(curve, index / count))
}
