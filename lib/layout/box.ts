import type { ElementId } from '../base/ids'

/** An element on its way to a place: its size, and its centre as far as it is known. */
export interface Box {
  readonly id: ElementId
  readonly width: number
  readonly height: number
  x: number
  y: number
}

/** A link: from which box to which, by index, and how far it bows to the left, as a share of its length. */
export type Edge = readonly [from: number, to: number, bow: number]

/** Free room between two boxes, so that arrows and signs can be read: wider beside than above, since labels are flat. */
export const clearance = { x: 40, y: 34 } as const

/** Width over height that a map should come near. */
export const goalRatio = 1.6

/** How far two boxes reach into each other, room between them included; nothing if they are apart. */
export function findOverlap(
  a: Box,
  b: Box,
  gap: { readonly x: number; readonly y: number },
): { x: number; y: number } | undefined {
  const x = (a.width + b.width) / 2 + gap.x - Math.abs(a.x - b.x)
  const y = (a.height + b.height) / 2 + gap.y - Math.abs(a.y - b.y)
  return x > 0.01 && y > 0.01 ? { x, y } : undefined
}

/**
 * Calls `visit` for every two boxes that overlap. A sweep from left to right: about n log n for boxes
 * that are spread out.
 */
export function visitOverlaps(
  boxes: readonly Box[],
  gap: { readonly x: number; readonly y: number },
  visit: (a: Box, b: Box, overlap: { readonly x: number; readonly y: number }) => void,
): void {
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0) + gap.x
  const sorted = boxes.map((box) => ({ box, x: box.x })).sort((a, b) => a.x - b.x)
  for (const [index, { box, x }] of sorted.entries()) {
    const reach = x + (box.width + widest) / 2 + gap.x
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (other === undefined || other.x > reach) break
      const overlap = findOverlap(box, other.box, gap)
      if (overlap !== undefined) visit(box, other.box, overlap)
    }
  }
}

/** The rectangle around all boxes. */
export function boundsOf(boxes: readonly Box[]): { left: number; top: number; right: number; bottom: number } {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const box of boxes) {
    bounds.left = Math.min(bounds.left, box.x - box.width / 2)
    bounds.top = Math.min(bounds.top, box.y - box.height / 2)
    bounds.right = Math.max(bounds.right, box.x + box.width / 2)
    bounds.bottom = Math.max(bounds.bottom, box.y + box.height / 2)
  }
  return boxes.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : bounds
}

export function shift(boxes: readonly Box[], dx: number, dy: number): void {
  for (const box of boxes) {
    box.x += dx
    box.y += dy
  }
}
