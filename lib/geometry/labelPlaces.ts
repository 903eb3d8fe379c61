import type { ElementId, LinkId } from '../base/ids'
import { isContested } from '../model/claimSpread'
import { boundsOfLink, rectOfSign } from './buildLink'
import { directionAt, leftOf, pointAt } from './curve'
import { boundsOfElement, type ElementShape } from './elementShape'
import { marksOf, sampled } from './linkCover'
import { moveLinkLabel, type LinkLabel } from './linkLabel'
import type { LinkShape } from './linkShape'
import { containsPoint, inflate, overlaps, type Point, type Rect } from './rect'

type Links = ReadonlyMap<LinkId, LinkShape>
type Elements = ReadonlyMap<ElementId, ElementShape>

/** What the labels of one scene were placed from, so that the next can keep them. */
export interface LabelMemory {
  readonly source: Links
  readonly elements: Elements
  readonly links: Links
}

/** Where along the line a label may stand, in order of preference, on either side of it. */
const ways = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78] as const
/** Beyond a line's bounds: as far as any label reaches. */
const reach = 260
/** Room between a label and an element. */
const margin = 2
/** Of more links, labels mind elements alone: each would look at every line, and there is no room left beside them. */
const mostMinded = 120
const none: Links = new Map()
/** What standing a step further from the usual place is worth, in square units of label under an element. */
const worthOfStep = 6
/** What a stretch of ten units of a line behind a label is worth. */
const worthOfLine = 40

/**
 * Moves the labels that would stand behind an element, or on the line or sign of another link: to the other side of
 * their line or along it, to the nearest place where they cover none of these and no mark of their own link; where
 * there is none, where least of them is hidden. A place hangs on the links as they come, and the elements, alone.
 *
 * Cost: for each label one look at every element and link; with `last`, at every one that has changed.
 */
export function placeLabels(source: Links, elements: Elements, last?: LabelMemory): LabelMemory {
  if (last?.source === source && last.elements === elements) return last
  const others = source.size <= mostMinded ? source : none
  const before = last !== undefined && last.source.size <= mostMinded === source.size <= mostMinded ? last : undefined
  const changed = before && [
    ...changedBoxes(elements, before.elements),
    ...(others === none ? [] : changedLines(source, before.source)),
  ]
  let placed: Map<LinkId, LinkShape> | undefined
  let boxes: readonly Rect[] | undefined
  for (const [id, shape] of source) {
    if (shape.label === undefined) continue
    const area = inflate(shape.bounds, reach)
    const isKnown = before?.source.get(id) === shape && changed?.some((box) => overlaps(box, area)) !== true
    const next =
      (isKnown ? before.links.get(id) : undefined) ?? withFreeLabel(shape, (boxes ??= boxesOf(elements)), area, others)
    const known = before?.links.get(id)
    const kept = known !== undefined && origins.get(known) === shape && isSameSpot(known, next) ? known : next
    if (kept === shape) continue
    placed ??= new Map(source)
    placed.set(id, kept)
  }
  return { source, elements, links: placed ?? source }
}

/** Shapes whose label has been moved, by the ones they were made of. */
const origins = new WeakMap<LinkShape, LinkShape>()

function isSameSpot(a: LinkShape, b: LinkShape): boolean {
  return a.label?.x === b.label?.x && a.label?.baseline === b.label?.baseline
}

function changedBoxes(now: Elements, before: Elements): readonly Rect[] {
  const boxes: Rect[] = []
  for (const [id, shape] of now) {
    const old = before.get(id)
    if (old === shape) continue
    boxes.push(boundsOfElement(shape))
    if (old !== undefined) boxes.push(boundsOfElement(old))
  }
  for (const [id, old] of before) if (!now.has(id)) boxes.push(boundsOfElement(old))
  return boxes
}

function changedLines(now: Links, before: Links): readonly Rect[] {
  if (now === before) return []
  const lines: Rect[] = []
  for (const [id, shape] of now) {
    const old = before.get(id)
    if (old === shape) continue
    lines.push(shape.bounds)
    if (old !== undefined) lines.push(old.bounds)
  }
  for (const [id, old] of before) if (!now.has(id)) lines.push(old.bounds)
  return lines
}

