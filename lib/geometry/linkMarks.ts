import { directionAt, leftOf, parameterBeforeEnd, pointAt, svgPoint, type Curve } from './curve'
import { linkMetrics, type DelayMark, type LinkHead, type LinkSign } from './linkShape'
import type { MapLink } from '../model/link'
import type { Point } from './rect'

/** The same curve travelled the other way. */
export function reversed({ start, control, end }: Curve): Curve {
  return { start: end, control, end: start }
}

function offset(point: Point, along: Point, ahead: number, left: Point, aside: number): Point {
  return { x: point.x + along.x * ahead + left.x * aside, y: point.y + along.y * ahead + left.y * aside }
}

function toFigure(points: readonly [Point, Point, Point], filled: boolean): LinkHead {
  const [a, b, c] = points
  return { points, filled, d: `M${svgPoint(a)}L${svgPoint(b)}L${svgPoint(c)}${filled ? 'Z' : ''}` }
}

/** Length of the head for a stroke: about 10 for the usual width, longer for strong links. */
export function headLengthFor(width: number): number {
  return linkMetrics.headLength + Math.max(0, width - linkMetrics.defaultWidth) * 2
}

/**
 * A head whose tip is the end of the curve. It points along the chord of its own length, so that it
 * sits well on a bent line.
 */
export function headAt(curve: Curve, kind: 'filled' | 'open' | 'half', width: number): LinkHead {
  const length = headLengthFor(width)
  const base = pointAt(curve, parameterBeforeEnd(curve, length))
  const tip = curve.end
  const reach = Math.hypot(tip.x - base.x, tip.y - base.y)
  const along = reach < 1e-6 ? directionAt(curve, 1) : { x: (tip.x - base.x) / reach, y: (tip.y - base.y) / reach }
  const left = leftOf(along)
  const half = length * (kind === 'open' ? 0.5 : 0.45)
  const wing = offset(tip, along, -length, left, half)
  const otherWing = offset(tip, along, -length, left, -half)
  if (kind === 'open') return toFigure([wing, tip, otherWing], false)
  if (kind === 'half') return toFigure([tip, wing, offset(tip, along, -length * 0.8, left, 0)], true)
  return toFigure([tip, wing, otherWing], true)
}

/** Two strokes across the middle of the curve, and the parameters between which the line is broken. */
export function delayAt(
  curve: Curve,
  length: number,
  width: number,
): { readonly mark: DelayMark; readonly gap: readonly [number, number] } {
  const middle = pointAt(curve, 0.5)
  const along = directionAt(curve, 0.5)
  const left = leftOf(along)
  const half = linkMetrics.delayLength / 2 + Math.max(0, width - 2)
  const apart = linkMetrics.delayApart + Math.max(0, width - 2) / 2
  const strokes = [-1, 1].map((side): readonly [Point, Point] => [
    offset(middle, along, (side * apart) / 2, left, half),
    offset(middle, along, (side * apart) / 2, left, -half),
  ])
  // At t = 0.5 a quadratic moves at the speed of its chord.
  const chord = Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y)
  const reach = apart / 2 / Math.max(chord, length * 0.2, 1)
  return {
    mark: { strokes, d: strokes.map(([a, b]) => `M${svgPoint(a)}L${svgPoint(b)}`).join('') },
    gap: [Math.max(0, 0.5 - reach), Math.min(1, 0.5 + reach)],
  }
}

/** A bolt across the middle, or elsewhere on the line: three strokes along the line, twice crossing it. */
export function zigzagAt(curve: Curve, t: number = 0.5): string {
  const middle = pointAt(curve, t)
  const along = directionAt(curve, t)
  const left = leftOf(along)
  const points = [
    offset(middle, along, -9, left, 0),
    offset(middle, along, -4.5, left, 7),
    offset(middle, along, 0, left, -7),
    offset(middle, along, 4.5, left, 7),
    offset(middle, along, 9, left, 0),
  ]
  return `M${points.map(svgPoint).join('L')}`
}

/** How wide a link's sign is drawn where signs are written as words, or not: an unknown sign has no word. */
export function signWidthOf(link: MapLink, isWord: boolean): number {
  const hasWord = isWord && link.kind === 'causal' && (link.polarity ?? '?') !== '?'
  return hasWord ? linkMetrics.signWordWidth : linkMetrics.signRadius * 2
}

/** Centre of a sign that is wider than its disc: its pill stands as far from the line as the disc would. */
export function pillAt({ x, y, out }: Pick<LinkSign, 'x' | 'y' | 'out'>, width: number): Point {
  const reach = (Math.abs(out.x) * width) / 2 + Math.abs(out.y) * linkMetrics.signRadius
  const more = reach - linkMetrics.signRadius
  // Sideways where that helps: up or down is where the element is that the link leads to.
  if (Math.abs(out.x) >= 0.5) return { x: x + more / out.x, y }
  return { x: x + out.x * more, y: y + out.y * more }
}

/** The stroke of a tilde on a place: one wave, which looks the same in every font. */
export function tildeAt({ x, y }: Point): string {
  const at = (dx: number, dy: number): string => svgPoint({ x: x + dx, y: y + dy })
  return `M${at(-4.5, 1.5)}C${at(-3.2, -3.6)} ${at(-1.4, -2.8)} ${at(0, 0)}S${at(3.2, 3.6)} ${at(4.5, -1.5)}`
}

/** Two lines beside the curve, `apart` from each other. */
export function doubled(curve: Curve, apart: number): readonly Curve[] {
  return [-1, 1].map((side) => {
    const shift = (point: Point, t: number): Point => {
      const left = leftOf(directionAt(curve, t))
      return { x: point.x + (left.x * side * apart) / 2, y: point.y + (left.y * side * apart) / 2 }
    }
    return { start: shift(curve.start, 0), control: shift(curve.control, 0.5), end: shift(curve.end, 1) }
  })
}
