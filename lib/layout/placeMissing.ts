import type { ElementId } from '../base/ids'
import { sizeOf } from '../geometry/elementLayout'
import { fromWeftMap } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { boardView, toStoredPosition, type Position } from '../model/position'
import type { WeftMap } from '../model/weftMap'
import { arrangeComponent } from './arrangeComponent'
import { arrangeGroups, groupGap } from './arrangeGroups'
import { boundsOf, shift, type Box, type Edge } from './box'
import { collectEdges } from './collectEdges'
import { findComponents, type Component } from './components'
import { createGround, type Ground } from './freePlace'

/**
 * Gives every element of the board a place that has none; those that have one stay where they are.
 * Linked elements come near each other, groups stand side by side, elements without links in rows
 * below, and no two boxes overlap. The same map always gets the same places. Takes well under a second
 * for 300 elements and a few seconds for 5,000, which are placed more coarsely.
 */
export function placeMissing(map: WeftMap): WeftMap {
  return withPositions(map, findPlaces(fromWeftMap(map)))
}

/** The map with these places on the board besides those it has. */
export function withPositions(map: WeftMap, places: ReadonlyMap<ElementId, Position>): WeftMap {
  if (places.size === 0) return map
  const board = map.positions[boardView] ?? {}
  const added = Object.fromEntries([...places].map(([id, position]) => [id, toStoredPosition(position)]))
  return { ...map, positions: { ...map.positions, [boardView]: { ...board, ...added } } }
}

/** Places for the elements that have none on the board, for a command to set. See `placeMissing`. */
export function findPlaces(view: MapView): ReadonlyMap<ElementId, Position> {
  const placed = view.positions.get(boardView) ?? new Map<ElementId, Position>()
  const fresh: Box[] = []
  const fixed: Box[] = []
  // By id, so that the order in which records came does not matter.
  for (const element of [...view.elements.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const position = placed.get(element.id)
    const { width, height } = sizeOf(element, position)
    const box = { id: element.id, width, height, x: position?.x ?? 0, y: position?.y ?? 0 }
    if (position === undefined) fresh.push(box)
    else fixed.push(box)
  }
  if (fresh.length === 0) return new Map()
  const edges = collectEdges(view, [...fixed, ...fresh], (id) => id)
  if (fixed.length === 0) arrangeAll(fresh, edges)
  else arrangeBeside(fixed, fresh, edges)
  return new Map(fresh.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]))
}

const arrangeEach = ({ boxes, edges }: Component): void => arrangeComponent(boxes, edges)

function arrangeAll(boxes: readonly Box[], edges: readonly Edge[]): void {
  const { linked, single } = findComponents(boxes, edges)
  arrangeGroups(linked, single, arrangeEach)
  const bounds = boundsOf(boxes)
  shift(boxes, -(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2)
}

/** New boxes among standing ones: those with a standing neighbour go near it, the others below. */
function arrangeBeside(fixed: readonly Box[], fresh: readonly Box[], edges: readonly Edge[]): void {
  const all = [...fixed, ...fresh]
  const neighbours = new Map<Box, Box[]>(all.map((box) => [box, []]))
  for (const [from, to] of edges) {
    const [a, b] = [all[from], all[to]]
    if (a === undefined || b === undefined) continue
    neighbours.get(a)?.push(b)
    neighbours.get(b)?.push(a)
  }
  const ground = createGround(fixed)
  const standing = new Set(fixed)
  const bounds = boundsOf(fixed)
  const middle = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 }
  const queue = fixed.flatMap((box) => neighbours.get(box) ?? [])
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (standing.has(next)) continue
    placeNear(
      next,
      (neighbours.get(next) ?? []).filter((box) => standing.has(box)),
      middle,
      ground,
    )
    standing.add(next)
    queue.push(...(neighbours.get(next) ?? []))
  }
  const rest = fresh.filter((box) => !standing.has(box))
  const indexByBox = new Map(rest.map((box, index) => [box, index]))
  const restEdges = edges.flatMap(([from, to, bow]): Edge[] => {
    const [a, b] = [all[from], all[to]].map((box) => (box === undefined ? undefined : indexByBox.get(box)))
    return a === undefined || b === undefined ? [] : [[a, b, bow]]
  })
  const { linked, single } = findComponents(rest, restEdges)
  arrangeGroups(linked, single, arrangeEach)
  const taken = boundsOf([...standing])
  shift(rest, taken.left, taken.bottom + groupGap)
}

/** Between its neighbours; with a single one, a link's length outward from the middle of the map. */
function placeNear(box: Box, around: readonly Box[], middle: { x: number; y: number }, ground: Ground): void {
  box.x = around.reduce((sum, other) => sum + other.x, 0) / Math.max(1, around.length)
  box.y = around.reduce((sum, other) => sum + other.y, 0) / Math.max(1, around.length)
  if (around.length === 1) {
    const [dx, dy] = [box.x - middle.x, box.y - middle.y]
    const length = Math.hypot(dx, dy)
    box.x += length < 1 ? 220 : (dx / length) * 220
    box.y += length < 1 ? 0 : (dy / length) * 140
  }
  ground.settle(box)
  ground.add(box)
}
