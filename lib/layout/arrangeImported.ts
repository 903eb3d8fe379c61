import type { ElementId } from '../base/ids'
import { sizeOf } from '../geometry/elementLayout'
import { isLinkable } from '../model/element'
import { fromWeftMap } from '../model/mapFile'
import { boardView, type Position } from '../model/position'
import type { WeftMap } from '../model/weftMap'
import { clearance, visitOverlaps, type Box } from './box'
import { placeMissing, withPositions } from './placeMissing'
import { removeOverlaps } from './removeOverlaps'

/** Beyond it, distances say nothing any more and pushing apart is better. */
const mostGrowth = 4
/** Overlaps per element from which a placement counts as made for smaller symbols. */
const crowded = 0.1

/**
 * What every import does before a map is shown: elements without a place get one, and a placement that
 * another program made for small circles is spread until labels are clear of each other. Maps that Weft
 * wrote itself keep their places to the unit.
 * @param format the reader's name in the import report
 */
export function arrangeImported(map: WeftMap, format: string): WeftMap {
  return placeMissing(format === 'weft' ? map : spreadCrowded(map))
}

/**
 * Scales all positions of the board up alike, up to four times, if labels overlap heavily, and pushes
 * the last ones apart. A placement with few overlaps or none is left alone, as people made it.
 */
export function spreadCrowded(map: WeftMap): WeftMap {
  const view = fromWeftMap(map)
  const positions = view.positions.get(boardView) ?? new Map<ElementId, Position>()
  const boxes: Box[] = []
  for (const [id, position] of positions) {
    const element = view.elements.get(id)
    if (element === undefined || !isLinkable(element)) continue
    const { width, height } = sizeOf(element, position)
    boxes.push({ id, width, height, x: position.x, y: position.y })
  }
  const needed: number[] = []
  visitOverlaps(boxes, { x: 0, y: 0 }, (a, b) => {
    const alongX = ((a.width + b.width) / 2 + clearance.x) / Math.abs(a.x - b.x)
    const alongY = ((a.height + b.height) / 2 + clearance.y) / Math.abs(a.y - b.y)
    needed.push(Math.min(alongX, alongY))
  })
  if (needed.length === 0 || needed.length < boxes.length * crowded) return map
  needed.sort((a, b) => a - b)
  const factor = Math.min(mostGrowth, needed[Math.floor(needed.length * 0.8)] ?? 1)
  for (const box of boxes) {
    box.x *= factor
    box.y *= factor
  }
  removeOverlaps(boxes)
  const places = new Map(
    boxes.map(({ id, x, y }) => [id, { ...positions.get(id), x: Math.round(x), y: Math.round(y) }]),
  )
  // Scenery keeps its place among what it belongs to.
  for (const [id, position] of positions) {
    if (!places.has(id)) places.set(id, { ...position, x: position.x * factor, y: position.y * factor })
  }
  return withPositions(map, places)
}
