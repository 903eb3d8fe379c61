import { bowOf } from './arc'
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
  // By number and without unpacking: a search asks this a hundred thousand times.
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at] as Edge
    if (edge[0] !== index && edge[1] !== index) {
      if (passesThrough(boxes, edge, moved)) sum += weights.passage
      continue
    }
    sum += measureLink(boxes, edge) + weights.passage * countPassages(boxes, edge)
    for (let other = 0; other < edges.length; other += 1) if (doCross(boxes, edge, edges[other])) sum += 1
  }
  return sum
}

/** Length, and how much of the room is missing that a link needs between its ends. */
function measureLink(boxes: readonly Box[], edge: Edge): number {
  const a = boxes[edge[0]]
  const b = boxes[edge[1]]
  if (a === undefined || b === undefined || a === b) return 0
  const dx = Math.abs(a.x - b.x)
  const dy = Math.abs(a.y - b.y)
  const gap = Math.max(dx - (a.width + b.width) / 2, dy - (a.height + b.height) / 2)
  return (dx * dx + dy * dy) * (weights.length / easyLength ** 2) + weights.tight * Math.max(0, 1 - gap / leastGap)
}

function countPassages(boxes: readonly Box[], edge: Edge): number {
  let count = 0
  for (let at = 0; at < boxes.length; at += 1) if (passesThrough(boxes, edge, boxes[at] as Box)) count += 1
  return count
}

function side(a: Box, b: Box, c: Box): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
}

/** True if two links cross, taken as straight; links that share an end do not. */
function doCross(boxes: readonly Box[], one: Edge, other: Edge | undefined): boolean {
  if (other === undefined || one[0] === other[0] || one[0] === other[1] || one[1] === other[0] || one[1] === other[1]) {
    return false
  }
  const a = boxes[one[0]]
  const b = boxes[one[1]]
  const c = boxes[other[0]]
  const d = boxes[other[1]]
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

const pieces = 5

/** True if the arc of a link runs through a box that is not one of its ends. */
function passesThrough(boxes: readonly Box[], edge: Edge, box: Box): boolean {
  const a = boxes[edge[0]]
  const b = boxes[edge[1]]
  if (a === undefined || b === undefined || box === a || box === b || a === b) return false
  const bow = bowOf(edge[2], b.x - a.x, b.y - a.y)
  // The control point of the arc, to the left of travel.
  const controlX = (a.x + b.x) / 2 + (b.y - a.y) * bow
  const controlY = (a.y + b.y) / 2 - (b.x - a.x) * bow
  const halfWidth = box.width / 2 + 4
  const halfHeight = box.height / 2 + 4
  if (a.x > box.x + halfWidth && b.x > box.x + halfWidth && controlX > box.x + halfWidth) return false
  if (a.x < box.x - halfWidth && b.x < box.x - halfWidth && controlX < box.x - halfWidth) return false
  if (a.y > box.y + halfHeight && b.y > box.y + halfHeight && controlY > box.y + halfHeight) return false
  if (a.y < box.y - halfHeight && b.y < box.y - halfHeight && controlY < box.y - halfHeight) return false
  let lastX = a.x
  let lastY = a.y
  for (let piece = 1; piece <= pieces; piece += 1) {
    const t = piece / pieces
    const u = 1 - t
    const x = u * u * a.x + 2 * u * t * controlX + t * t * b.x
    const y = u * u * a.y + 2 * u * t * controlY + t * t * b.y
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
  for (let axis = 0; axis < 2; axis += 1) {
    const start = axis === 0 ? x1 : y1
    const delta = axis === 0 ? x2 - x1 : y2 - y1
    const centre = axis === 0 ? box.x : box.y
    const half = axis === 0 ? halfWidth : halfHeight
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
