import type { ElementId } from '../base/ids'
import type { ElementShape } from '../geometry/elementShape'
import { hitBadge, hitElement, hitLink } from '../geometry/hit'
import type { LinkShape } from '../geometry/linkShape'
import { distanceToOutline } from '../geometry/outline'
import { containsPoint, distanceBetween, inflate, type Point, type Rect } from '../geometry/rect'
import type { Scene } from '../geometry/scene'
import { isLinkable } from '../model/element'
import type { Marked } from './gestureEffect'
import { dotSides, emptyHit, resizeEdges, type DotSide, type Hit, type ResizeEdge } from './hit'

/** What decides what a pointer hits, besides the scene. */
export interface HitOptions {
  readonly zoom: number
  readonly pointer: 'mouse' | 'touch'
  readonly marked: Marked
  /** The element whose dots show. */
  readonly dotsOf: ElementId | undefined
  readonly mayEdit: boolean
  /** Links are being made by taps: those that are there have no grips meanwhile. */
  readonly isLinking?: boolean
}

/** Pixels between an element's border and the middle of its dots. */
export const dotDistance = 14
/** Pixels from the middle of a grip or dot within which it is taken: 24 px targets, 44 px for fingers. */
const gripReach = { mouse: 12, touch: 22 } as const
/** Pixels of an element's rim that pull a link: while its dots show, and before, for a hand that does not wait for them. */
const rim = { outside: 8, inside: 5 } as const
const bareRim = { outside: 5, inside: 3 } as const
/** Pixels from the middle of a badge within which it is taken at least, however small it is drawn. */
const badgeReach = { mouse: 12, touch: 22 } as const
const linkReach = { mouse: 7, touch: 16 } as const

/**
 * What a pointer at `point` means: grips of the selection first, then dots and rims, elements,
 * badges of loops, links, and last the open middle of a frame. Geometry only; about 0.3 ms for 1,600 links.
 */
export function hitSurface(scene: Scene, point: Point, options: HitOptions): Hit {
  if (options.mayEdit) {
    const grip = hitGrip(scene, point, options) ?? hitDot(scene, point, options)
    if (grip !== undefined) return withElement(scene, point, grip)
  }
  const id = hitElement(scene, point)
  const shape = id === undefined ? undefined : scene.elements.get(id)
  const badge = hitBadge(scene, point, options.zoom, badgeReach[options.pointer])
  if (badge !== undefined && (shape === undefined || shape.element.kind === 'frame'))
    return { kind: 'badge', id: badge }
  const link = hitLink(scene, point, linkReach[options.pointer] / options.zoom)
  if (shape !== undefined && (shape.element.kind !== 'frame' || link === undefined)) {
    return { kind: 'element', id: shape.id, zone: zoneOf(shape, point, options) }
  }
  const rimmed = options.mayEdit ? hitOuterRim(scene, point, options) : undefined
  if (rimmed !== undefined) return rimmed
  if (link !== undefined) return { kind: 'link', id: link }
  const bare = options.mayEdit ? hitBareRim(scene, point, options) : undefined
  if (bare !== undefined) return bare
  const frame = frameAround(scene, point)
  return frame === undefined ? emptyHit : { kind: 'element', id: frame, zone: 'inside' }
}

/** Where the four dots of an element are. */
export function dotsAround(rect: Rect, zoom: number): Readonly<Record<DotSide, Point>> {
  const away = dotDistance / zoom
  const x = rect.x + rect.width / 2
  const y = rect.y + rect.height / 2
  return {
    top: { x, y: rect.y - away },
    right: { x: rect.x + rect.width + away, y },
    bottom: { x, y: rect.y + rect.height + away },
    left: { x: rect.x - away, y },
  }
}

/** Where the grips of a resizable element are. */
export function resizeGrips(rect: Rect): Readonly<Record<ResizeEdge, Point>> {
  const { x, y, width, height } = rect
  return {
    nw: { x, y },
    n: { x: x + width / 2, y },
    ne: { x: x + width, y },
    e: { x: x + width, y: y + height / 2 },
    se: { x: x + width, y: y + height },
    s: { x: x + width / 2, y: y + height },
    sw: { x, y: y + height },
    w: { x, y: y + height / 2 },
  }
}

/** The grips of a link: its two ends and its middle, kept apart on short links. */
export function linkGrips(shape: LinkShape): { readonly from: Point; readonly mid: Point; readonly to: Point } {
  return { from: shape.start, mid: shape.mid, to: shape.end }
}

/** Kinds whose size people set. */
export function isResizable(shape: ElementShape): boolean {
  return ['frame', 'note', 'text', 'image'].includes(shape.element.kind)
}

/** True while the pointer is near enough that an element's dots should stay. */
export function isNearDots(shape: ElementShape, point: Point, zoom: number): boolean {
  return containsPoint(inflate(shape.rect, (dotDistance + gripReach.mouse) / zoom), point)
}

/** The one element that is marked, if it is the only thing marked. */
export function onlyElement(marked: Marked): ElementId | undefined {
  return marked.elements.length === 1 && marked.links.length === 0 ? marked.elements[0] : undefined
}

