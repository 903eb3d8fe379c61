import type { ElementId } from '../base/ids'
import { sizeOf } from '../geometry/elementLayout'
import { contains, containsPoint, inflate, overlaps, rectAround, type Point, type Rect } from '../geometry/rect'
import { isCrossed } from '../geometry/linkCover'
import { computeScene, type Scene } from '../geometry/scene'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import type { StandsFor } from './reviewElements'

/** An element that comes to this map, and the group's map that it comes from. */
export interface Comer {
  readonly id: ElementId
  readonly group: string
  readonly map: MapView
  readonly element: MapElement
}

/** Kept free around a new element. */
const margin = 24
const step = 24
/** Rings of places that are tried around the wanted one, each a step further out. */
const rings = 80
/** Rings further out than the nearest free place that one is looked for under which no line passes. */
const ringsToClear = 10

/**
 * Where new elements stand: as they stood in their group's map to what they are linked with, or to what was nearest
 * to them there, as that stands here. What covers something there goes to the nearest place on which it does not, and, if there
 * is one not much further, no link of this map passes under it. What stood in a new frame stands in it.
 * Cost: new elements, times elements and links, times places tried; drawing the map once if something has to give way.
 */
export function placeNewcomers(
  now: MapView,
  comers: readonly Comer[],
  standsFor: StandsFor,
): ReadonlyMap<ElementId, Position> {
  const board = now.positions.get(boardView) ?? new Map<ElementId, Position>()
  const taken: { readonly rect: Rect; readonly isFrame: boolean }[] = []
  for (const [id, at] of board) {
    const element = now.elements.get(id)
    if (element !== undefined)
      taken.push({ rect: rectAround(at, sizeOf(element, at)), isFrame: element.kind === 'frame' })
  }
  let scene: Scene | undefined
  const isClear: IsClear = (rect) => !isCrossed(rect, (scene ??= computeScene(now, boardView)).links.values())
  const places = new Map<ElementId, Position>()
  /** New frames with how far they moved from where they stood. */
  const frames: { readonly group: string; readonly was: Rect; readonly by: Point }[] = []
  const inOrder = [...comers].sort((a, b) => Number(b.element.kind === 'frame') - Number(a.element.kind === 'frame'))
  for (const comer of inOrder) {
    const { id, group, map, element } = comer
    const at = map.positions.get(boardView)?.get(element.id)
    if (at === undefined) continue
    const size = sizeOf(element, at)
    const isFrame = element.kind === 'frame'
    const inFrame = isFrame ? undefined : frames.find((frame) => frame.group === group && containsPoint(frame.was, at))
    const by = inFrame?.by ?? findMove(comer, at, board, standsFor)
    const wanted = { x: at.x + by.x, y: at.y + by.y }
    const isWithin = inFrame !== undefined && contains(inFrame.was, rectAround(at, size))
    // What stood across the border of its frame would cover what is beside it here.
    const spot = isWithin ? wanted : findFree(wanted, size, taken, isFrame, isClear)
    places.set(id, { ...at, x: Math.round(spot.x), y: Math.round(spot.y) })
    if (isFrame) frames.push({ group, was: rectAround(at, size), by: { x: spot.x - at.x, y: spot.y - at.y } })
    taken.push({ rect: rectAround(spot, size), isFrame })
  }
  return places
}

/** How far what an element belongs to stands here from where it stood there. */
function findMove(
  { group, map, element }: Comer,
  at: Position,
  board: ReadonlyMap<ElementId, Position>,
  standsFor: StandsFor,
): Point {
  const places = map.positions.get(boardView) ?? new Map<ElementId, Position>()
  const moveOf = (id: ElementId): Point | undefined => {
    const [there, here] = [places.get(id), board.get(standsFor(group, id) ?? id)]
    return there && here && { x: here.x - there.x, y: here.y - there.y }
  }
  const linked = new Set<ElementId>()
  for (const { from, to } of map.links.values()) {
    if (from === element.id) linked.add(to)
    if (to === element.id) linked.add(from)
  }
  const moves = [...linked].flatMap((id) => moveOf(id) ?? [])
  if (moves.length > 0) {
    const sum = moves.reduce((all, one) => ({ x: all.x + one.x, y: all.y + one.y }))
    return { x: sum.x / moves.length, y: sum.y / moves.length }
  }
  let nearest: { readonly far: number; readonly move: Point } | undefined
  for (const [id, there] of places) {
    const move = id === element.id ? undefined : moveOf(id)
    const far = Math.hypot(there.x - at.x, there.y - at.y)
    if (move !== undefined && (nearest === undefined || far < nearest.far)) nearest = { far, move }
  }
  return nearest?.move ?? { x: 0, y: 0 }
}

/** No line passes under a card there. */
type IsClear = (rect: Rect) => boolean

/** A frame covers nothing at all; anything else may stand in a frame, but not across its border. */
function findFree(
  wanted: Point,
  size: { readonly width: number; readonly height: number },
  taken: readonly { readonly rect: Rect; readonly isFrame: boolean }[],
  isForFrame: boolean,
  isClear: IsClear,
): Point {
  const isFree = (spot: Point): boolean => {
    const rect = rectAround(spot, size)
    const padded = inflate(rect, margin)
    return taken.every(({ rect: other, isFrame }) => {
      if (!isFrame || isForFrame) return !overlaps(other, padded)
      return !overlaps(other, rect) || (containsPoint(other, corner(rect, 0)) && containsPoint(other, corner(rect, 1)))
    })
  }
  let crossed: { readonly spot: Point; readonly ring: number } | undefined
  for (let ring = 0; ring <= rings; ring += 1) {
    if (crossed !== undefined && ring > crossed.ring + ringsToClear) break
    const count = ring === 0 ? 1 : Math.min(48, ring * 6)
    // Large things go outwards in larger steps.
    const far = ring * Math.max(step, size.height / 4)
    for (let index = 0; index < count; index += 1) {
      const angle = (index / count) * Math.PI * 2
      const spot = { x: wanted.x + Math.cos(angle) * far, y: wanted.y + Math.sin(angle) * far }
      if (!isFree(spot)) continue
      // Where it stood in its group it may stand on a line as it did there.
      if (ring === 0 || isForFrame || isClear(rectAround(spot, size))) return spot
      crossed ??= { spot, ring }
    }
  }
  if (crossed !== undefined) return crossed.spot
  const right = Math.max(wanted.x, ...taken.map(({ rect }) => rect.x + rect.width))
  return { x: right + size.width / 2 + margin * 2, y: wanted.y }
}

function corner({ x, y, width, height }: Rect, far: 0 | 1): Point {
  return { x: x + width * far, y: y + height * far }
}
