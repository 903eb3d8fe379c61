import { pointsOn } from '../geometry/linkCover'
import { linkMetrics } from '../geometry/linkShape'
import type { Box, Edge } from './box'

const { bow: usual, straightBow } = linkMetrics

/** Up to this length, squared, all links bow by their share. */
const short = Math.min(usual.most / usual.share, straightBow.most / straightBow.share) ** 2

/** The share of its length by which a link bows that leads this far: beyond some length it bows no further, unless somebody bent it. */
export function bowOf(share: number, dx: number, dy: number): number {
  const square = dx * dx + dy * dy
  // Asked a hundred thousand times by a search, and mostly of these.
  if (square <= short) return share
  const most = share === usual.share ? usual.most : share === straightBow.share ? straightBow.most : Infinity
  return share * share * square <= most * most ? share : most / Math.sqrt(square)
}

/** What a link covers on its way from middle to middle, as boxes without size about ten units apart. */
export function alongArc(boxes: readonly Box[], [from, to, share]: Edge): readonly Box[] {
  const start = boxes[from]
  const end = boxes[to]
  if (start === undefined || end === undefined) return []
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const bow = bowOf(share, dx, dy)
  // To the left of travel.
  const control = { x: (start.x + end.x) / 2 + dy * bow, y: (start.y + end.y) / 2 - dx * bow }
  return pointsOn({ start, control, end }).map(({ x, y }) => ({ id: start.id, width: 0, height: 0, x, y }))
}