/** A grip of a link with the element on which it lies. A frame is a ground, on which there may be links. */
function withElement(scene: Scene, point: Point, grip: Hit): Hit {
  if (grip.kind !== 'end-grip' && grip.kind !== 'bend-grip') return grip
  const over = hitElement(scene, point)
  return over === undefined || scene.elements.get(over)?.element.kind === 'frame' ? grip : { ...grip, over }
}

function hitGrip(
  scene: Scene,
  point: Point,
  { zoom, pointer, marked, isLinking = false }: HitOptions,
): Hit | undefined {
  const reach = gripReach[pointer] / zoom
  const link = !isLinking && marked.links.length === 1 && marked.elements.length === 0 ? marked.links[0] : undefined
  const line = link === undefined ? undefined : scene.links.get(link)
  if (line !== undefined) {
    const { from, mid, to } = linkGrips(line)
    // On a short link the ends count more than the middle.
    const end = distanceBetween(point, to) <= distanceBetween(point, from) ? 'to' : 'from'
    const isEnd = distanceBetween(point, end === 'to' ? to : from) <= reach
    if (isEnd) return { kind: 'end-grip', link: line.id, end }
    if (line.from !== line.to && distanceBetween(point, mid) <= reach) return { kind: 'bend-grip', link: line.id }
  }
  const only = onlyElement(marked)
  const shape = only === undefined ? undefined : scene.elements.get(only)
  if (shape === undefined || !isResizable(shape) || shape.element.locked === true) return undefined
  const grips = resizeGrips(shape.rect)
  const edge = resizeEdges.find((candidate) => isOnEdge(shape, candidate, grips[candidate], point, reach))
  return edge === undefined ? undefined : { kind: 'resize-grip', id: shape.id, edge }
}

/**
 * Corners are wide targets. A text has only its left and right side, since its height follows; what
 * can be linked has only corners, since its sides have dots.
 */
function isOnEdge(shape: ElementShape, edge: ResizeEdge, grip: Point, point: Point, reach: number): boolean {
  if (!hasEdge(shape, edge)) return false
  const inner = Math.min(reach, shape.rect.width / 4, shape.rect.height / 4)
  return distanceBetween(grip, point) <= (edge.length === 2 ? Math.max(inner, reach / 2) : inner)
}

/** Which edges of an element can be pulled. */
export function hasEdge({ element }: ElementShape, edge: ResizeEdge): boolean {
  if (element.kind === 'text') return edge === 'e' || edge === 'w'
  return edge.length === 2 || !isLinkable(element)
}

function hitDot(scene: Scene, point: Point, { zoom, pointer, dotsOf }: HitOptions): Hit | undefined {
  const shape = dotsOf === undefined ? undefined : scene.elements.get(dotsOf)
  if (shape === undefined || !isLinkable(shape.element)) return undefined
  if (distanceToOutline(shape, point.x, point.y) <= 0) return undefined
  const dots = dotsAround(shape.rect, zoom)
  const side = dotSides.find((candidate) => distanceBetween(dots[candidate], point) <= gripReach[pointer] / zoom)
  return side === undefined ? undefined : { kind: 'dot', id: shape.id, side }
}

function zoneOf(shape: ElementShape, point: Point, { dotsOf, zoom, pointer, mayEdit }: HitOptions): 'body' | 'border' {
  if (!mayEdit || pointer === 'touch' || !isLinkable(shape.element)) return 'body'
  // A small element keeps most of itself for being moved.
  const inside = Math.min((dotsOf === shape.id ? rim : bareRim).inside / zoom, shape.rect.height * 0.16)
  return distanceToOutline(shape, point.x, point.y) > -inside ? 'border' : 'body'
}

function hitOuterRim(scene: Scene, point: Point, { dotsOf, zoom, pointer }: HitOptions): Hit | undefined {
  if (pointer === 'touch' || dotsOf === undefined) return undefined
  const shape = scene.elements.get(dotsOf)
  if (shape === undefined || !isLinkable(shape.element)) return undefined
  return distanceToOutline(shape, point.x, point.y) <= rim.outside / zoom
    ? { kind: 'element', id: shape.id, zone: 'border' }
    : undefined
}

/** The rim of an element whose dots do not show. */
function hitBareRim(scene: Scene, point: Point, { zoom, pointer }: HitOptions): Hit | undefined {
  if (pointer === 'touch') return undefined
  const reach = bareRim.outside / zoom
  for (const shape of scene.elements.values()) {
    // Asked of every element at every move of the pointer: the cheapest first, and nothing made for it.
    const { x, y, width, height } = shape.rect
    if (point.x < x - reach || point.x > x + width + reach) continue
    if (point.y < y - reach || point.y > y + height + reach || !isLinkable(shape.element)) continue
    if (distanceToOutline(shape, point.x, point.y) <= reach) return { kind: 'element', id: shape.id, zone: 'border' }
  }
  return undefined
}

/** The smallest frame around a point. */
function frameAround(scene: Scene, point: Point): ElementId | undefined {
  let found: ElementShape | undefined
  for (const shape of scene.elements.values()) {
    if (shape.element.kind === 'frame' && containsPoint(shape.rect, point)) found = shape
  }
  return found?.id
}
