import { createSeededRandom } from '../base/random'
import type { Point } from '../geometry/rect'
import { clearance, findOverlap, type Box, type Edge } from './box'
import { measureAround } from './quality'
import { isConvex, type Round } from './roundLoops'

/** What a loop that is no circle costs, in crossings of two links: the first loop's, and how fast it falls off. */
const weights = { bent: 6, misfit: 14, fall: 0.12 } as const
/** Temperature of the search, in crossings: worse places are taken at first, hardly any in the end. */
const heat = { first: 2.5, last: 0.04 } as const
/** How far a box is tried from where it stands, canvas units, at first and in the end. */
const reach = { first: 320, last: 24 } as const
/** Counter to the clock, a loop's links bow inwards: it must fit so much better. */
const againstTheClock = 0.6
/** Rounds lie a little, as labels do. */
const flatness = 1.2
/** Looks at one link or box that all tries together may take; about a second. */
const effort = 18_000_000
/** More do not make a small map any clearer. */
const mostTries = 28_000

/**
 * Moves one box at a time, at random and ever less far, so that loops become round and the whole becomes easier to
 * read: simulated annealing (Kirkpatrick et al. 1983; for drawings Davidson & Harel 1996). No box comes to touch
 * another. The same input always gives the same outcome. At most about a second.
 *
 * @param boxes where they begin; no two may overlap
 * @param loops those that matter most first
 */
export function settleRounds(boxes: readonly Box[], edges: readonly Edge[], loops: readonly Round[]): void {
  const count = boxes.length
  if (count < 3 || edges.length === 0) return
  const random = createSeededRandom(count)
  const through = boxes.map((_, index) => loops.flatMap((loop, place) => (loop.includes(index) ? [place] : [])))
  const perTry = 2 * ((2 * edges.length * (edges.length + count)) / count + edges.length)
  const tries = Math.min(mostTries, Math.round(effort / perTry))
  const costOf = (index: number): number => {
    let sum = measureAround(boxes, edges, index)
    for (const place of through[index] ?? []) sum += measureRound(boxes, loops[place] ?? [], place)
    return sum
  }
  for (let turn = 0; turn < tries; turn += 1) {
    const share = turn / tries
    const temperature = heat.first * (heat.last / heat.first) ** share
    const index = random.below(count)
    const box = boxes[index]
    if (box === undefined) continue
    const { x, y } = box
    const own = through[index] ?? []
    const kind = random.next()
    if (kind < 0.2 && own.length > 0) {
      const loop = loops[own[random.below(own.length)] ?? 0] ?? []
      const place = findPlace(boxes, loop, index)
      box.x = place.x + (random.next() - 0.5) * 30
      box.y = place.y + (random.next() - 0.5) * 30
    } else {
      const far = reach.first * (reach.last / reach.first) ** share
      const angle = random.next() * 2 * Math.PI
      const distance = far * Math.sqrt(random.next()) * (kind > 0.9 ? 3 : 1)
      box.x += Math.cos(angle) * distance * 1.3
      box.y += Math.sin(angle) * distance
    }
    const [triedX, triedY] = [box.x, box.y]
    if (boxes.every((other) => other === box || findOverlap(box, other, clearance) === undefined)) {
      const after = costOf(index)
      box.x = x
      box.y = y
      const worse = after - costOf(index)
      if (worse > 0 && random.next() >= Math.exp(-worse / temperature)) continue
      box.x = triedX
      box.y = triedY
    } else {
      box.x = x
      box.y = y
    }
  }
}

/** What keeps a loop from being seen as a circle, in crossings of two links. @param place among the loops, 0 for the first */
export function measureRound(boxes: readonly Box[], loop: Round, place: number): number {
  if (loop.length < 3) return 0
  const bent = isConvex(boxes, loop) ? 0 : weights.bent
  return (bent + weights.misfit * measureMisfit(boxes, loop)) / (1 + place * weights.fall)
}

/** 0 for a regular polygon in order of travel, clockwise; 1 for a heap. */
export function measureMisfit(boxes: readonly Point[], loop: Round): number {
  const { clockwise, counter, spread } = matchRound(boxes, loop)
  if (spread === 0) return 1
  const best = Math.max(Math.hypot(...clockwise), Math.hypot(...counter) * againstTheClock)
  return Math.max(0, 1 - (best * best) / (loop.length * spread))
}

/** How a loop's boxes lie beside a regular polygon of radius 1, turned either way: sums as complex numbers. */
function matchRound(boxes: readonly Point[], loop: Round) {
  let [cx, cy] = [0, 0]
  for (const index of loop) {
    cx += (boxes[index]?.x ?? 0) / loop.length
    cy += (boxes[index]?.y ?? 0) / loop.length
  }
  const clockwise: [number, number] = [0, 0]
  const counter: [number, number] = [0, 0]
  let spread = 0
  for (const [place, index] of loop.entries()) {
    const [dx, dy] = [((boxes[index]?.x ?? 0) - cx) / flatness, (boxes[index]?.y ?? 0) - cy]
    const angle = (2 * Math.PI * place) / loop.length
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    clockwise[0] += dx * cos + dy * sin
    clockwise[1] += dy * cos - dx * sin
    counter[0] += dx * cos - dy * sin
    counter[1] += dy * cos + dx * sin
    spread += dx * dx + dy * dy
  }
  return { clockwise, counter, spread, cx, cy }
}

/** Where a box would stand if its loop were round. */
function findPlace(boxes: readonly Box[], loop: Round, index: number): { readonly x: number; readonly y: number } {
  const { clockwise, counter, cx, cy } = matchRound(boxes, loop)
  const way = Math.hypot(...counter) * againstTheClock > Math.hypot(...clockwise) ? -1 : 1
  const [re, im] = way === 1 ? clockwise : counter
  const angle = (way * 2 * Math.PI * loop.indexOf(index)) / loop.length
  // The best size of the polygon is the length of the sum over the number of boxes.
  const [cos, sin] = [Math.cos(angle) / loop.length, Math.sin(angle) / loop.length]
  return { x: cx + (cos * re - sin * im) * flatness, y: cy + (cos * im + sin * re) }
}