/** What a label may stand behind, with some room. */
function boxesOf(elements: Elements): readonly Rect[] {
  const boxes: Rect[] = []
  for (const shape of elements.values()) {
    const { kind } = shape.element
    // Those are drawn under the links, or through them.
    if (kind !== 'frame' && kind !== 'ink') boxes.push(inflate(boundsOfElement(shape), margin))
  }
  return boxes
}

function withFreeLabel(shape: LinkShape, boxes: readonly Rect[], area: Rect, links: Links): LinkShape {
  const usual = shape.label
  if (usual === undefined) return shape
  if (!boxes.some((box) => overlaps(box, usual.rect)) && !isStruck(usual.rect, shape, links)) return shape
  const blocks = boxes.filter((box) => overlaps(box, area))
  blocks.push(...marksOf({ ...shape, label: undefined, tilde: undefined }))
  const line = [...sampled(shape)]
  for (const other of links.values()) {
    if (other.id === shape.id || !overlaps(other.bounds, area)) continue
    for (const point of sampled(other)) if (containsPoint(area, point)) line.push(point)
    if (other.sign !== undefined) blocks.push(rectOfSign(other.sign))
  }
  let best: { readonly label: LinkLabel; readonly spot: Point } | undefined
  let least = Infinity
  for (const [step, { label, spot }] of placesOf(shape).entries()) {
    let cost = step * worthOfStep
    // What follows stands further away.
    if (cost >= least) break
    for (const block of blocks) cost += sharedArea(block, label.rect)
    for (const point of line) if (containsPoint(inflate(label.rect, -margin), point)) cost += worthOfLine
    if (cost >= least) continue
    least = cost
    best = { label, spot }
  }
  if (best === undefined || (best.label.x === usual.x && best.label.baseline === usual.baseline)) return shape
  const { label, spot } = best
  const { curves, sign, mid } = shape
  const isMarked = shape.tag !== undefined || shape.zigzag !== undefined
  const moved: LinkShape = {
    ...shape,
    label,
    labelSpot: spot,
    bounds: boundsOfLink({ curves, width: shape.width, isMarked, sign, label: label.rect, mid }),
  }
  origins.set(moved, shape)
  return moved
}

/** Whether the line or the sign of another link lies under a label. */
function isStruck(rect: Rect, { id }: LinkShape, links: Links): boolean {
  const within = inflate(rect, -margin)
  for (const other of links.values()) {
    if (other.id === id || !overlaps(other.bounds, rect)) continue
    if (other.sign !== undefined && overlaps(rectOfSign(other.sign), within)) return true
    if (sampled(other).some((point) => containsPoint(within, point))) return true
  }
  return false
}

/** Where a label may stand: first where it does, then on the other side and along the line. */
function placesOf(shape: LinkShape): readonly { readonly label: LinkLabel; readonly spot: Point }[] {
  const { label, labelSpot, mid, link, curves } = shape
  const [curve] = curves
  if (label === undefined || curve === undefined) return []
  const away = Math.hypot(labelSpot.x - mid.x, labelSpot.y - mid.y)
  const usual = { x: (labelSpot.x - mid.x) / away, y: (labelSpot.y - mid.y) / away }
  const places = [{ label, spot: labelSpot }]
  const add = (at: Point, out: Point, distance: number): void => {
    const spot = { x: at.x + out.x * distance, y: at.y + out.y * distance }
    places.push({ label: moveLinkLabel(label, spot, out), spot })
  }
  const other = ({ x, y }: Point): Point => ({ x: -x, y: -y })
  add(mid, other(usual), away)
  if (curves.length > 1) return places
  const isContestedLink = isContested(link)
  const middle = leftOf(directionAt(curve, 0.5))
  const isLeft = middle.x * usual.x + middle.y * usual.y > 0
  for (const t of ways.slice(1)) {
    const left = leftOf(directionAt(curve, t))
    const out = isLeft ? left : other(left)
    add(pointAt(curve, t), out, isContestedLink ? away : 5)
    add(pointAt(curve, t), other(out), isContestedLink ? away : 5)
  }
  return places
}

function sharedArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
