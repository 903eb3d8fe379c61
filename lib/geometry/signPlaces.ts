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
 * Links at one element beyond which nobody looks for free places: its border has room for some
 * thirty signs, and weighing each against each would take minutes for thousands.
 */
const mostWeighed = 300

/**
 * Chooses where the signs of the links that lead to an element stand, so that no sign covers another
 * sign, a neighbouring line near its head, or the element. Where nothing is free, the least bad.
 * Cost: the square of the links at the element, up to 300 of them; beyond, each stands where it usually does.
 */
export function placeSigns<Entry extends LinkRecord>(
  here: readonly Entry[],
  id: ElementId,
): readonly (readonly [Entry, SignPlace])[] {
  if (here.length > mostWeighed) {
    return here.filter((record) => bearsSign(record, id)).map((record) => [record, usualSignPlace])
  }
  const nearEnds = here.map((record) => nearEndOf(record, id))
  const taken: Point[] = []
  const chosen: (readonly [Entry, SignPlace])[] = []
  for (const record of here) {
    if (!bearsSign(record, id)) continue
    const { end } = record.curves.at(-1) as Curve
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
      for (const near of nearEnds) {
        // It only grows from here on.
        if (cost >= least) break
        if (near.record !== record && isWithinReach(near, spot) && landsNear(near.record, id, end)) {
          cost += costOfLine(spot, near)
        }
      }
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

function bearsSign({ link }: LinkRecord, id: ElementId): boolean {
  return link.kind === 'causal' && link.to === id
}

/** The last 66 units or so of a line at an element, as points every 6, and the box around them. */
interface NearEnd {
  readonly record: LinkRecord
  readonly points: readonly Point[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function nearEndOf(record: LinkRecord, id: ElementId): NearEnd {
  const head = record.link.to === id
  const { start, control, end } = (head ? record.curves.at(-1) : record.curves[0]) as Curve
  const near = head ? end : start
  const far = head ? start : end
  const step = 3 / Math.max(1, Math.hypot(control.x - near.x, control.y - near.y))
  const points: Point[] = []
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let index = 0; index < 12; index += 1) {
    const t = Math.min(1, index * step)
    const u = 1 - t
    const x = u * u * near.x + 2 * u * t * control.x + t * t * far.x
    const y = u * u * near.y + 2 * u * t * control.y + t * t * far.y
    points.push({ x, y })
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { record, points, left, right, top, bottom }
}

/** False if no point of the line can be too near to the spot. Cheap: most neighbours end here. */
function isWithinReach({ left, right, top, bottom }: NearEnd, spot: Point): boolean {
  return (
    spot.x > left - lineClearance &&
    spot.x < right + lineClearance &&
    spot.y > top - lineClearance &&
    spot.y < bottom + lineClearance
  )
}

/** How far back the farthest sign reaches along its line, plus its own room. */
const signReach = 70

function landsNear(record: LinkRecord, id: ElementId, end: Point): boolean {
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

/** How much a spot lacks of its distance to the end of a neighbour. */
function costOfLine(spot: Point, { points }: NearEnd): number {
  let worst = 0
  for (const point of points) {
    const dx = point.x - spot.x
    const dy = point.y - spot.y
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
