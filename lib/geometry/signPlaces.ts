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
  const taken: Point[] = []
  const chosen: (readonly [Entry, SignPlace])[] = []
  const nearby = new Map<Entry, readonly Point[]>()
  const lineOf = (record: Entry): readonly Point[] => {
    const known = nearby.get(record)
    if (known) return known
    const points = pointsNear(record, id)
    nearby.set(record, points)
    return points
  }
  for (const record of here) {
    if (record.link.kind !== 'causal' || record.link.to !== id) continue
    const neighbours = here.filter((other) => other !== record && landsNear(other, id, record.curves.at(-1) as Curve))
    let best = usualSignPlace
    let least = Infinity
    let bestSpot = signAt(record.curves, usualSignPlace)
    let room = -1
    for (const [rank, place] of places.entries()) {
      if (rank > 0) {
        if (room < 0) room = record.curves.length === 1 ? lengthOf(record.curves[0] as Curve) : 120
        if (place.back > room * 0.6) continue
      }
      const spot = rank === 0 ? bestSpot : signAt(record.curves, place)
      let cost = rank * 0.01 + costOfBoxes(spot, record)
      for (const point of taken) cost += lack(point, spot, discClearance) * 2
      for (const other of neighbours) cost += costOfLine(spot, lineOf(other))
      if (cost < least) {
        least = cost
        best = place
        bestSpot = spot
      }
      if (cost < 0.1) break
    }
    taken.push(bestSpot)
    chosen.push([record, best])
  }
  return chosen
}

/** How far back the farthest sign reaches along its line, plus its own room. */
const signReach = 70

function landsNear(record: LinkRecord, id: ElementId, curve: Curve): boolean {
  const { end } = curve
  const first = (record.curves[0] as Curve).start
  const last = (record.curves.at(-1) as Curve).end
  const isNear = (point: Point): boolean =>
    Math.abs(point.x - end.x) < signReach && Math.abs(point.y - end.y) < signReach
  return (record.link.to === id && isNear(last)) || (record.link.from === id && isNear(first))
}

function costOfBoxes(spot: Point, record: LinkRecord): number {
  const near = distanceToOutline(record.to, spot.x, spot.y) - linkMetrics.signRadius - 1
  const far = distanceToOutline(record.from, spot.x, spot.y) - linkMetrics.signRadius
  return (near < 0 ? -near * 3 : 0) + (far < 0 ? -far * 3 : 0)
}

function costOfLine(spot: Point, line: readonly Point[]): number {
  let worst = 0
  for (const point of line) worst = Math.max(worst, lack(point, spot, lineClearance))
  return worst
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
