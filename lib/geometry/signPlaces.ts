import type { ElementId } from '../base/ids'
import { signAt, usualSignPlace, widthFor, type SignPlace } from './buildLink'
import { lengthOf, type Curve } from './curve'
import { signWidthOf } from './linkMarks'
import { linkMetrics } from './linkShape'
import { distanceToOutline, type Outline } from './outline'
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

/** Words are wide: where several come side by side, they need more places along their lines. */
const placesOfWords: readonly SignPlace[] = [
  ...places,
  { back: 58, side: 1 },
  { back: 58, side: -1 },
  { back: 72, side: 1 },
  { back: 72, side: -1 },
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
 * sign, a neighbouring line near its head, or the element. Where nothing is free, the least bad. A sign
 * written as a word also keeps off its own line, which bends away under it.
 * Cost: the square of the links at the element, up to 300 of them; beyond, each stands where it usually does.
 */
export function placeSigns<Entry extends LinkRecord>(
  here: readonly Entry[],
  id: ElementId,
  isWord: boolean,
): readonly (readonly [Entry, SignPlace])[] {
  if (here.length > mostWeighed) {
    return here.filter((record) => bearsSign(record, id)).map((record) => [record, usualSignPlace])
  }
  const nearEnds = here.map((record) => nearEndOf(record, id))
  const signed = here.filter((record) => bearsSign(record, id))
  const chosen: Choice[] = []
  // A word that came late may have found no room that an early one would not have missed.
  for (let round = 0; round < (isWord ? 3 : 1); round += 1) {
    for (const [index, record] of signed.entries()) {
      const others = chosen.filter((_, other) => other !== index)
      chosen[index] = choosePlace(record, id, { isWord, others, nearEnds })
    }
  }
  return signed.map((record, index) => [record, chosen[index]?.place ?? usualSignPlace])
}

interface Choice {
  readonly place: SignPlace
  readonly pill: Pill
}

/** The place of one sign among those already chosen for others. */
function choosePlace(
  record: LinkRecord,
  id: ElementId,
  {
    isWord,
    others,
    nearEnds,
  }: { readonly isWord: boolean; readonly others: readonly Choice[]; readonly nearEnds: readonly NearEnd[] },
): Choice {
  const { end } = record.curves.at(-1) as Curve
  const width = widthFor(record.link.strength)
  const signWidth = signWidthOf(record.link, isWord)
  const half = signWidth / 2 - linkMetrics.signRadius
  const pillFor = (place: SignPlace): Pill => ({ ...signAt(record.curves, place, width, signWidth), half })
  const usual = pillFor(usualSignPlace)
  let best: Choice = { place: usualSignPlace, pill: usual }
  let least = Infinity
  let room = -1
  for (const [rank, place] of (half > 0 ? placesOfWords : places).entries()) {
    if (rank > 0) {
      if (room < 0) room = record.curves.length === 1 ? lengthOf(record.curves[0] as Curve) : 120
      if (place.back > room * 0.6) continue
    }
    const pill = rank === 0 ? usual : pillFor(place)
    let cost = rank * 0.01 + costOfBoxes(pill, record)
    for (const other of others) cost += lack(other.pill, pill) * 2
    for (const near of nearEnds) {
      // It only grows from here on.
      if (cost >= least) break
      if (!isWithinReach(near, pill)) continue
      if (near.record === record) cost += half > 0 ? costOfLine(pill, near, linkMetrics.signRadius) : 0
      else if (landsNear(near.record, id, end)) cost += costOfLine(pill, near, lineClearance)
    }
    if (cost < least) {
      least = cost
      best = { place, pill }
    }
    if (cost < 0.1) break
  }
  return best
}

function bearsSign({ link }: LinkRecord, id: ElementId): boolean {
  return link.kind === 'causal' && link.to === id
}

/** What a sign covers: all that is nearer than its radius to a level stroke, `half` to either side of a point. */
interface Pill extends Point {
  /** Nothing for a disc. */
  readonly half: number
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
function isWithinReach({ left, right, top, bottom }: NearEnd, spot: Pill): boolean {
  return (
    spot.x > left - lineClearance - spot.half &&
    spot.x < right + lineClearance + spot.half &&
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

function costOfBoxes(spot: Pill, record: LinkRecord): number {
  const near = distanceToBox(record.to, spot) - linkMetrics.signRadius - 1
  const far = distanceToBox(record.from, spot) - linkMetrics.signRadius
  return (near < 0 ? -near * 3 : 0) + (far < 0 ? -far * 3 : 0)
}

/** Of the stroke of a pill: an outline is the same to the left and right, so that the point next to its middle is nearest. */
function distanceToBox(outline: Outline, { x, y, half }: Pill): number {
  const middle = outline.rect.x + outline.rect.width / 2
  return distanceToOutline(outline, Math.min(x + half, Math.max(x - half, middle)), y)
}

/** How much a spot lacks of its distance to the end of a line. */
function costOfLine(spot: Pill, { points }: NearEnd, clearance: number): number {
  let worst = 0
  for (const point of points) {
    const dx = Math.max(0, Math.abs(point.x - spot.x) - spot.half)
    const dy = point.y - spot.y
    worst = Math.max(worst, clearance - Math.sqrt(dx * dx + dy * dy))
  }
  return worst
}

function lack(a: Pill, b: Pill): number {
  const dx = Math.max(0, Math.abs(a.x - b.x) - a.half - b.half)
  const dy = a.y - b.y
  if (dx > discClearance || Math.abs(dy) > discClearance) return 0
  return Math.max(0, discClearance - Math.sqrt(dx * dx + dy * dy))
}
