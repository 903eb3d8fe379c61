import type { Point, Rect } from './rect'

/** The border of an element as links meet it: a rectangle with round corners. A pill has radius = half its height. */
export interface Outline {
  readonly rect: Rect
  readonly radius: number
  /** A disc that stands over the border: links end before it. */
  readonly bump?: (Point & { readonly radius: number }) | undefined
}

/**
 * Distance of a point from the border: negative inside, positive outside. Exact everywhere, corners
 * included.
 */
export function distanceToOutline({ rect, radius, bump }: Outline, x: number, y: number): number {
  const halfWidth = rect.width / 2
  const halfHeight = rect.height / 2
  const corner = Math.min(radius, halfWidth, halfHeight)
  const dx = Math.abs(x - rect.x - halfWidth) - halfWidth + corner
  const dy = Math.abs(y - rect.y - halfHeight) - halfHeight + corner
  const outside = dx > 0 && dy > 0 ? Math.sqrt(dx * dx + dy * dy) : Math.max(dx, dy)
  const distance = outside - corner
  return bump === undefined ? distance : Math.min(distance, Math.hypot(x - bump.x, y - bump.y) - bump.radius)
}

/** The point `gap` outside the border that is nearest to a point outside; corners are round. Before a disc, it is before that. */
export function ontoOutline(outline: Outline, gap: number, point: Point): Point {
  const place = ontoBorder(outline, gap, point)
  const { bump } = outline
  if (bump === undefined) return place
  const dx = place.x - bump.x
  const dy = place.y - bump.y
  const far = Math.hypot(dx, dy)
  const wanted = bump.radius + gap
  if (far >= wanted || far < 1e-6) return place
  return { x: bump.x + (dx / far) * wanted, y: bump.y + (dy / far) * wanted }
}

function ontoBorder({ rect, radius }: Outline, gap: number, point: Point): Point {
  const corner = Math.min(radius, rect.width / 2, rect.height / 2)
  const x = Math.min(rect.x + rect.width - corner, Math.max(rect.x + corner, point.x))
  const y = Math.min(rect.y + rect.height - corner, Math.max(rect.y + corner, point.y))
  const dx = point.x - x
  const dy = point.y - y
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length < 1e-6) return point
  return { x: x + (dx / length) * (corner + gap), y: y + (dy / length) * (corner + gap) }
}

/**
 * Where along the border a point near it lies, as the way from the middle of the top edge round
 * clockwise on the straight-cornered rectangle `gap` outside. Used to keep ends of links apart.
 */
export function wayAlongBorder({ rect }: Outline, gap: number, point: Point): number {
  const halfWidth = rect.width / 2 + gap
  const halfHeight = rect.height / 2 + gap
  const dx = point.x - rect.x - rect.width / 2
  const dy = point.y - rect.y - rect.height / 2
  const scale = 1 / Math.max(Math.abs(dx) / halfWidth, Math.abs(dy) / halfHeight, 1e-9)
  const x = dx * scale
  const y = dy * scale
  if (Math.abs(y + halfHeight) < 1e-6) return x < 0 ? perimeter(halfWidth, halfHeight) + x : x
  if (Math.abs(x - halfWidth) < 1e-6) return halfWidth + halfHeight + y
  if (Math.abs(y - halfHeight) < 1e-6) return halfWidth * 2 + halfHeight * 2 - x
  return halfWidth * 3 + halfHeight * 3 - y
}

function perimeter(halfWidth: number, halfHeight: number): number {
  return (halfWidth + halfHeight) * 4
}

export function borderLength({ rect }: Outline, gap: number): number {
  return perimeter(rect.width / 2 + gap, rect.height / 2 + gap)
}

/** The point at a way along the border as `wayAlongBorder` measures it. */
export function pointAlongBorder({ rect }: Outline, gap: number, way: number): Point {
  const halfWidth = rect.width / 2 + gap
  const halfHeight = rect.height / 2 + gap
  const length = perimeter(halfWidth, halfHeight)
  const at = ((way % length) + length) % length
  const cx = rect.x + rect.width / 2
  const cy = rect.y + rect.height / 2
  if (at <= halfWidth) return { x: cx + at, y: cy - halfHeight }
  if (at <= halfWidth + halfHeight * 2) return { x: cx + halfWidth, y: cy + at - halfWidth - halfHeight }
  if (at <= halfWidth * 3 + halfHeight * 2) return { x: cx + halfWidth * 2 + halfHeight * 2 - at, y: cy + halfHeight }
  if (at <= halfWidth * 3 + halfHeight * 4) return { x: cx - halfWidth, y: cy + halfWidth * 3 + halfHeight * 3 - at }
  return { x: cx + at - length, y: cy - halfHeight }
}
