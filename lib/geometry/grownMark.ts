import type { LinkId } from '../base/ids'
import { lengthOf, parameterBeforeEnd, pointAt } from './curve'
import type { ElementShape } from './elementShape'
import { linkMetrics, type LinkHead, type LinkShape, type LinkSign } from './linkShape'
import { distanceBetween, overlaps, rectAround, type Point, type Rect } from './rect'

/** How far from the tip of its link a sign goes at most when it grows, times the growth. */
const reach = 24

/** SVG transform that draws a mark `by` times as large where it is; none where it is not to grow. */
export function grownInPlace(at: Point, by: number | undefined): string | undefined {
  return by === undefined ? undefined : moveAndScale(at, at, by)
}

/** SVG transform that draws the head of a link `by` times as large with its tip where it is. */
export function grownHead({ points }: LinkHead, { start, end }: LinkShape, by: number | undefined): string | undefined {
  if (by === undefined) return undefined
  const [first = end] = points
  const tip = distanceBetween(first, start) < distanceBetween(first, end) ? start : end
  return moveAndScale(tip, tip, by)
}

/** SVG transforms of the marks of one link that grow beside its head. */
export interface GrownMarks {
  readonly sign?: string
  readonly delay?: string
}

/**
 * SVG transforms that draw signs `by` times as large beside the larger heads, none on another where there is
 * room along its own link, and strokes of delays as large as they can be without running into an element.
 *
 * Cost: every sign against all before it, every delay against all elements; for maps of some sixty.
 */
export function placeGrownMarks(
  links: Iterable<LinkShape>,
  elements: Iterable<ElementShape>,
  by: number,
): ReadonlyMap<LinkId, GrownMarks> {
  // One may write on a frame, which is a ground.
  const boxes = [...elements].filter(({ element }) => element.kind !== 'frame').map(({ rect }) => rect)
  const placed: Placed[] = []
  const marks = new Map<LinkId, GrownMarks>()
  for (const shape of links) {
    const { sign, delay } = shape
    const to = sign === undefined ? undefined : findRoom(shape, sign, by, placed, boxes)
    if (sign !== undefined && to !== undefined) placed.push({ ...to, half: halfOf(sign) })
    marks.set(shape.id, {
      ...(sign !== undefined && to !== undefined && { sign: moveAndScale(sign, to, by) }),
      ...(delay !== undefined && { delay: moveAndScale(shape.mid, shape.mid, growthOfDelay(shape.mid, by, boxes)) }),
    })
  }
  return marks
}

/** Where a sign has been put, and how far it reaches to either side beyond a disc. */
interface Placed extends Point {
  readonly half: number
}

/** Of a word's pill; nothing for a disc. */
function halfOf({ width }: Pick<LinkSign, 'width'>): number {
  return width / 2 - linkMetrics.signRadius
}

/** Signs that are nearer than this, times the growth, touch. */
const apart = 16
/** Half of what a sign covers of what is under it, times the growth. */
const arm = 6

/** Beside the larger head; where another sign is there, further back along the link, or on its other side. */
function findRoom(
  shape: LinkShape,
  sign: NonNullable<LinkShape['sign']>,
  by: number,
  placed: readonly Placed[],
  boxes: readonly Rect[],
): Point {
  const wish = besideHead(sign, shape, by)
  const half = halfOf(sign)
  const isFree = (at: Point): boolean =>
    placed.every((other) => {
      const aside = Math.max(0, Math.abs(at.x - other.x) - (half + other.half) * by)
      return Math.hypot(aside, at.y - other.y) >= apart * by
    })
  const curve = shape.curves.at(-1)
  if (curve === undefined || isFree(wish)) return wish
  const isClear = (at: Point): boolean => {
    const box = rectAround(at, { width: (arm + half) * 2 * by, height: arm * 2 * by })
    return isFree(at) && boxes.every((other) => !overlaps(box, other))
  }
  const aside = (linkMetrics.signRadius + 3) * by
  const length = lengthOf(curve)
  for (let back = reach * by; back < length * 0.75; back += (apart * by) / 2) {
    const on = pointAt(curve, parameterBeforeEnd(curve, back))
    for (const side of [1, -1]) {
      const at = { x: on.x + sign.out.x * (aside + half * by) * side, y: on.y + sign.out.y * aside * side }
      if (isClear(at)) return at
    }
  }
  return wish
}

/** Out of the way of the larger head. */
function besideHead(sign: Point, { end }: LinkShape, by: number): Point {
  const far = distanceBetween(sign, end)
  if (far === 0) return sign
  const share = Math.max(far, Math.min(far, reach) * by) / far
  return { x: end.x + (sign.x - end.x) * share, y: end.y + (sign.y - end.y) * share }
}

function growthOfDelay(mid: Point, most: number, boxes: readonly Rect[]): number {
  for (let by = most; by > 1; by -= 0.1) {
    const side = linkMetrics.delayLength * by
    const box = rectAround(mid, { width: side, height: side })
    if (boxes.every((other) => !overlaps(box, other))) return by
  }
  return 1
}

function moveAndScale(from: Point, to: Point, by: number): string {
  return `translate(${round(to.x)} ${round(to.y)}) scale(${round(by)}) translate(${round(-from.x)} ${round(-from.y)})`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
