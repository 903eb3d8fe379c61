import type { Point } from '../geometry/rect'
import { arrangeComponent } from './arrangeComponent'
import type { Box, Edge } from './box'
import { mostRounds } from './countRounds'
import { roundLoops, type Round } from './roundLoops'
import { RoundSearch } from './roundSearch'
import { settleRounds } from './settleRounds'

/** In a large knot only loops that hardly share anything can all be round. */
const mostShared = 0.34
/** Begun with all loops, and with those that matter most: fewer wishes are easier to fulfil. */
const shares = [1, 0.3]
/** Up to so many boxes there is time to try several ways. */
const tried = 80

/**
 * Places the boxes of one connected component so that its loops read as circles and links keep clear of other boxes,
 * as far as both go together: several beginnings (`roundLoops`), the best of which is settled bit by bit (`settleRounds`).
 * The same input always gives the same outcome. Without loops it is the force layout.
 *
 * @param loops those that matter most first
 */
export function arrangeRounds(boxes: readonly Box[], edges: readonly Edge[], loops: readonly Round[]): void {
  // Two links between the same two are round wherever they stand.
  const real = loops.filter((loop) => loop.length > 2).map((loop) => bowingOut(edges, loop))
  const isSmall = boxes.length <= tried
  const shown = isSmall ? real.slice(0, mostRounds) : chooseApart(real)
  if (shown.length === 0 || !isSmall) arrangeComponent(boxes, edges)
  if (shown.length === 0) return
  let best: { readonly cost: number; readonly places: readonly Point[] } | undefined
  const keepIfBest = (): void => {
    const cost = measureRounds(boxes, edges, shown)
    if (best === undefined || cost < best.cost) best = { cost, places: boxes.map(({ x, y }) => ({ x, y })) }
  }
  if (!isSmall) {
    keepIfBest()
    roundLoops(boxes, edges, shown)
    keepIfBest()
    for (const [index, box] of boxes.entries()) Object.assign(box, best?.places[index])
    return
  }
  for (const share of shares) {
    const wanted = shown.slice(0, Math.max(1, Math.round(shown.length * share)))
    for (const [index, place] of ringOf(boxes, wanted).entries()) Object.assign(boxes[index] ?? {}, place)
    roundLoops(boxes, edges, wanted)
    keepIfBest()
  }
  for (const [index, box] of boxes.entries()) Object.assign(box, best?.places[index])
  settleRounds(boxes, edges, shown)
  keepIfBest()
  for (const [index, box] of boxes.entries()) Object.assign(box, best?.places[index])
}

/** A loop the way round in which its links bow outwards when it goes clockwise: people bend some the other way. */
function bowingOut(edges: readonly Edge[], loop: Round): Round {
  const next = new Map(loop.map((index, place) => [index, loop[(place + 1) % loop.length]]))
  const bow = edges.reduce((sum, [from, to, share]) => sum + (next.get(from) === to ? share : 0), 0)
  return bow < 0 ? loop.toReversed() : loop
}

/** How hard a placement is to read when loops are what is looked for. Lower is better. Costs the square of the links. */
export function measureRounds(boxes: readonly Box[], edges: readonly Edge[], loops: readonly Round[]): number {
  return new RoundSearch(boxes, edges, loops).total()
}

/** Loops, in their order, that share little with those taken before. */
function chooseApart(loops: readonly Round[]): readonly Round[] {
  const taken = new Set<number>()
  const chosen: Round[] = []
  for (const loop of loops) {
    if (chosen.length === mostRounds) break
    if (loop.filter((index) => taken.has(index)).length > loop.length * mostShared) continue
    chosen.push(loop)
    for (const index of loop) taken.add(index)
  }
  return chosen
}

/** Another beginning: the first loop as a circle, the next ones' boxes between those that stand already, the rest around. */
function ringOf(boxes: readonly Box[], loops: readonly Round[]): readonly Point[] {
  const order: number[] = []
  for (const loop of loops) {
    let after = -1
    for (const index of loop) {
      const at = order.indexOf(index)
      if (at === -1) {
        after = after === -1 ? order.length : after + 1
        order.splice(after, 0, index)
      } else after = at
    }
  }
  for (const index of boxes.keys()) if (!order.includes(index)) order.push(index)
  const radius = 45 * order.length + 60
  const places = boxes.map(() => ({ x: 0, y: 0 }))
  for (const [place, index] of order.entries()) {
    const angle = (place / order.length) * 2 * Math.PI
    places[index] = { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius }
  }
  return places
}
