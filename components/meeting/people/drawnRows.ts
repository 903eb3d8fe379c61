/** Rows above and below what is seen that are drawn too, so that a fast scroll shows no gap. */
const margin = 6
/** Up to so many, all rows are drawn. */
const drawAll = 60

export interface DrawnRows {
  /** The first that is drawn, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Room of those before and after, in pixels. */
  readonly before: number
  readonly after: number
}

/**
 * Which of `count` rows of equal height a list draws that is scrolled by `top` and shows `seen` pixels.
 * All lengths in pixels.
 */
export function drawnRows(count: number, height: number, top: number, seen: number): DrawnRows {
  if (count <= drawAll) return { from: 0, to: count, before: 0, after: 0 }
  const inSight = Math.ceil(seen / height) + 1
  const first = Math.max(0, Math.min(count - inSight, Math.floor(top / height)))
  const from = Math.max(0, first - margin)
  const to = Math.min(count, first + inSight + margin)
  return { from, to, before: from * height, after: (count - to) * height }
}
