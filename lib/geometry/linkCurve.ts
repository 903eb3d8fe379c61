import type { MapLink } from '../model/link'
import { directionAt, leftOf, lengthOf, pieceOf, pointAt, type Curve } from './curve'
import { linkMetrics } from './linkShape'
import { distanceToOutline, type Outline } from './outline'
import { centreOf, type Point } from './rect'

/** Where a link aims inside an element: from the centre some way towards the other element, so that long pills are met head-on. */
export function aimOf(outline: Outline, other: Point): Point {
  const centre = centreOf(outline.rect)
  const dx = other.x - centre.x
  const dy = other.y - centre.y
  const sum = Math.abs(dx) + Math.abs(dy)
  if (sum < 1e-6) return centre
  const halfWidth = outline.rect.width / 2
  const halfHeight = outline.rect.height / 2
  const core = Math.min(halfWidth, halfHeight)
  return {
    x: centre.x + ((halfWidth - core) * 0.55 * dx) / sum,
    y: centre.y + ((halfHeight - core) * 0.55 * dy) / sum,
  }
}

/** How far the control point lies to the left of travel when nobody bent the link. */
export function defaultBow(kind: MapLink['kind'], chord: number): number {
  const { share, least, most } = kind === 'causal' ? linkMetrics.bow : linkMetrics.straightBow
  return Math.min(most, Math.max(least, chord * share))
}

/** The curve between two aims whose control point lies `bow` to the left of travel. */
export function bowedCurve(start: Point, end: Point, bow: number): Curve {
  const dx = end.x - start.x
  const dy = end.y - start.y
  const length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy))
  return {
    start,
    control: { x: (start.x + end.x) / 2 + (dy / length) * bow, y: (start.y + end.y) / 2 - (dx / length) * bow },
    end,
  }
}

const samples = 16
const leastVisible = 14

/**
 * The part of a curve between two borders, `tailGap` and `gap` clear of them. Where elements overlap
 * or nearly touch there is no such part: then a bow over both on the left of travel. Neither end ever
 * lies inside either outline.
 */
export function clipCurve(curve: Curve, from: Outline, to: Outline): Curve {
  return clipBetween(curve, from, linkMetrics.tailGap, to, linkMetrics.gap) ?? detour(curve, from, to)
}

/**
 * The way between two elements whose ends are fixed at places on the borders, or only one of them:
 * the other is clipped as usual. Undefined if such a way would cross an element on its way in.
 */
export function landedCurve(
  from: Outline,
  to: Outline,
  places: { readonly tail: Point | undefined; readonly head: Point | undefined },
  bow: number,
): Curve | undefined {
  const start = places.tail ?? aimOf(from, centreOf(to.rect))
  const end = places.head ?? aimOf(to, centreOf(from.rect))
  const fixed = { tail: places.tail !== undefined, head: places.head !== undefined }
  return clipBetween(bowedCurve(start, end, bow), from, linkMetrics.tailGap, to, linkMetrics.gap, fixed)
}

/** How much nearer than its gap a curve may pass an element whose border place it goes to. */
const graze = 2.5

function clipBetween(
  curve: Curve,
  from: Outline,
  fromGap: number,
  to: Outline,
  toGap: number,
  fixed: { readonly tail: boolean; readonly head: boolean } = { tail: false, head: false },
): Curve | undefined {
  let lastInside = 0
  let firstInside = samples
  const { start, control, end } = curve
  for (let step = 1; step < samples; step += 1) {
    const t = step / samples
    const u = 1 - t
    const x = u * u * start.x + 2 * u * t * control.x + t * t * end.x
    const y = u * u * start.y + 2 * u * t * control.y + t * t * end.y
    if (distanceToOutline(from, x, y) < (fixed.tail ? fromGap - graze : fromGap)) lastInside = step
    if (step < firstInside && distanceToOutline(to, x, y) < (fixed.head ? toGap - graze : toGap)) firstInside = step
  }
  if (lastInside >= firstInside) return undefined
  if ((fixed.tail && lastInside > 0) || (fixed.head && firstInside < samples)) return undefined
  const leave = fixed.tail ? 0 : crossing(curve, from, fromGap, lastInside / samples, (lastInside + 1) / samples)
  const arrive = fixed.head ? 1 : crossing(curve, to, toGap, firstInside / samples, (firstInside - 1) / samples)
  if (leave >= arrive) return undefined
  const piece = pieceOf(curve, leave, arrive)
  if (Math.hypot(piece.end.x - piece.start.x, piece.end.y - piece.start.y) < leastVisible) return undefined
  const touches =
    distanceToOutline(to, piece.start.x, piece.start.y) < 1 || distanceToOutline(from, piece.end.x, piece.end.y) < 1
  return touches ? undefined : piece
}

/** The parameter between `inside` and `outside` at which the curve is `gap` away from the border, to within a fifth of a unit. */
function crossing(curve: Curve, outline: Outline, gap: number, inside: number, outside: number): number {
  const { start, control, end } = curve
  let near = inside
  let far = outside
  let nearBy = -1
  let farBy = 1
  for (let round = 0; round < 14; round += 1) {
    // Halving at first, then the secant, kept off the edges so that it cannot stall.
    const share = round < 2 ? 0.5 : Math.min(0.9, Math.max(0.1, nearBy / (nearBy - farBy)))
    const t = near + (far - near) * share
    const u = 1 - t
    const by =
      distanceToOutline(
        outline,
        u * u * start.x + 2 * u * t * control.x + t * t * end.x,
        u * u * start.y + 2 * u * t * control.y + t * t * end.y,
      ) - gap
    if (by < 0) {
      near = t
      nearBy = by
    } else {
      far = t
      farBy = by
      if (by < 0.2) break
    }
  }
  return far
}

