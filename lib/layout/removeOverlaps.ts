import { clearance, goalRatio, visitOverlaps, type Box } from './box'

const roundsPerScale = 60
const mostScales = 40
const growth = 1.08

/** More boxes than this are not pushed apart but stood in rows, which takes no time worth naming. */
const mostPushed = 1_500

/**
 * Pushes boxes apart until no two overlap, room between them included, and keeps who is left of whom
 * and above whom as far as it goes. Where pushing alone does not get there, the whole spreads a little
 * and pushing goes on; at the end of all patience the last ones go into a row below. Beyond 1,500 boxes, rows that keep
 * the rough order stand in for pushing.
 */
export function removeOverlaps(
  boxes: readonly Box[],
  gap: { readonly x: number; readonly y: number } = clearance,
): void {
  if (boxes.length > mostPushed) {
    standInRows(boxes, gap)
    return
  }
  separateTwins(boxes)
  for (let scale = 0; scale < mostScales; scale += 1) {
    for (let round = 0; round < roundsPerScale; round += 1) {
      if (pushApart(boxes, gap) === 0) return
    }
    spread(boxes, growth)
  }
  lineUpTheRest(boxes, gap)
}

/** One round of pushing. Returns how many overlaps there were. */
export function pushApart(boxes: readonly Box[], gap: { readonly x: number; readonly y: number }): number {
  let count = 0
  visitOverlaps(boxes, gap, (a, b, overlap) => {
    count += 1
    // A touch more than needed, so that rounding does not keep two boxes in touch for ever.
    const alongX = overlap.x < overlap.y
    const distance = (alongX ? overlap.x : overlap.y) / 2 + 0.05
    const forward = alongX ? a.x < b.x || (a.x === b.x && a.id < b.id) : a.y < b.y || (a.y === b.y && a.id < b.id)
    const step = forward ? -distance : distance
    if (alongX) {
      a.x += step
      b.x -= step
    } else {
      a.y += step
      b.y -= step
    }
  })
  return count
}

function spread(boxes: readonly Box[], factor: number): void {
  const x = boxes.reduce((sum, box) => sum + box.x, 0) / Math.max(1, boxes.length)
  const y = boxes.reduce((sum, box) => sum + box.y, 0) / Math.max(1, boxes.length)
  for (const box of boxes) {
    box.x = x + (box.x - x) * factor
    box.y = y + (box.y - y) * factor
  }
}

/** Boxes at the very same place would be pushed the same way: they are set a little apart first, always alike. */
function separateTwins(boxes: readonly Box[]): void {
  const seen = new Map<string, number>()
  for (const box of boxes) {
    const place = `${Math.round(box.x)},${Math.round(box.y)}`
    const count = seen.get(place) ?? 0
    seen.set(place, count + 1)
    if (count === 0) continue
    const angle = count * 2.4
    box.x += Math.cos(angle) * Math.sqrt(count) * 9
    box.y += Math.sin(angle) * Math.sqrt(count) * 9
  }
}

/** Rows from top to bottom by where boxes were, each from left to right, together about 16:10. */
function standInRows(boxes: readonly Box[], gap: { readonly x: number; readonly y: number }): void {
  const cellWidth = boxes.reduce((sum, box) => sum + box.width, 0) / boxes.length + gap.x
  const cellHeight = boxes.reduce((sum, box) => sum + box.height, 0) / boxes.length + gap.y
  const perRow = Math.ceil(Math.sqrt((boxes.length * goalRatio * cellHeight) / cellWidth))
  const byHeight = [...boxes].sort((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1))
  let y = 0
  for (let start = 0; start < byHeight.length; start += perRow) {
    const row = byHeight.slice(start, start + perRow).sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
    const height = row.reduce((most, box) => Math.max(most, box.height), 0)
    let x = -row.reduce((sum, box) => sum + box.width + gap.x, 0) / 2
    for (const box of row) {
      box.x = x + box.width / 2
      box.y = y + height / 2
      x += box.width + gap.x + 0.1
    }
    y += height + gap.y + 0.1
  }
}

function lineUpTheRest(boxes: readonly Box[], gap: { readonly x: number; readonly y: number }): void {
  const crowded = new Set<Box>()
  visitOverlaps(boxes, gap, (_, b) => crowded.add(b))
  const settled = boxes.filter((box) => !crowded.has(box))
  const bottom = settled.reduce((most, box) => Math.max(most, box.y + box.height / 2), 0)
  const tallest = [...crowded].reduce((most, box) => Math.max(most, box.height), 0)
  let x = settled.reduce((least, box) => Math.min(least, box.x - box.width / 2), Infinity)
  if (!Number.isFinite(x)) x = 0
  for (const box of crowded) {
    box.x = x + box.width / 2
    box.y = bottom + gap.y + tallest / 2
    x += box.width + gap.x
  }
}
