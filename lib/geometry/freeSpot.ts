import { boundsOfElement, type ElementShape } from './elementShape'
import { isCrossed, marksOf } from './linkCover'
import { linkMetrics } from './linkShape'
import { contains, inflate, overlaps, rectAround, type Point, type Rect, type Size } from './rect'
import type { Scene } from './scene'

export interface FreeSpotOptions {
  /** Room kept around; 24 unless told. */
  readonly margin?: number
  /** Only spots whose rectangle lies in here, if there is one; such as the visible part of the map. */
  readonly within?: Rect
  /** How much further out than the nearest spot that a line crosses one clear of all lines is looked for; 200 unless told. */
  readonly clearWithin?: number
}

/** Between new neighbours, so that an arrow with its sign and its grips can be read there. */
export const roomForLinks = 64

const step = 24
const rings = 60
/** Units further out that a spot clear of all lines is looked for. */
const unitsToClear = 200

/**
 * The centre nearest to `near` where an element of this size covers no other element and, if
 * possible, no badge of a loop with its name, no mark of a link (sign, letters, label) and no middle of one; nor does a line
 * pass under it, if there is such a spot less than `clearWithin` further away. A frame is meant to hold things: the spot lies all in it or
 * all beside it, never across its border.
 * Looks outwards ring by ring, up to about 1,400 units; beyond that it answers a spot right of the map.
 */
export function findFreeSpot(scene: Scene, near: Point, size: Size, options: FreeSpotOptions = {}): Point {
  const { margin = step, within, clearWithin = unitsToClear } = options
  const ringsToClear = Math.floor(clearWithin / step)
  const inside = within && size.width < within.width && size.height < within.height ? within : undefined
  const reach = inflate(rectAround(near, size), rings * step + margin)
  const blockers = [...scene.elements.values()]
    .filter((shape) => shape.element.kind !== 'frame')
    .map((shape) => boundsOfElement(shape))
    .filter((rect) => overlaps(rect, reach))
  const frames = [...scene.elements.values()]
    .filter((shape) => shape.element.kind === 'frame')
    .map((shape) => shape.rect)
  const marks = marksNear(scene, reach)
  /** Clear of marks, though a line passes; and the ring on which that is. */
  let crossed: { readonly spot: Point; readonly ring: number } | undefined
  let second: Point | undefined
  for (let ring = 0; ring <= rings; ring += 1) {
    for (const spot of ringAround(near, ring)) {
      const rect = rectAround(spot, size)
      if (inside && !contains(inside, rect)) continue
      const padded = inflate(rect, margin)
      if (blockers.some((blocker) => overlaps(blocker, padded))) continue
      if (frames.some((frame) => overlaps(frame, rect) && !contains(frame, rect))) continue
      if (marks.some((mark) => overlaps(mark, rect))) second ??= spot
      else if (isCrossed(rect, scene.links.values())) crossed ??= { spot, ring }
      else return spot
    }
    if (crossed && ring >= crossed.ring + ringsToClear) return crossed.spot
    if (second && !crossed && ring > 12) return second
  }
  const found = crossed?.spot ?? second
  if (found) return found
  if (inside) return findFreeSpot(scene, near, size, { margin, clearWithin })
  const bounds = scene.bounds
  return bounds ? { x: bounds.x + bounds.width + size.width / 2 + margin * 2, y: near.y } : near
}

function marksNear(scene: Scene, reach: Rect): readonly Rect[] {
  const marks: Rect[] = [...scene.badges.values()].map(({ bounds }) => bounds).filter((rect) => overlaps(rect, reach))
  for (const link of scene.links.values()) {
    if (!overlaps(link.bounds, reach)) continue
    marks.push(...marksOf(link))
    marks.push(rectAround(link.mid, { width: linkMetrics.signRadius * 2, height: linkMetrics.signRadius * 2 }))
  }
  return marks
}

/** Spots about one step apart on a circle, the right and lower ones first. */
function ringAround(centre: Point, ring: number): readonly Point[] {
  if (ring === 0) return [centre]
  const count = Math.min(48, ring * 6)
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2
    return { x: centre.x + Math.cos(angle) * ring * step, y: centre.y + Math.sin(angle) * ring * step }
  })
}

/** Where a new element goes beside another: its rectangle's own gap away, in a direction. */
export function spotBeside(
  shape: ElementShape,
  direction: 'up' | 'down' | 'left' | 'right',
  size: Size,
  gap = 120,
): Point {
  const { centre, rect } = shape
  const across = rect.width / 2 + size.width / 2 + gap
  const down = rect.height / 2 + size.height / 2 + gap * 0.75
  switch (direction) {
    case 'up':
      return { x: centre.x, y: centre.y - down }
    case 'down':
      return { x: centre.x, y: centre.y + down }
    case 'left':
      return { x: centre.x - across, y: centre.y }
    case 'right':
      return { x: centre.x + across, y: centre.y }
  }
}