/** How far an outline's rectangle reaches in a direction, seen from the origin. */
function reach({ rect }: Outline, direction: Point): number {
  const centre = centreOf(rect)
  return (
    centre.x * direction.x +
    centre.y * direction.y +
    (Math.abs(direction.x) * rect.width + Math.abs(direction.y) * rect.height) / 2
  )
}

/** Steps in which a bow over two elements looks for the border, and how far its ends stay off the other element. */
const outStep = 0.5
const clearOfOther = 2

function detour(curve: Curve, from: Outline, to: Outline): Curve {
  const a = centreOf(from.rect)
  const b = centreOf(to.rect)
  const along = directionAt({ start: a, control: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, end: b }, 0.5)
  const out = leftOf(along)
  const height = (point: Point): number => point.x * out.x + point.y * out.y
  const highest = Math.max(reach(from, out), reach(to, out)) + linkMetrics.tailGap
  const apart = Math.hypot(b.x - a.x, b.y - a.y)
  const spread = Math.max(0, 36 - apart) / 2
  // From each element's own border outwards, until clear of both: where one reaches further out than the other, neither
  // end hangs in the air.
  const leave = (centre: Point, side: number, fromGap: number, toGap: number): Point => {
    const base = { x: centre.x + along.x * spread * side, y: centre.y + along.y * spread * side }
    const most = highest - height(base)
    for (let away = 0; away < most; away += outStep) {
      const at = { x: base.x + out.x * away, y: base.y + out.y * away }
      if (distanceToOutline(from, at.x, at.y) >= fromGap && distanceToOutline(to, at.x, at.y) >= toGap) return at
    }
    return { x: base.x + out.x * most, y: base.y + out.y * most }
  }
  const start = leave(a, -1, linkMetrics.tailGap, clearOfOther)
  const end = leave(b, 1, clearOfOther, linkMetrics.gap)
  // The bow of the curve tells several such links apart.
  const bowed = pointAt(curve, 0.5)
  const extra = Math.abs(height(bowed) - height({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }))
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  const rise = Math.max(0, highest - height(middle)) + 40 + extra * 2
  const control = { x: middle.x + out.x * rise, y: middle.y + out.y * rise }
  return { start, control, end }
}

/** The circle of a link from an element to itself, at its top right corner, as curves from border to border. */
export function selfLoopCurves(outline: Outline, lane: number): readonly Curve[] {
  const { rect, radius } = outline
  const size = linkMetrics.selfLoopRadius + lane * 16
  const corner = Math.min(radius, rect.width / 2, rect.height / 2) * (1 - Math.SQRT1_2)
  const away = size * 0.74
  const centre = {
    x: rect.x + rect.width - corner + away * Math.SQRT1_2,
    y: rect.y + corner - away * Math.SQRT1_2,
  }
  const onCircle = (angle: number): Point => ({
    x: centre.x + Math.cos(angle) * size,
    y: centre.y + Math.sin(angle) * size,
  })
  // Downwards and to the left of the circle's centre lies the element: walk from there both ways until clear of it.
  const inwards = (Math.PI * 3) / 4
  const clear = (sign: number, gap: number): number => {
    for (let turn = 0; turn < Math.PI * 0.9; turn += 0.04) {
      const { x, y } = onCircle(inwards + sign * turn)
      if (distanceToOutline(outline, x, y) >= gap) return turn
    }
    return Math.PI * 0.5
  }
  const first = inwards + clear(1, linkMetrics.tailGap)
  const last = inwards + Math.PI * 2 - clear(-1, linkMetrics.gap)
  const pieces = 4
  const turn = (last - first) / pieces
  const pull = 1 / Math.cos(turn / 2)
  return Array.from({ length: pieces }, (_, index) => {
    const angle = first + turn * index
    const middle = angle + turn / 2
    return {
      start: onCircle(angle),
      control: { x: centre.x + Math.cos(middle) * size * pull, y: centre.y + Math.sin(middle) * size * pull },
      end: onCircle(angle + turn),
    }
  })
}

/**
 * The stored curvature that makes a link between two elements pass through a point: for dragging
 * the middle of a link. Always within -0.8 to 0.8.
 */
export function curvatureThrough(from: Outline, to: Outline, point: Point): number {
  const start = aimOf(from, centreOf(to.rect))
  const end = aimOf(to, centreOf(from.rect))
  const chord = Math.hypot(end.x - start.x, end.y - start.y)
  if (chord < 1) return 0
  const left = leftOf({ x: (end.x - start.x) / chord, y: (end.y - start.y) / chord })
  const bulge = (point.x - (start.x + end.x) / 2) * left.x + (point.y - (start.y + end.y) / 2) * left.y
  return Math.min(0.8, Math.max(-0.8, (bulge * 2) / chord))
}

/** An arc from an element to a free point, as drawn while someone drags a new link. */
export function curveToPoint(from: Outline, point: Point): Curve | undefined {
  const start = aimOf(from, point)
  const chord = Math.hypot(point.x - start.x, point.y - start.y)
  const target: Outline = { rect: { x: point.x, y: point.y, width: 0, height: 0 }, radius: 0 }
  const bowed = bowedCurve(start, point, defaultBow('causal', chord))
  const clipped = clipBetween(bowed, from, linkMetrics.tailGap, target, 0, { tail: false, head: true })
  return clipped && lengthOf(clipped) > leastVisible ? clipped : undefined
}
