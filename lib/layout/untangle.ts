import { clearance, findOverlap, type Box, type Edge } from './box'
import { measureAround } from './quality'

const distances = [50, 110, 200, 320]
const directions = 12

/**
 * Moves one box at a time to a better place near it, as long as that makes the whole easier to read
 * and touches nobody: takes links off elements they run through, undoes crossings, gives short arrows
 * room. Costs passes × boxes × links; for components up to about 200 elements.
 */
export function untangle(boxes: readonly Box[], edges: readonly Edge[], passes: number): void {
  for (let pass = 0; pass < passes; pass += 1) {
    let hasMoved = false
    for (const index of boxes.keys()) if (improve(boxes, edges, index)) hasMoved = true
    if (!hasMoved) return
  }
}

function improve(boxes: readonly Box[], edges: readonly Edge[], index: number): boolean {
  const box = boxes[index]
  if (box === undefined) return false
  const { x, y } = box
  let best = { x, y, clutter: measureAround(boxes, edges, index) - 0.05 }
  if (best.clutter < 0.2) return false
  for (const distance of distances) {
    for (let direction = 0; direction < directions; direction += 1) {
      const angle = (direction / directions) * 2 * Math.PI
      box.x = x + Math.cos(angle) * distance * 1.3
      box.y = y + Math.sin(angle) * distance
      if (boxes.some((other) => other !== box && findOverlap(box, other, clearance) !== undefined)) continue
      const clutter = measureAround(boxes, edges, index)
      if (clutter < best.clutter) best = { x: box.x, y: box.y, clutter }
    }
  }
  box.x = best.x
  box.y = best.y
  return best.x !== x || best.y !== y
}
