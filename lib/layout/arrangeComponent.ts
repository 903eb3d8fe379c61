import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'
import { createSeededRandom } from '../base/random'
import { boundsOf, clearance, goalRatio, type Box, type Edge } from './box'
import { measureClutter } from './quality'
import { pushApart, removeOverlaps } from './removeOverlaps'
import { untangle } from './untangle'

interface Effort {
  readonly starts: number
  readonly ticks: number
  /** Rounds of mending afterwards. */
  readonly passes: number
}

/**
 * Places the boxes of one connected component around (0, 0): linked ones near each other, labels free
 * of each other, about 16:10. Small components are laid out several times from different beginnings
 * and the least cluttered wins; large ones get fewer and coarser rounds, so that the time stays
 * bounded. The same input always gives the same outcome.
 */
export function arrangeComponent(boxes: readonly Box[], edges: readonly Edge[]): void {
  if (boxes.length < 2) return
  const { starts, ticks, passes } = chooseEffort(boxes.length, edges.length)
  let best: { readonly clutter: number; readonly places: readonly { x: number; y: number }[] } | undefined
  for (let start = 0; start < starts; start += 1) {
    begin(boxes, edges, start)
    simulate(boxes, edges, ticks)
    turnWide(boxes)
    removeOverlaps(boxes)
    untangle(boxes, edges, passes)
    const clutter = starts === 1 ? 0 : measureClutter(boxes, edges) + measureLean(boxes)
    if (best === undefined || clutter < best.clutter) best = { clutter, places: boxes.map(({ x, y }) => ({ x, y })) }
  }
  for (const [index, box] of boxes.entries()) Object.assign(box, best?.places[index])
}

function chooseEffort(elements: number, links: number): Effort {
  if (elements <= 40 && links <= 100) return { starts: 10, ticks: 240, passes: 3 }
  if (elements <= 90 && links <= 130) return { starts: 4, ticks: 240, passes: 2 }
  if (elements <= 200 && links <= 220) return { starts: 2, ticks: 240, passes: 2 }
  if (elements <= 200 && links <= 400) return { starts: 1, ticks: 240, passes: 1 }
  if (elements <= 500) return { starts: 1, ticks: 260, passes: 0 }
  return { starts: 1, ticks: elements <= 1_500 ? 150 : 40, passes: 0 }
}

/** The first beginning is a ring in the order of a walk along the links; the others are scattered. */
function begin(boxes: readonly Box[], edges: readonly Edge[], start: number): void {
  const radius = 60 * Math.sqrt(boxes.length) + 60
  if (start > 0) {
    const random = createSeededRandom(start * 7_919 + boxes.length)
    for (const box of boxes) {
      const angle = random.next() * 2 * Math.PI
      const distance = Math.sqrt(random.next()) * radius * 1.5
      box.x = Math.cos(angle) * distance * goalRatio
      box.y = Math.sin(angle) * distance
    }
    return
  }
  for (const [place, index] of walk(boxes.length, edges).entries()) {
    const box = boxes[index]
    if (box === undefined) continue
    const angle = (place / boxes.length) * 2 * Math.PI
    box.x = Math.cos(angle) * radius * goalRatio
    box.y = Math.sin(angle) * radius
  }
}

/** All indices, each as near as may be to one it is linked with: depth first. */
function walk(count: number, edges: readonly Edge[]): readonly number[] {
  const neighbours = Array.from({ length: count }, (): number[] => [])
  for (const [from, to] of edges) {
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  const order: number[] = []
  const seen = new Set<number>()
  const open = Array.from({ length: count }, (_, index) => count - 1 - index)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    order.push(next)
    open.push(...(neighbours[next] ?? []))
  }
  return order
}

interface Node extends SimulationNodeDatum {
  readonly box: Box
}

function simulate(boxes: readonly Box[], edges: readonly Edge[], ticks: number): void {
  const isLarge = boxes.length > 600
  const isCoarse = boxes.length > 1_500
  const nodes: Node[] = boxes.map((box) => ({ box, x: box.x, y: box.y }))
  const degrees = boxes.map(() => 0)
  for (const [from, to] of edges) for (const end of [from, to]) degrees[end] = (degrees[end] ?? 0) + 1
  const links = edges
    .filter(([from, to]) => from !== to)
    .map(([source, target]) => ({ source, target, busy: Math.min(degrees[source] ?? 1, degrees[target] ?? 1) }))
  // Where many links meet, arrows and signs need more room.
  const airy = 70 + 25 * Math.min(4, edges.length / boxes.length)
  const simulation = forceSimulation(nodes)
    .randomSource(createSeededRandom(boxes.length + 1).next)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .velocityDecay(0.35)
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .distance((link) => roomOf(boxes[nodeIndex(link.source)]) + roomOf(boxes[nodeIndex(link.target)]) + airy)
        .strength((link) => 0.7 / Math.max(1, Math.sqrt(link.busy))),
    )
    .force(
      'charge',
      forceManyBody<Node>()
        .strength((node) => -500 - 4 * roomOf(node.box))
        .theta(isLarge ? 1.3 : 0.9)
        .distanceMax(isCoarse ? 500 : 1_400),
    )
    .force('x', forceX<Node>(0).strength(0.035))
    .force('y', forceY<Node>(0).strength(0.035 * goalRatio))
    .stop()
  const collide = ticks / 2
  for (let tick = 0; tick < ticks; tick += 1) {
    simulation.tick()
    // Boxes may pass through each other at first, so that knots come apart.
    if (isCoarse || tick < collide || tick % (isLarge ? 4 : 1) !== 0) continue
    for (const node of nodes) takePlace(node.box, node)
    pushApart(boxes, { x: clearance.x / 2, y: clearance.y / 2 })
    for (const node of nodes) takePlace(node, node.box)
  }
  for (const node of nodes) takePlace(node.box, node)
}

function nodeIndex(end: number | string | Node): number {
  return typeof end === 'object' ? (end.index ?? 0) : Number(end)
}

function takePlace(
  target: { x?: number | undefined; y?: number | undefined },
  source: { x?: number | undefined; y?: number | undefined },
): void {
  target.x = source.x ?? 0
  target.y = source.y ?? 0
}

/** About half of the way through a box from its centre, between its width and its height. */
function roomOf(box: Box | undefined): number {
  return box === undefined ? 0 : box.width * 0.3 + box.height * 0.3
}

/** How far the whole is from 16:10, in crossings that it would be worth. */
function measureLean(boxes: readonly Box[]): number {
  return 3 * Math.abs(Math.log(ratioOf(boxes) / goalRatio))
}

function ratioOf(boxes: readonly Box[]): number {
  const { left, right, top, bottom } = boundsOf(boxes)
  return Math.max(1, right - left) / Math.max(1, bottom - top)
}

/** Turns the whole so that it lies, and stretches it a little towards 16:10. */
function turnWide(boxes: readonly Box[]): void {
  const count = boxes.length
  const centre = {
    x: boxes.reduce((sum, box) => sum + box.x, 0) / count,
    y: boxes.reduce((sum, box) => sum + box.y, 0) / count,
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (const box of boxes) {
    const [dx, dy] = [box.x - centre.x, box.y - centre.y]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const box of boxes) {
    const [dx, dy] = [box.x - centre.x, box.y - centre.y]
    box.x = dx * cos - dy * sin
    box.y = dx * sin + dy * cos
  }
  const stretch = Math.sqrt(Math.max(0.75, Math.min(1.5, goalRatio / ratioOf(boxes))))
  for (const box of boxes) {
    box.x *= stretch
    box.y /= stretch
  }
}
