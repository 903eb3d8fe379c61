import { pieceOf, pointAt, type Curve } from './curve'
import { rectOfSign } from './buildLink'
import { linkMetrics, type LinkShape } from './linkShape'
import { containsPoint, distanceBetween, inflate, overlaps, rectAround, type Point, type Rect } from './rect'

/** What of the canvas a link takes up, for whatever looks for a free place. */

/** Signs, tags, labels, delay marks, the bolt of a conflict and the tilde of a contested link. */
export function marksOf({ sign, tag, tilde, label, delay, zigzag, bolt, mid }: LinkShape): readonly Rect[] {
  const square = (centre: Point, side: number): Rect => rectAround(centre, { width: side, height: side })
  const marks: Rect[] = []
  if (sign !== undefined) marks.push(rectOfSign(sign))
  if (tag !== undefined) marks.push(square(tag, tag.width))
  if (tilde !== undefined) marks.push(square(tilde, linkMetrics.tagRadius * 2))
  if (label !== undefined) marks.push(label.rect)
  if (delay !== undefined || zigzag !== undefined) marks.push(square(bolt ?? mid, linkMetrics.delayLength + 4))
  return marks
}

/** Between a card and a line that passes. */
const besideLine = 8

/** True if the line of one of the links passes under a card that stands there, or too near to it. */
export function isCrossed(card: Rect, links: Iterable<LinkShape>): boolean {
  const rect = inflate(card, besideLine)
  for (const { bounds, curves } of links) {
    if (overlaps(bounds, rect) && curves.some((curve) => pointsOnWithin(curve, rect).length > 0)) return true
  }
  return false
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
  const count = countOn(curve)
  return Array.from({ length: count + 1 }, (_, index) => pointAt(curve, index / count))
}

/** Those of `pointsOn` that lie in an area, one after the other. Cost: by their number, however long the curve is. */
export function pointsOnWithin(curve: Curve, area: Rect): readonly Point[] {
  const count = countOn(curve)
  const found: Point[] = []
  const take = (first: number, last: number): void => {
    if (last - first < fewPoints) {
      for (let index = first; index <= last; index += 1) {
        const point = pointAt(curve, index / count)
        if (containsPoint(area, point)) found.push(point)
      }
      return
    }
    if (!mayEnter(pieceOf(curve, first / count, last / count), area)) return
    const middle = Math.floor((first + last) / 2)
    take(first, middle)
    take(middle + 1, last)
  }
  take(0, count)
  return found
}

/** Points of which it is not worth asking where their piece of the curve lies. */
const fewPoints = 12

/** False if a curve lies outside an area: it lies within the triangle of its ends and its control. */
function mayEnter({ start: a, control: b, end: c }: Curve, { x, y, width, height }: Rect): boolean {
  return (
    Math.min(a.x, b.x, c.x) <= x + width &&
    Math.max(a.x, b.x, c.x) >= x &&
    Math.min(a.y, b.y, c.y) <= y + height &&
    Math.max(a.y, b.y, c.y) >= y
  )
}

function countOn({ start, control, end }: Curve): number {
  const length = distanceBetween(start, control) + distanceBetween(control, end)
  return Math.min(400, Math.max(4, Math.ceil(length / 10)))
}
