import { boundsOf, clearance, shift, type Box } from './box'

const gap = 90

/**
 * Puts groups of placed boxes side by side, largest first, in rows that together come near `ratio`
 * (width over height), the first group's top-left corner at (0, 0). Nothing inside a group moves
 * against the rest of it.
 */
export function packComponents(groups: readonly (readonly Box[])[], ratio: number): void {
  const blocks = groups
    .filter((group) => group.length > 0)
    .map((group) => ({ group, bounds: boundsOf(group) }))
    .map(({ group, bounds }) => ({
      group,
      bounds,
      width: bounds.right - bounds.left,
      height: bounds.bottom - bounds.top,
    }))
    .sort((a, b) => b.height - a.height || b.width - a.width)
  const area = blocks.reduce((sum, block) => sum + (block.width + gap) * (block.height + gap), 0)
  const widest = blocks.reduce((most, block) => Math.max(most, block.width), 0)
  const rowWidth = Math.max(widest, Math.sqrt(area * ratio))
  let [x, y, rowHeight] = [0, 0, 0]
  for (const { group, bounds, width, height } of blocks) {
    if (x > 0 && x + width > rowWidth) {
      x = 0
      y += rowHeight + gap
      rowHeight = 0
    }
    shift(group, x - bounds.left, y - bounds.top)
    x += width + gap
    rowHeight = Math.max(rowHeight, height)
  }
}

/**
 * Stands boxes in rows and columns, read like a page, about `width` wide, from the corner (0, 0). Every
 * column is as wide as its widest box.
 */
export function arrangeGrid(boxes: readonly Box[], width: number): void {
  if (boxes.length === 0) return
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0)
  const columns = Math.max(1, Math.min(boxes.length, Math.floor((width + clearance.x) / (widest + clearance.x))))
  let y = 0
  for (let start = 0; start < boxes.length; start += columns) {
    const row = boxes.slice(start, start + columns)
    const height = row.reduce((most, box) => Math.max(most, box.height), 0)
    for (const [column, box] of row.entries()) {
      box.x = column * (widest + clearance.x) + widest / 2
      box.y = y + height / 2
    }
    y += height + clearance.y
  }
}
