import type { LinkId } from '../base/ids'
import { lengthOf, pointAt } from './curve'
import { linkMetrics, type LinkShape, type LinkTag } from './linkShape'
import { rectAround, unite, type Rect } from './rect'
import { createRectGrid, type RectGrid } from './rectGrid'

type Links = ReadonlyMap<LinkId, LinkShape>

/** Along the line from its middle, where letters may stand that would lie on others. */
const steps = [-22, 22, -34, 34, -46, 46] as const

/** Shapes whose letters stand aside, by the ones they were made of: what looks the same is the same object. */
const moved = new WeakMap<LinkShape, LinkShape>()

/**
 * Letters in the middle of lines that cross there would lie on each other: those of the later link stand a little before
 * or behind its middle. Cost: linear in links with letters, as long as they are not all at one spot.
 */
export function placeTags(links: Links): Links {
  const taken = createRectGrid()
  let placed: Map<LinkId, LinkShape> | undefined
  for (const [id, shape] of links) {
    if (shape.tag === undefined) continue
    const tag = findPlace(shape, shape.tag, taken)
    taken.add(rectOf(tag))
    if (tag !== shape.tag) (placed ??= new Map(links)).set(id, withTag(shape, tag))
  }
  return placed ?? links
}

function findPlace(shape: LinkShape, tag: LinkTag, taken: RectGrid): LinkTag {
  const [only] = shape.curves
  // A bolt has its letters beside it, and a link to itself stands alone.
  if (only === undefined || shape.curves.length > 1 || shape.zigzag !== undefined || !taken.meets(rectOf(tag)))
    return tag
  const length = lengthOf(only)
  for (const step of steps) {
    if (Math.abs(step) > length / 2 - linkMetrics.tagRadius * 2) continue
    const at = { ...tag, ...pointAt(only, 0.5 + step / length) }
    if (!taken.meets(rectOf(at))) return at
  }
  return tag
}

function withTag(shape: LinkShape, tag: LinkTag): LinkShape {
  const known = moved.get(shape)
  if (known?.tag?.x === tag.x && known.tag.y === tag.y) return known
  const made = { ...shape, tag, bounds: unite([shape.bounds, rectOf(tag)]) ?? shape.bounds }
  moved.set(shape, made)
  return made
}

function rectOf(tag: LinkTag): Rect {
  return rectAround(tag, { width: tag.width, height: linkMetrics.tagRadius * 2 })
}
