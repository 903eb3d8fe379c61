import type { Point } from '../geometry/rect'
import { clearance, type Box, type Edge } from './box'
import { pushApart, removeOverlaps } from './removeOverlaps'

/** A loop by the indices of its boxes, in order of travel. */
export type Round = readonly number[]

/** Free length of a link along a loop, between the boxes at its ends. */
const linkRoom = 110
/** Rounds lie a little, as labels do. */
const flatness = 1.2
const ticks = 160
/** Beyond it, everybody pushing everybody away would take too long. */
const mostRepelling = 400
/** A loop turned against the clock has its links bow inwards: it must fit so much better to be worth it. */
const againstTheClock = 1.6

/**
 * Moves boxes so that loops can be seen: each loop's boxes on a circle, in order of travel, clockwise
 * where it goes, so that links, which bow to the left of travel, bow outwards. Loops that come first
 * matter most. Boxes in no loop come near those they are linked with. No two overlap in the end.
 *
 * Each loop is matched with a regular polygon in the best turn (as in shape matching: Müller et al.
 * 2005) and its boxes are drawn there, against each other loop's wishes.
 *
 * @param boxes where they begin: a placement in which linked ones are near each other
 * Cost: 160 × (loops + links + boxes²); about 0.1 s for 100 boxes.
 */
export function roundLoops(boxes: readonly Box[], edges: readonly Edge[], loops: readonly Round[]): void {
  if (loops.length === 0 || boxes.length < 2) return
  const rounds = loops.filter((loop) => loop.length > 1).map((loop, index) => describeRound(boxes, loop, index))
  const inLoop = new Set(loops.flat())
  const loose = edges.filter(([from, to]) => from !== to && !(inLoop.has(from) && inLoop.has(to)))
  for (let tick = 0; tick < ticks; tick += 1) {
    const cooling = 1 - tick / ticks
    const pulls = boxes.map(() => ({ x: 0, y: 0, weight: 0 }))
    for (const round of rounds) pullIntoRound(boxes, round, pulls)
    for (const [index, box] of boxes.entries()) {
      const pull = pulls[index]
      if (pull === undefined || pull.weight === 0) continue
      box.x += (pull.x / pull.weight) * 0.5
      box.y += (pull.y / pull.weight) * 0.5
    }
    drawTogether(boxes, loose)
    if (boxes.length <= mostRepelling) repel(boxes, rounds, inLoop, cooling)
    if (tick % 4 === 3) pushApart(boxes, { x: clearance.x / 2, y: clearance.y / 2 })
  }
  removeOverlaps(boxes)
}

/** True if one who goes round turns the same way at every box: two boxes always do. */
export function isConvex(boxes: readonly Point[], loop: Round): boolean {
  if (loop.length < 3) return true
  let turned = 0
  for (let at = 0; at < loop.length; at += 1) {
    const [a, b, c] = [0, 1, 2].map((step) => boxes[loop[(at + step) % loop.length] ?? 0])
    if (a === undefined || b === undefined || c === undefined) return false
    const turn = Math.sign((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x))
    if (turn !== 0 && turned !== 0 && turn !== turned) return false
    if (turn !== 0) turned = turn
  }
  return turned !== 0
}

interface RoundPlan {
  readonly loop: Round
  readonly radius: number
  readonly weight: number
}

function describeRound(boxes: readonly Box[], loop: Round, index: number): RoundPlan {
  const width = loop.reduce((sum, at) => sum + (boxes[at]?.width ?? 0), 0) / loop.length
  const side = linkRoom + width * 0.75
  return { loop, radius: side / (2 * Math.sin(Math.PI / loop.length)), weight: 1 / (1 + index * 0.25) }
}

/** Matches the loop's boxes with a regular polygon, and notes for each where it would have to go. */
function pullIntoRound(
  boxes: readonly Box[],
  { loop, radius, weight }: RoundPlan,
  pulls: readonly { x: number; y: number; weight: number }[],
): void {
  const members = loop.map((index) => boxes[index]).filter((box) => box !== undefined)
  const centre = {
    x: members.reduce((sum, box) => sum + box.x, 0) / members.length,
    y: members.reduce((sum, box) => sum + box.y, 0) / members.length,
  }
  // Screen coordinates: growing angles go clockwise.
  const fit = (way: 1 | -1): { readonly cos: number; readonly sin: number; readonly size: number } => {
    let [re, im] = [0, 0]
    for (const [place, box] of members.entries()) {
      const angle = (way * 2 * Math.PI * place) / members.length
      const [dx, dy] = [(box.x - centre.x) / flatness, box.y - centre.y]
      re += dx * Math.cos(angle) + dy * Math.sin(angle)
      im += dy * Math.cos(angle) - dx * Math.sin(angle)
    }
    const size = Math.hypot(re, im)
    return { cos: size === 0 ? 1 : re / size, sin: size === 0 ? 0 : im / size, size }
  }
  const clockwise = fit(1)
  const counter = fit(-1)
  const way = counter.size > clockwise.size * againstTheClock ? -1 : 1
  const { cos, sin } = way === 1 ? clockwise : counter
  for (const [place, index] of loop.entries()) {
    const box = boxes[index]
    const pull = pulls[index]
    if (box === undefined || pull === undefined) continue
    const angle = (way * 2 * Math.PI * place) / loop.length
    const [px, py] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
    pull.x += (centre.x + (px * cos - py * sin) * flatness - box.x) * weight
    pull.y += (centre.y + (px * sin + py * cos) - box.y) * weight
    pull.weight += weight
  }
}

/** Boxes in no loop come to a link's length of those they are linked with. */
function drawTogether(boxes: readonly Box[], edges: readonly Edge[]): void {
  for (const [from, to] of edges) {
    const [a, b] = [boxes[from], boxes[to]]
    if (a === undefined || b === undefined) continue
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const distance = Math.max(1, Math.hypot(dx, dy))
    const goal = linkRoom + (a.width + b.width) * 0.4
    const step = ((distance - goal) / distance) * 0.06
    a.x += dx * step
    a.y += dy * step
    b.x -= dx * step
    b.y -= dy * step
  }
}

/** Keeps boxes that are not on a loop out of it, and all of them apart. */
function repel(
  boxes: readonly Box[],
  rounds: readonly RoundPlan[],
  inLoop: ReadonlySet<number>,
  cooling: number,
): void {
  for (const [index, a] of boxes.entries()) {
    for (let other = index + 1; other < boxes.length; other += 1) {
      const b = boxes[other]
      if (b === undefined) continue
      const [dx, dy] = [(b.x - a.x) / flatness, b.y - a.y]
      const square = Math.max(400, dx * dx + dy * dy)
      if (square > 250_000) continue
      const force = ((inLoop.has(index) && inLoop.has(other) ? 900 : 2_400) * cooling) / square
      a.x -= dx * force
      a.y -= dy * force
      b.x += dx * force
      b.y += dy * force
    }
  }
  for (const { loop, radius } of rounds.slice(0, 12)) {
    const members = new Set(loop)
    const x = loop.reduce((sum, at) => sum + (boxes[at]?.x ?? 0), 0) / loop.length
    const y = loop.reduce((sum, at) => sum + (boxes[at]?.y ?? 0), 0) / loop.length
    for (const [index, box] of boxes.entries()) {
      if (members.has(index)) continue
      const [dx, dy] = [(box.x - x) / flatness, box.y - y]
      const distance = Math.max(1, Math.hypot(dx, dy))
      if (distance >= radius) continue
      const step = ((radius - distance) / distance) * 0.12 * cooling
      box.x += dx * step
      box.y += dy * step
    }
  }
}
