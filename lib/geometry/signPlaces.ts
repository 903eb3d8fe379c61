import type { ElementId } from '../base/ids'
import { signAt, usualSignPlace, widthFor, type SignPlace } from './buildLink'
import { lengthOf, type Curve } from './curve'
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
  for (const record of here) {
    if (record.link.kind !== 'causal' || record.link.to !== id) continue
    const neighbours = here.filter((other) => other !== record && landsNear(other, id, record.curves.at(-1) as Curve))
    let best = usualSignPlace
    let least = Infinity
    const width = widthFor(record.link.strength)
    let bestSpot = signAt(record.curves, usualSignPlace, width)
    let room = -1
    for (const [rank, place] of places.entries()) {
      if (rank > 0) {
        if (room < 0) room = record.curves.length === 1 ? lengthOf(record.curves[0] as Curve) : 120
        if (place.back > room * 0.6) continue
      }
      const spot = rank === 0 ? bestSpot : signAt(record.curves, place, width)
      let cost = rank * 0.01 + costOfBoxes(spot, record)
      for (const point of taken) cost += lack(point, spot, discClearance) * 2
      for (const other of neighbours) cost += costOfLine(spot, other, id)
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

/** How much a spot lacks of its distance to the last 66 units or so of a neighbour, looked at every 6. */
function costOfLine(spot: Point, record: LinkRecord, id: ElementId): number {
  const head = record.link.to === id
  const { start, control, end } = (head ? record.curves.at(-1) : record.curves[0]) as Curve
  const near = head ? end : start
  const far = head ? start : end
  const step = 3 / Math.max(1, Math.hypot(control.x - near.x, control.y - near.y))
  let worst = 0
  for (let index = 0; index < 12; index += 1) {
    const t = Math.min(1, index * step)
    const u = 1 - t
    const dx = u * u * near.x + 2 * u * t * control.x + t * t * far.x - spot.x
    const dy = u * u * near.y + 2 * u * t * control.y + t * t * far.y - spot.y
    worst = Math.max(worst, lineClearance - Math.sqrt(dx * dx + dy * dy))
  }
  return worst
}

function lack(a: Point, b: Point, clearance: number): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  if (Math.abs(dx) > clearance || Math.abs(dy) > clearance) return 0
  return Math.max(0, clearance - Math.sqrt(dx * dx + dy * dy))
}
