/** Pieces that an arc is taken for by searches that ask about it a hundred thousand times. */
export const pieces = 6

/** Whether two ways of points cross, but for the pieces at the end that they share: their first ones or their last. */
export function doMeet(one: Float64Array, atFirst: boolean, other: Float64Array, atOtherFirst: boolean): boolean {
  const [first, last] = atFirst ? [1, pieces] : [0, pieces - 1]
  const [otherFirst, otherLast] = atOtherFirst ? [1, pieces] : [0, pieces - 1]
  for (let piece = first; piece < last; piece += 1) {
    const ax = one[piece * 2] as number
    const ay = one[piece * 2 + 1] as number
    const bx = one[piece * 2 + 2] as number
    const by = one[piece * 2 + 3] as number
    for (let next = otherFirst; next < otherLast; next += 1) {
      const cx = other[next * 2] as number
      const cy = other[next * 2 + 1] as number
      const dx = other[next * 2 + 2] as number
      const dy = other[next * 2 + 3] as number
      const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
      const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
      if (c > 0 === d > 0) continue
      const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
      const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
      if (a > 0 !== b > 0) return true
    }
  }
  return false
}

/** Clips a segment against a rectangle around the origin. */
export function entersRect(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  halfWidth: number,
  halfHeight: number,
): boolean {
  const dx = x2 - x1
  const dy = y2 - y1
  let enter = 0
  let leave = 1
  if (dx === 0) {
    if (Math.abs(x1) > halfWidth) return false
  } else {
    const one = (-halfWidth - x1) / dx
    const other = (halfWidth - x1) / dx
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  if (dy === 0) {
    if (Math.abs(y1) > halfHeight) return false
  } else {
    const one = (-halfHeight - y1) / dy
    const other = (halfHeight - y1) / dy
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  return enter < leave
}
