import { createSeededRandom } from '../base/random'
import type { Point } from '../geometry/rect'
import { boundsOf, type Box, type Edge } from './box'
import type { Round } from './roundLoops'
import { flatness, RoundSearch } from './roundSearch'

/** Temperature of the search, in crossings: worse places are taken at first, hardly any in the end. */
const heat = { first: 2.5, last: 0.03 } as const
/** How far a box is tried from where it stands, canvas units, at first and in the end. */
const reach = { first: 320, last: 20 } as const
/** Looks at one link or box that a search may take; about half a second. */
const effort = 18_000_000
/** Up to so many boxes there is time for a second and a third search; the best counts. */
const searchedAnew = 24
/** How far a part among what stays may grow out of where it began, canvas units. */
const leeway = 160
/** More for each box do not make a small map any clearer. */
const triesPerBox = 500

/**
 * Moves one box at a time, at random and ever less far, so that loops become round and the whole becomes easier to
 * read: simulated annealing (Kirkpatrick et al. 1983; for drawings Davidson & Harel 1996). No box comes to touch
 * another. The same input always gives the same outcome. At most about half a second on a plain core.
 *
 * @param boxes where they begin; no two may overlap
 * @param loops those that matter most first
 * @param movable only so many, the first ones, move
 */
export function settleRounds(
  boxes: readonly Box[],
  edges: readonly Edge[],
  loops: readonly Round[],
  movable: number = boxes.length,
): void {
  if (boxes.length < 3 || edges.length === 0 || movable === 0) return
  const searches = boxes.length <= searchedAnew && movable === boxes.length ? [1, 2, 3] : [1]
  const settled = searches.map((seed) =>
    search(boxes, edges, loops, { movable, seed, maxLooks: effort / searches.length }),
  )
  const best = settled.reduce((least, one) => (one.total() < least.total() - 1e-6 ? one : least))
  for (const [index, box] of boxes.entries()) Object.assign(box, best.place(index))
}

function search(
  boxes: readonly Box[],
  edges: readonly Edge[],
  loops: readonly Round[],
  { movable, seed, maxLooks }: { readonly movable: number; readonly seed: number; readonly maxLooks: number },
): RoundSearch {
  const found = new RoundSearch(boxes, edges, loops)
  // What is not tied to what stays would wander off.
  const field = movable < boxes.length ? boundsOf(boxes.slice(0, movable)) : undefined
  const random = createSeededRandom(boxes.length * 31 + seed)
  const mostTries = triesPerBox * movable
  for (let turn = 0; turn < mostTries && found.looks < maxLooks; turn += 1) {
    const share = Math.max(turn / mostTries, found.looks / maxLooks)
    const temperature = heat.first * (heat.last / heat.first) ** share
    const index = random.below(movable)
    const { x, y } = found.place(index)
    const tried = choosePlace(found, index, share, random)
    if (field !== undefined && !isNear(field, tried)) continue
    if (found.isTaken(index, tried.x, tried.y)) continue
    const before = found.around(index)
    found.move(index, tried.x, tried.y)
    const worse = found.around(index) - before
    if (worse > 0 && random.next() >= Math.exp(-worse / temperature)) found.move(index, x, y)
  }
  return found
}

function isNear({ left, right, top, bottom }: ReturnType<typeof boundsOf>, { x, y }: Point): boolean {
  return x > left - leeway && x < right + leeway && y > top - leeway && y < bottom + leeway
}

/** Where a box is tried next: mostly near, sometimes far, sometimes where one of its loops would like to have it, or beside one it is linked with. */
function choosePlace(
  found: RoundSearch,
  index: number,
  share: number,
  random: ReturnType<typeof createSeededRandom>,
): Point {
  const own = found.loopsThrough(index)
  const kind = random.next()
  if (kind < 0.25 && own.length > 0) {
    const place = found.roundPlace(index, own[random.below(own.length)] ?? 0)
    return { x: place.x + (random.next() - 0.5) * 30, y: place.y + (random.next() - 0.5) * 30 }
  }
  if (kind < 0.35) return found.placeBeside(index, random.next(), random.next())
  const far = reach.first * (reach.last / reach.first) ** share
  const angle = random.next() * 2 * Math.PI
  const distance = far * Math.sqrt(random.next()) * (kind > 0.9 ? 3 : 1)
  const { x, y } = found.place(index)
  return { x: x + Math.cos(angle) * distance * 1.3, y: y + Math.sin(angle) * distance }
}

/** 0 for a regular polygon in order of travel, clockwise; 1 for a heap. */
export function measureMisfit(points: readonly Point[], loop: Round): number {
  const at = loop.flatMap((index) => points[index] ?? [])
  const centre = {
    x: at.reduce((sum, { x }) => sum + x, 0) / at.length,
    y: at.reduce((sum, { y }) => sum + y, 0) / at.length,
  }
  let [re, im, spread] = [0, 0, 0]
  for (const [place, { x, y }] of at.entries()) {
    const [dx, dy] = [(x - centre.x) / flatness, y - centre.y]
    const angle = (2 * Math.PI * place) / at.length
    re += dx * Math.cos(angle) + dy * Math.sin(angle)
    im += dy * Math.cos(angle) - dx * Math.sin(angle)
    spread += dx * dx + dy * dy
  }
  return spread === 0 ? 1 : Math.max(0, 1 - (re * re + im * im) / (at.length * spread))
}
