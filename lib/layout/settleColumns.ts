import { createSeededRandom } from '../base/random'
import { boundsOf, type Box, type Edge } from './box'
import { RoundSearch } from './roundSearch'

/** Temperature of the search, in crossings: worse places are taken at first, hardly any in the end. */
const heat = { first: 1.5, last: 0.02 } as const
/** How far a box is tried up or down from where it stands, canvas units, at first and in the end. */
const reach = { first: 260, last: 12 } as const
/** Looks at one link or box that all tries together may take; a third of a second. */
const effort = 10_000_000
/** More for each box do not make a small map any clearer. */
const triesPerBox = 700
/** How far a part among what stays may grow out of where it began, canvas units. */
const leeway = 160
/** Boxes whose middles are as near as this, sideways, are in one column. */
const sameColumn = 2

/**
 * Moves boxes up or down, each in its column, and lets two of a column change places, so that fewer links run behind
 * boxes or cross: a layout by columns reckons with links that bend round, and links on a map are single arcs. Bit by
 * bit and at random, ever less far: simulated annealing, as in `settleRounds`. No box comes to touch another. The same
 * input always gives the same outcome.
 * @param movable only so many, the first ones, move
 * Cost: a third of a second at most for 60 boxes with 120 links.
 */
export function settleColumns(boxes: readonly Box[], edges: readonly Edge[], movable: number = boxes.length): void {
  const count = boxes.length
  if (movable === 0 || edges.length === 0) return
  const search = new RoundSearch(boxes, edges, [])
  const begun = search.total()
  const random = createSeededRandom(count)
  const field = boundsOf(boxes.slice(0, movable))
  const peers = boxes
    .slice(0, movable)
    .map(({ x }, index) =>
      [...boxes.keys()].filter(
        (other) => other < movable && other !== index && Math.abs((boxes[other]?.x ?? 0) - x) < sameColumn,
      ),
    )
  const mostTries = triesPerBox * movable
  for (let turn = 0; turn < mostTries && search.looks < effort; turn += 1) {
    const share = Math.max(turn / mostTries, search.looks / effort)
    const index = random.below(movable)
    const own = peers[index] ?? []
    const other = random.next() < 0.2 ? own[random.below(own.length)] : undefined
    const far = reach.first * (reach.last / reach.first) ** share
    const here = search.place(index)
    const there = other === undefined ? undefined : search.place(other)
    const y = there?.y ?? here.y + (random.next() * 2 - 1) * far
    if (movable < count && (y < field.top - leeway || y > field.bottom + leeway)) continue
    const costHere = (): number => search.around(index) + (other === undefined ? 0 : search.around(other))
    const before = costHere()
    search.move(index, here.x, y)
    if (other !== undefined && there !== undefined) search.move(other, there.x, here.y)
    const isTaken =
      search.isTaken(index, here.x, y) ||
      (other !== undefined && there !== undefined && search.isTaken(other, there.x, here.y))
    const worse = isTaken ? Infinity : costHere() - before
    const temperature = heat.first * (heat.last / heat.first) ** share
    if (worse <= 0 || random.next() < Math.exp(-worse / temperature)) continue
    search.move(index, here.x, here.y)
    if (other !== undefined && there !== undefined) search.move(other, there.x, there.y)
  }
  if (search.total() >= begun) return
  for (const [index, box] of boxes.entries()) Object.assign(box, search.place(index))
}
