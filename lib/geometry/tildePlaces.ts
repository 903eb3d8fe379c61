import type { ElementId, LinkId } from '../base/ids'
import { isContested } from '../model/claimSpread'
import { directionAt, leftOf, lengthOf, pointAt } from './curve'
import { boundsOfElement, type ElementShape } from './elementShape'
import { marksOf, sampled } from './linkCover'
import { linkMetrics, type LinkShape } from './linkShape'
import { distanceToOutline } from './outline'
import { distanceBetween, inflate, overlaps, rectAround, unite, type Point, type Rect } from './rect'

type Links = ReadonlyMap<LinkId, LinkShape>

/**
 * Along the line from its middle, and aside of it: on the line where that is free, else beside it. Not
 * on the middle itself if that can be: there stands the handle that bends a link.
 */
const steps: readonly (readonly [along: number, aside: number])[] = [
  [-22, 0],
  [22, 0],
  [-36, 0],
  [36, 0],
  [0, 0],
  [0, -15],
  [0, 15],
  [-22, -15],
  [22, -15],
  [-22, 15],
  [22, 15],
  [-52, 0],
  [52, 0],
  [-36, -15],
  [-36, 15],
  [0, -24],
  [0, 24],
]

const radius = linkMetrics.tagRadius
/** Room between a tilde and what it may not cover. */
const margin = 2
/** How near another line may come before the tilde could be taken for its own. */
const lineRoom = radius + 3

/**
 * Gives contested links their tilde: on the line near its middle, a little before it if that covers no delay
 * mark, sign, tag, label or element; where nothing near is free, where it covers least. A place hangs on
 * the scene alone, not on the ones before it.
 *
 * Cost: nothing without contested links; for each of them one look at every element and link.
 * @param before the links of the previous scene, so that what looks the same is the same object
 */
export function placeTildes(links: Links, elements: ReadonlyMap<ElementId, ElementShape>, before?: Links): Links {
  const contested = [...links.values()].filter(({ link }) => isContested(link))
  if (contested.length === 0) return links
  const placed = new Map(links)
  const taken: Point[] = []
  for (const shape of contested) {
    const tilde = findPlace(shape, links, elements, taken)
    taken.push(tilde)
    const known = before?.get(shape.id)
    placed.set(shape.id, isSame(known, shape, tilde) ? known : withTilde(shape, tilde))
  }
  return before !== undefined && isSameMap(placed, before) ? before : placed
}

/** Shapes that carry a tilde, by the ones they were made of. */
const origins = new WeakMap<LinkShape, LinkShape>()

function withTilde(shape: LinkShape, tilde: Point): LinkShape {
  const around = rectAround(tilde, { width: radius * 2 + 2, height: radius * 2 + 2 })
  const whole: LinkShape = { ...shape, tilde, bounds: unite([shape.bounds, around]) ?? shape.bounds }
  origins.set(whole, shape)
  return whole
}

function isSame(known: LinkShape | undefined, shape: LinkShape, tilde: Point): known is LinkShape {
  return known !== undefined && origins.get(known) === shape && known.tilde?.x === tilde.x && known.tilde.y === tilde.y
}

function isSameMap(a: Links, b: Links): boolean {
  if (a.size !== b.size) return false
  const others = b.values()
  for (const shape of a.values()) if (others.next().value !== shape) return false
  return true
}

function findPlace(
  shape: LinkShape,
  links: Links,
  elements: ReadonlyMap<ElementId, ElementShape>,
  taken: readonly Point[],
): Point {
  const spots = spotsOf(shape)
  const area = inflate(unite(spots.map((spot) => rectAround(spot, { width: 0, height: 0 }))) as Rect, radius * 2)
  const outlines: ElementShape[] = []
  for (const element of elements.values()) {
    const { kind } = element.element
    if (kind !== 'frame' && kind !== 'ink' && overlaps(boundsOfElement(element), area)) outlines.push(element)
  }
  const marks: Rect[] = []
  const lines: Point[] = []
  for (const other of links.values()) {
    if (!overlaps(other.bounds, area)) continue
    marks.push(...marksOf(other).filter((mark) => overlaps(mark, area)))
    if (other !== shape) lines.push(...sampled(other).filter((point) => overlaps(rectAround(point, none), area)))
  }
  let best = spots[0] as Point
  let least = Infinity
  for (const [rank, spot] of spots.entries()) {
    let cost = rank * 0.02
    for (const mark of marks) cost += lack(distanceToOutline({ rect: mark, radius: 0 }, spot.x, spot.y))
    for (const outline of outlines) cost += 2 * lack(distanceToOutline(outline, spot.x, spot.y))
    for (const other of taken) cost += 2 * Math.max(0, radius * 2 + margin - distanceBetween(other, spot))
    if (lines.some((point) => distanceBetween(point, spot) < lineRoom)) cost += 1
    if (cost >= least) continue
    least = cost
    best = spot
    if (cost < 0.02) break
  }
  return best
}

const none = { width: 0, height: 0 }

/** How much of its room a tilde lacks at a distance from something. */
function lack(distance: number): number {
  return Math.max(0, radius + margin - distance)
}

/** Where a tilde may stand, best first. The middle is always among them. */
function spotsOf({ curves, mid }: LinkShape): readonly Point[] {
  const [only] = curves
  if (only === undefined || curves.length > 1) {
    // A link from an element to itself: its middle is where it is farthest from it.
    const half = curves[curves.length / 2]
    const along = half === undefined ? { x: 1, y: 0 } : directionAt(half, 0)
    return steps.map(([ahead, aside]) => shifted(mid, along, ahead, aside))
  }
  const length = lengthOf(only)
  return steps.flatMap(([ahead, aside]) => {
    // Near either end there are heads, signs and the elements themselves.
    if (Math.abs(ahead) > length / 2 - radius * 2)
      return ahead === 0 ? [shifted(mid, directionAt(only, 0.5), 0, aside)] : []
    const t = 0.5 + ahead / Math.max(length, 1)
    return [shifted(pointAt(only, t), directionAt(only, t), 0, aside)]
  })
}

function shifted(point: Point, along: Point, ahead: number, aside: number): Point {
  const left = leftOf(along)
  return { x: point.x + along.x * ahead + left.x * aside, y: point.y + along.y * ahead + left.y * aside }
}
