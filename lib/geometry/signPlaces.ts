import type { ElementId } from '../base/ids'
import { signAt, usualSignPlace, type SignPlace } from './buildLink'
import { lengthOf, parameterBeforeEnd, pointAt, type Curve } from './curve'
import { linkMetrics } from './linkShape'
import { distanceToOutline } from './outline'
import type { Point } from './rect'
import type { LinkRecord } from './linkRecord'

/** In order of preference: where readers look first, then further back, then inside the bend. */
const places: readonly SignPlace[] = [
  usualSignPlace,
  { back: 30, side: 1 },
  { back: linkMetrics.signBack, side: -1 },
  { back: 30, side: -1 },
  { back: 44, side: 1 },
  { back: 44, side: -1 },
]

const lineClearance = linkMetrics.signRadius + 2
const discClearance = linkMetrics.signRadius * 2 + 1

/**
 * Chooses where the signs of the links that lead to an element stand, so that no sign covers another
 * sign, a neighbouring line near its head, or the element. Where nothing is free, the least bad.
 */
export function placeSigns<Entry extends LinkRecord>(
  here: readonly Entry[],
  id: ElementId,
): readonly (readonly [Entry, SignPlace])[] {
  const incoming = here.filter((record) => record.link.kind === 'causal' && record.link.to === id)
  const lines = here.map((record) => pointsNear(record, id))
  const taken: Point[] = []
  return incoming.map((record) => {
    const own = here.indexOf(record)
    const room = record.curves.length === 1 ? lengthOf(record.curves[0] as Curve) : 120
    let best = usualSignPlace
    let least = Infinity
    for (const [rank, place] of places.entries()) {
      if (rank > 0 && place.back > room * 0.6) continue
      const cost = costOf(signAt(record.curves, place), record, lines, own, taken) + rank * 0.01
      if (cost < least) {
        least = cost
        best = place
      }
      if (cost < 0.1) break
    }
    taken.push(signAt(record.curves, best))
    return [record, best]
  })
}

function costOf(
  spot: Point,
  record: LinkRecord,
  lines: readonly (readonly Point[])[],
  own: number,
  taken: readonly Point[],
): number {
  let cost = 0
  const near = distanceToOutline(record.to, spot.x, spot.y) - linkMetrics.signRadius - 1
  if (near < 0) cost -= near * 3
  const other = distanceToOutline(record.from, spot.x, spot.y) - linkMetrics.signRadius
  if (other < 0) cost -= other * 3
  for (const point of taken) cost += lack(point, spot, discClearance) * 2
  for (let index = 0; index < lines.length; index += 1) {
    if (index === own) continue
    let worst = 0
    for (const point of lines[index] ?? []) worst = Math.max(worst, lack(point, spot, lineClearance))
    cost += worst
  }
  return cost
}

function lack(a: Point, b: Point, clearance: number): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  if (Math.abs(dx) > clearance || Math.abs(dy) > clearance) return 0
  return Math.max(0, clearance - Math.sqrt(dx * dx + dy * dy))
}

/** Points every 6 units or so along the last stretch of a link before an element. */
function pointsNear(record: LinkRecord, id: ElementId): readonly Point[] {
  const head = record.link.to === id
  const curve = (head ? record.curves.at(-1) : record.curves[0]) as Curve
  const end = head ? curve : { start: curve.end, control: curve.control, end: curve.start }
  const from = parameterBeforeEnd(end, 66)
  return Array.from({ length: 12 }, (_, step) => pointAt(end, from + ((1 - from) * step) / 11))
}
