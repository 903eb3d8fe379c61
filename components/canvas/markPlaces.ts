import type { LinkId } from '../../lib/base/ids'
import { marksOf, sampled } from '../../lib/geometry/linkCover'
import type { LinkShape } from '../../lib/geometry/linkShape'
import { inflate, rectAround, type Point, type Rect } from '../../lib/geometry/rect'
import { createRectGrid } from '../../lib/geometry/rectGrid'
import type { Scene } from '../../lib/geometry/scene'

/** A word that is to stand at a link. */
export interface MarkWish {
  readonly id: LinkId
  /** Canvas units. */
  readonly width: number
  readonly height: number
}

/**
 * Where words at links stand: on their lines, what is near the middle first, rather where neither a sign, a label, a badge, an
 * element nor another of them is covered. None is left out. Cost: linear in the scene, nothing where no word is wanted.
 */
export function placeLinkMarks(
  scene: Pick<Scene, 'elements' | 'links' | 'badges'>,
  wishes: readonly MarkWish[],
): ReadonlyMap<LinkId, Point> {
  const places = new Map<LinkId, Point>()
  if (wishes.length === 0) return places
  const taken = createRectGrid()
  for (const rect of listTaken(scene)) taken.add(rect)
  for (const { id, width, height } of wishes) {
    const shape = scene.links.get(id)
    if (shape === undefined) continue
    const candidates = fromMiddle(shape)
    const boxOf = (centre: Point): Rect => rectAround(centre, { width, height })
    const at = candidates.find((centre) => !taken.meets(boxOf(centre))) ?? candidates[0]
    if (at === undefined) continue
    taken.add(boxOf(at))
    places.set(id, at)
  }
  return places
}

function* listTaken({ elements, links, badges }: Pick<Scene, 'elements' | 'links' | 'badges'>): Iterable<Rect> {
  for (const { element, rect } of elements.values()) if (element.kind !== 'frame') yield inflate(rect, 2)
  for (const shape of links.values()) yield* marksOf(shape)
  for (const { bounds } of badges.values()) yield bounds
}

function fromMiddle(shape: LinkShape): readonly Point[] {
  const points = sampled(shape)
  const middle = (points.length - 1) / 2
  return points
    .map((point, index) => ({ point, off: Math.abs(index - middle) }))
    .sort((a, b) => a.off - b.off)
    .map(({ point }) => point)
}
