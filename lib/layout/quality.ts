import type { Box, Edge } from './box'

/** What makes a placement hard to read, in crossings of two links. */
const weights = { passage: 2.5, tight: 1.5, length: 0.35 } as const
/** A length that reads well; what is longer costs by its square, so that nothing is cast far out. */
const easyLength = 400
/** Free length that an arrow and its sign need. */
const leastGap = 70

/**
 * How hard a placement is to read: crossings of links, links that run through other elements (worse),
 * links too short to show their sign, and a little for length. Lower is better. Costs the square of the
 * number of links.
 */
export function measureClutter(boxes: readonly Box[], edges: readonly Edge[]): number {
  let sum = 0
  for (const [index, edge] of edges.entries()) {
    sum += measureLink(boxes, edge)
    sum += weights.passage * countPassages(boxes, edge)
    for (let other = index + 1; other < edges.length; other += 1) if (doCross(boxes, edge, edges[other])) sum += 1
  }
  return sum
}

/** The part of the clutter that moving one box can change. */
export function measureAround(boxes: readonly Box[], edges: readonly Edge[], index: number): number {
  const moved = boxes[index]
  if (moved === undefined) return 0
  let sum = 0
  for (const edge of edges) {
    if (edge[0] !== index && edge[1] !== index) {
      if (passesThrough(boxes, edge, moved)) sum += weights.passage
      continue
    }
    sum += measureLink(boxes, edge) + weights.passage * countPassages(boxes, edge)
    for (const other of edges) if (doCross(boxes, edge, other)) sum += 1
  }
  return sum
}

/** Length, and how much of the room is missing that a link needs between its ends. */
function measureLink(boxes: readonly Box[], [from, to]: Edge): number {
  const [a, b] = [boxes[from], boxes[to]]
  if (a === undefined || b === undefined || a === b) return 0
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)]
  const gap = Math.max(dx - (a.width + b.width) / 2, dy - (a.height + b.height) / 2)
  return (dx * dx + dy * dy) * (weights.length / easyLength ** 2) + weights.tight * Math.max(0, 1 - gap / leastGap)
}

function countPassages(boxes: readonly Box[], edge: Edge): number {
  return boxes.reduce((count, box) => count + (passesThrough(boxes, edge, box) ? 1 : 0), 0)
}

function side(a: Box, b: Box, c: Box): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
}

/** True if two links cross, taken as straight; links that share an end do not. */
function doCross(boxes: readonly Box[], one: Edge, other: Edge | undefined): boolean {
  if (other === undefined || one[0] === other[0] || one[0] === other[1] || one[1] === other[0] || one[1] === other[1]) {
    return false
  }
  const [a, b, c, d] = [boxes[one[0]], boxes[one[1]], boxes[other[0]], boxes[other[1]]]
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

const pieces = 5

/** True if the arc of a link runs through a box that is not one of its ends. */
function passesThrough(boxes: readonly Box[], [from, to, bow]: Edge, box: Box): boolean {
  const [a, b] = [boxes[from], boxes[to]]
  if (a === undefined || b === undefined || box === a || box === b || a === b) return false
  // The control point of the arc, to the left of travel.
  const control = { x: (a.x + b.x) / 2 + (b.y - a.y) * bow, y: (a.y + b.y) / 2 - (b.x - a.x) * bow }
  const [halfWidth, halfHeight] = [box.width / 2 + 4, box.height / 2 + 4]
  if (Math.max(a.x, b.x, control.x) < box.x - halfWidth || Math.min(a.x, b.x, control.x) > box.x + halfWidth)
    return false
  if (Math.max(a.y, b.y, control.y) < box.y - halfHeight || Math.min(a.y, b.y, control.y) > box.y + halfHeight)
    return false
  let [lastX, lastY] = [a.x, a.y]
  for (let piece = 1; piece <= pieces; piece += 1) {
    const t = piece / pieces
    const u = 1 - t
    const x = u * u * a.x + 2 * u * t * control.x + t * t * b.x
    const y = u * u * a.y + 2 * u * t * control.y + t * t * b.y
    if (meetsBox(lastX, lastY, x, y, box, halfWidth, halfHeight)) return true
    lastX = x
    lastY = y
  }
  return false
}

/** Clips a segment against a box, axis by axis. */
function meetsBox(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  box: Box,
  halfWidth: number,
  halfHeight: number,
): boolean {
  let enter = 0
  let leave = 1
  for (const [start, delta, centre, half] of [
    [x1, x2 - x1, box.x, halfWidth],
    [y1, y2 - y1, box.y, halfHeight],
  ] as const) {
    if (delta === 0) {
      if (Math.abs(start - centre) > half) return false
      continue
    }
    const first = (centre - half - start) / delta
    const second = (centre + half - start) / delta
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
    if (enter >= leave) return false
  }
  return true
}
