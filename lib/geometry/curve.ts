import type { Point, Rect } from './rect'

/** A quadratic Bézier curve: the shape of every link. */
export interface Curve {
  readonly start: Point
  readonly control: Point
  readonly end: Point
}

export function pointAt({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  }
}

/** Direction of travel at `t`, of length 1. A curve without length points right. */
export function directionAt({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t
  let dx = u * (control.x - start.x) + t * (end.x - control.x)
  let dy = u * (control.y - start.y) + t * (end.y - control.y)
  if (Math.abs(dx) + Math.abs(dy) < 1e-9) {
    dx = end.x - start.x
    dy = end.y - start.y
  }
  const length = Math.sqrt(dx * dx + dy * dy)
  return length < 1e-9 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length }
}

/** The left hand of someone who travels in `direction` on a canvas whose y grows downwards. */
export function leftOf(direction: Point): Point {
  return { x: direction.y, y: -direction.x }
}

/** The piece between two parameters, as a curve of its own. */
export function pieceOf(curve: Curve, from: number, to: number): Curve {
  const start = pointAt(curve, from)
  const end = pointAt(curve, to)
  const { start: a, control: b, end: c } = curve
  // The control of a piece is the blossom of the quadratic at (from, to).
  const blend = (p: number, q: number, r: number): number =>
    (1 - from) * (1 - to) * p + ((1 - from) * to + from * (1 - to)) * q + from * to * r
  return { start, control: { x: blend(a.x, b.x, c.x), y: blend(a.y, b.y, c.y) }, end }
}

/** How fast a point travels at `t`: length of the derivative. */
function speedAt({ start, control, end }: Curve, t: number): number {
  const dx = (1 - t) * (control.x - start.x) + t * (end.x - control.x)
  const dy = (1 - t) * (control.y - start.y) + t * (end.y - control.y)
  return 2 * Math.sqrt(dx * dx + dy * dy)
}

/** Length between two parameters by three-point Gauss: within a hundredth for curves as flat as links are. */
function lengthBetween(curve: Curve, from: number, to: number): number {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  const outer = half * 0.7745966692414834
  return (
    half *
    ((5 / 9) * (speedAt(curve, middle - outer) + speedAt(curve, middle + outer)) + (8 / 9) * speedAt(curve, middle))
  )
}

/** Length along the curve. */
export function lengthOf(curve: Curve): number {
  return lengthBetween(curve, 0, 0.5) + lengthBetween(curve, 0.5, 1)
}

/** The parameter that lies `distance` before the end, walking back along the curve; 0 at the least. */
export function parameterBeforeEnd(curve: Curve, distance: number): number {
  let t = 1
  for (let round = 0; round < 4; round += 1) {
    const missing = distance - lengthBetween(curve, t, 1)
    if (Math.abs(missing) < 0.02) break
    t = Math.min(1, Math.max(0, t - missing / Math.max(speedAt(curve, t), 1e-3)))
  }
  return t
}

/** Shortest distance from a point to the curve; within a tenth of a unit for curves up to 2,000 long. */
export function distanceToCurve(curve: Curve, point: Point): number {
  const steps = 16
  let best = Infinity
  let bestT = 0
  for (let step = 0; step <= steps; step += 1) {
    const t = step / steps
    const at = pointAt(curve, t)
    const distance = Math.hypot(at.x - point.x, at.y - point.y)
    if (distance < best) {
      best = distance
      bestT = t
    }
  }
  let width = 1 / steps
  for (let round = 0; round < 12; round += 1) {
    width /= 2
    for (const t of [bestT - width, bestT + width]) {
      if (t < 0 || t > 1) continue
      const at = pointAt(curve, t)
      const distance = Math.hypot(at.x - point.x, at.y - point.y)
      if (distance < best) {
        best = distance
        bestT = t
      }
    }
  }
  return best
}

/** The tight rectangle around the curve. */
export function boundsOfCurve(curve: Curve): Rect {
  const { start, control, end } = curve
  const extreme = (a: number, b: number, c: number): number => {
    const divisor = a - 2 * b + c
    const t = Math.abs(divisor) < 1e-9 ? 0 : (a - b) / divisor
    const inside = Math.min(1, Math.max(0, t))
    return (1 - inside) * (1 - inside) * a + 2 * (1 - inside) * inside * b + inside * inside * c
  }
  const ex = extreme(start.x, control.x, end.x)
  const ey = extreme(start.y, control.y, end.y)
  const left = Math.min(start.x, end.x, ex)
  const top = Math.min(start.y, end.y, ey)
  return {
    x: left,
    y: top,
    width: Math.max(start.x, end.x, ex) - left,
    height: Math.max(start.y, end.y, ey) - top,
  }
}

/** A number with up to two decimals. Made of whole numbers, since writing fractions is slow and maps have many. */
function short(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 100)
  const rest = hundredths % 100
  const whole = (hundredths - rest) / 100
  const sign = value < 0 && hundredths > 0 ? '-' : ''
  if (rest === 0) return `${sign}${whole}`
  if (rest % 10 === 0) return `${sign}${whole}.${rest / 10}`
  return rest < 10 ? `${sign}${whole}.0${rest}` : `${sign}${whole}.${rest}`
}

/** `x y` as svg wants it. */
export function svgPoint(point: Point): string {
  return `${short(point.x)} ${short(point.y)}`
}

/** The curve as svg path data. */
export function svgPath({ start, control, end }: Curve): string {
  return `M${svgPoint(start)}Q${svgPoint(control)} ${svgPoint(end)}`
}
