import { clearance, findOverlap, type Box } from './box'

const cell = 400
const step = 24
const furthestRing = 80

/** Boxes that stand already, to be asked quickly whether a place among them is free. */
export interface Ground {
  add(box: Box): void
  isFree(box: Box): boolean
  /** Moves `box` to the nearest free place, in rings around where it is, or below everything. */
  settle(box: Box): void
  /** The same within so many rings; false, and nothing moved, if there is none. */
  settleWithin(box: Box, rings: number): boolean
}

export function createGround(boxes: readonly Box[]): Ground {
  const cells = new Map<string, Box[]>()
  let bottom = -Infinity
  /** Cells that a box with its clearance reaches into. */
  const keysOf = (box: Box): readonly string[] => {
    const keys: string[] = []
    const [w, h] = [box.width / 2 + clearance.x, box.height / 2 + clearance.y]
    for (let column = Math.floor((box.x - w) / cell); column <= Math.floor((box.x + w) / cell); column += 1) {
      for (let row = Math.floor((box.y - h) / cell); row <= Math.floor((box.y + h) / cell); row += 1) {
        keys.push(`${column},${row}`)
      }
    }
    return keys
  }
  // A frame that covers thousands of cells is kept apart, so that memory stays bounded.
  const huge: Box[] = []
  const ground: Ground = {
    add: (box) => {
      bottom = Math.max(bottom, box.y + box.height / 2)
      if (box.width * box.height > 400 * cell * cell) huge.push(box)
      else for (const key of keysOf(box)) cells.set(key, [...(cells.get(key) ?? []), box])
    },
    isFree: (box) => {
      const isClear = (other: Box): boolean => findOverlap(box, other, clearance) === undefined
      return huge.every(isClear) && keysOf(box).every((key) => (cells.get(key) ?? []).every(isClear))
    },
    settle: (box) => {
      if (ground.settleWithin(box, furthestRing)) return
      box.y = bottom + clearance.y + box.height / 2 + 1
    },
    settleWithin: (box, rings) => {
      const { x, y } = box
      for (let ring = 0; ring <= rings; ring += 1) {
        const places = Math.max(1, ring * 8)
        for (let place = 0; place < places; place += 1) {
          const angle = (place / places) * 2 * Math.PI
          box.x = x + Math.cos(angle) * ring * step * 1.4
          box.y = y + Math.sin(angle) * ring * step
          if (ground.isFree(box)) return true
        }
      }
      box.x = x
      box.y = y
      return false
    },
  }
  for (const box of boxes) ground.add(box)
  return ground
}
