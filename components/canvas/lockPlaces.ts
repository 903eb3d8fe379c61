import type { ElementId, LinkId } from '../../lib/base/ids'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { marksOf, sampled } from '../../lib/geometry/linkCover'
import { linkMetrics, type LinkShape } from '../../lib/geometry/linkShape'
import { inflate, rectAround, rectBetween, type Point, type Rect } from '../../lib/geometry/rect'
import { createRectGrid } from '../../lib/geometry/rectGrid'
import type { Scene } from '../../lib/geometry/scene'
import { isOfGroup } from '../../lib/look/groups'
import { stanceRects } from './chipWishes'

/** A padlock on the map. */
export interface LockMark {
  readonly id: ElementId | LinkId
  readonly at: Point
  /** Those who run the meeting have locked it, not anybody. */
  readonly isSealed: boolean
  /** What it is on is drawn faintly, and so is the padlock. */
  readonly isFaded: boolean
}

/** Canvas units across, where the map is not small. */
export const lockSize = 17

type Locked = Pick<Scene, 'elements' | 'links' | 'badges'>

/**
 * Where the padlocks of locked elements, frames and links stand: at a lower corner of a box, on the line of a link; rather where no
 * sign, label, badge or mark is covered. None is left out.
 * Cost: nothing but a look at each where nothing is locked; else linear in the scene.
 * @param size of a padlock, canvas units
 */
export function placeLocks(scene: Locked, size: number): readonly LockMark[] {
  const boxes = Array.from(scene.elements.values()).filter(
    // What stands for several is no element: there is nothing to lock.
    ({ id, element }) => (element.locked === true && !isOfGroup(id)) || element.seal,
  )
  const lines = Array.from(scene.links.values()).filter(({ link }) => link.seal)
  if (boxes.length + lines.length === 0) return []
  const marks = createRectGrid()
  for (const rect of listMarks(scene)) marks.add(rect)
  const place = (candidates: readonly Point[]): Point => {
    const boxOf = (centre: Point): Rect => rectAround(centre, { width: size, height: size })
    const at = candidates.find((centre) => !marks.meets(boxOf(centre))) ?? candidates[0] ?? { x: 0, y: 0 }
    marks.add(boxOf(at))
    return at
  }
  const found: LockMark[] = boxes.map((shape) => ({
    id: shape.id,
    at: place(aroundBox(shape, size)),
    isSealed: shape.element.seal !== undefined,
    isFaded: shape.element.paint?.faded === true,
  }))
  if (lines.length === 0) return found
  for (const { element, rect } of scene.elements.values()) if (element.kind !== 'frame') marks.add(inflate(rect, 2))
  for (const shape of lines) {
    const isFaded = shape.link.paint?.faded === true
    found.push({ id: shape.id, at: place(alongLine(shape)), isSealed: true, isFaded })
  }
  return found
}

/** Lower corners first: at the upper ones stand figures, comments, stances and what the group chose. */
function aroundBox({ rect, radius }: ElementShape, size: number): readonly Point[] {
  const inset = Math.min(radius / 2, rect.width / 2)
  const [left, right] = [rect.x + inset, rect.x + rect.width - inset]
  // A little outside, so that no line of a name is covered.
  const [top, bottom] = [rect.y - size * 0.2, rect.y + rect.height + size * 0.2]
  const middle = rect.y + rect.height / 2
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: left, y: top },
    { x: rect.x - size * 0.45, y: middle },
    { x: rect.x + rect.width + size * 0.45, y: middle },
    { x: right, y: top },
  ]
}

/** Points of the line, what is a little before its middle first. */
function alongLine(shape: LinkShape): readonly Point[] {
  const points = sampled(shape)
  const wanted = points.length * 0.4
  const inOrder = points.map((point, index) => ({ point, off: Math.abs(index - wanted) }))
  return inOrder.sort((a, b) => a.off - b.off).map(({ point }) => point)
}

function* listMarks({ elements, links, badges }: Locked): Iterable<Rect> {
  for (const shape of links.values()) yield* marksOf(shape)
  for (const { bounds } of badges.values()) yield bounds
  yield* listEnds(links)
  yield* stanceRects({ elements })
}

/** What links end in, which says which way they lead; of locked ones also where they have no head. */
function* listEnds(links: Locked['links']): Iterable<Rect> {
  const across = linkMetrics.headLength
  for (const shape of links.values()) {
    for (const { points } of shape.heads) {
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
      yield rectBetween({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) })
    }
    if (shape.link.seal === undefined) continue
    const points = sampled(shape)
    for (const end of [points[0], points.at(-1)]) {
      if (end !== undefined) yield rectAround(end, { width: across, height: across })
    }
  }
}

const known = new WeakMap<object, readonly Rect[]>()

/** What padlocks cover of a map that is not small, for whatever else looks for a place. Once per scene. */
export function lockRects(scene: Locked): readonly Rect[] {
  const before = known.get(scene)
  if (before !== undefined) return before
  const rects = placeLocks(scene, lockSize).map(({ at }) => rectAround(at, { width: lockSize, height: lockSize }))
  known.set(scene, rects)
  return rects
}
