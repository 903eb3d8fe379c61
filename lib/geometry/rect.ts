/** A place on the canvas: units are px at 100 %, y grows downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An upright rectangle by its top-left corner. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The rectangle of this size around a centre. */
export function rectAround(centre: Point, size: Size): Rect {
  return { x: centre.x - size.width / 2, y: centre.y - size.height / 2, width: size.width, height: size.height }
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** The rectangle grown by `margin` on every side; a negative margin shrinks it, to nothing at most. */
export function inflate(rect: Rect, margin: number): Rect {
  const width = Math.max(0, rect.width + margin * 2)
  const height = Math.max(0, rect.height + margin * 2)
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height }
}

/** Touching counts as overlapping. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

/** Whether any of the line from one point to another lies within a rectangle. */
export function meetsSegment({ x, y, width, height }: Rect, from: Point, to: Point): boolean {
  // Most lines are far away.
  if (Math.max(from.x, to.x) < x || Math.min(from.x, to.x) > x + width) return false
  if (Math.max(from.y, to.y) < y || Math.min(from.y, to.y) > y + height) return false
  const [across, down] = [to.x - from.x, to.y - from.y]
  if (across === 0 || down === 0) return true
  const [left, right] = [(x - from.x) / across, (x + width - from.x) / across]
  const [top, bottom] = [(y - from.y) / down, (y + height - from.y) / down]
  const enter = Math.max(0, Math.min(left, right), Math.min(top, bottom))
  return enter <= Math.min(1, Math.max(left, right), Math.max(top, bottom))
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function containsPoint(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height
}

/** The smallest rectangle around all of them; undefined for none. */
export function unite(rects: Iterable<Rect>): Rect | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}

/** The rectangle between two corners, in whatever order they were dragged. */
export function rectBetween(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

export function distanceBetween(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Screen position of a canvas point is `point × zoom + (x, y)`. */
export interface Camera {
  readonly zoom: number
  readonly x: number
  readonly y: number
}

/**
 * The camera that shows all of `rect` in the middle of a viewport.
 * @param padding px kept free on each side
 * @param bounds smallest and largest zoom; 10 % and 100 % unless told, so that a small map is not blown up
 */
export function scaleToFit(
  rect: Rect,
  viewport: Size,
  padding: number,
  bounds: { readonly least: number; readonly most: number } = { least: 0.1, most: 1 },
): Camera {
  const width = Math.max(1, viewport.width - padding * 2)
  const height = Math.max(1, viewport.height - padding * 2)
  const wanted = Math.min(width / Math.max(1, rect.width), height / Math.max(1, rect.height))
  const zoom = Math.min(bounds.most, Math.max(bounds.least, wanted))
  const centre = centreOf(rect)
  return { zoom, x: viewport.width / 2 - centre.x * zoom, y: viewport.height / 2 - centre.y * zoom }
}
