import type { Selection } from '../hooks/editor'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import { inflate, overlaps, rectAround, type Rect, type Size } from '../../lib/geometry/rect'
import type { BarSurroundings } from './barPlace'
import { boundsOf } from './runIntent'
import type { Stage } from './stage'

/**
 * What a bar or a question about a selection stands at and keeps clear of. Of a link that
 * is too long to stand above all of it, that is its middle. Undefined if nothing of it is drawn.
 * @param panels what stands over the map there, such as the inspector
 */
export function surroundingsOf(
  stage: Stage,
  selection: Selection,
  size: Size,
  panels: readonly Rect[],
): BarSurroundings | undefined {
  const { viewport } = stage
  const { elements, links, badges } = stage.scene.get()
  const shapes = selection.links.flatMap((id) => links.get(id) ?? [])
  const ends = shapes.flatMap(({ from, to }) => [from, to])
  const all = boundsOf(stage, { elements: [...selection.elements, ...ends], links: selection.links })
  if (all === undefined) return undefined
  const toScreen = (rect: Rect): Rect => {
    const zoom = viewport.zoom.get()
    return { ...viewport.toScreen(rect), width: rect.width * zoom, height: rect.height * zoom }
  }
  const [only] = shapes
  const isLong = selection.elements.length === 0 && only !== undefined && toScreen(all).height >= longestLink
  const bounds = isLong ? { ...only.mid, width: 0, height: 0 } : all
  const own = new Set([...selection.elements, ...ends])
  const around = inflate(all, 600 / viewport.zoom.get())
  const boxes = { own: [] as Rect[], others: [] as Rect[] }
  for (const [id, shape] of elements) {
    const rect = boundsOfElement(shape)
    // One may stand on a frame, which is a ground.
    if (shape.element.kind === 'frame' || !overlaps(rect, around)) continue
    boxes[own.has(id) ? 'own' : 'others'].push(toScreen(rect))
  }
  const insets = viewport.insets()
  const surface = viewport.size()
  // Clear of the tools; on a narrow screen at the edge at least.
  const right = 16
  const left = surface.width - insets.left - right >= size.width ? insets.left - 8 : 12
  return {
    bounds: toScreen(bounds),
    free: {
      x: left,
      y: insets.top,
      width: surface.width - left - right,
      height: surface.height - insets.top - insets.bottom,
    },
    panels,
    own: [...boxes.own, ...shapes.map(({ mid }) => toScreen(rectAround(mid, bendGrip)))],
    badges: Array.from(badges.values(), (badge) => toScreen(badge.bounds)),
    others: boxes.others,
  }
}

/** In pixels: the ends of a longer link are so far from its middle that the bar stands there. */
const longestLink = 280
/** The grip in the middle of a selected link. */
const bendGrip = { width: 20, height: 20 }
