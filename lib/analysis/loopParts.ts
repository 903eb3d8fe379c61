import type { CausalGraph } from './causalGraph'
import type { GraphChange } from './graphChange'
import { startLoopSearch, startSearchThrough, type LoopCounts, type LoopSearch } from './loopSearch'
import type { PhaseClock } from './phase'

/**
 * The short loops and the count of all, found from nothing or carried over from a graph that was
 * almost the same. What is carried over is what a search from nothing would find; where that
 * cannot be known, nothing is carried over.
 */

/** Every loop up to a length. */
export interface ShortLoops {
  /** Arcs in order of travel. */
  readonly loops: readonly Int32Array[]
  /** The greatest length at which they are not too many; 0 where even the shortest are; Infinity where it is every loop. */
  readonly upTo: number
  /** False if time ran out; then `upTo` is 0. */
  readonly settled: boolean
}

export interface ShortBounds {
  /** Longest loop wanted, in links; Infinity for every loop. */
  readonly maxLength: number
  readonly maxListed: number
}

/** Lengths to try instead, where every loop is too many. */
const usualLength = 6

/**
 * Every loop up to the greatest length at which they are not too many. Searching up to a bound is
 * quick, so the lengths are simply tried downwards.
 */
export function* searchShort(
  graph: CausalGraph,
  { maxLength, maxListed }: ShortBounds,
  clock: PhaseClock,
): Generator<undefined, ShortLoops> {
  const longest = Number.isFinite(maxLength) ? maxLength : usualLength
  const lengths = Array.from({ length: longest }, (_, index) => longest - index)
  if (longest !== maxLength) lengths.unshift(maxLength)
  for (const length of lengths) {
    const loops: Int32Array[] = []
    const bounds = { maxLoops: maxListed + 1, ...(Number.isFinite(length) ? { maxLength: length } : {}) }
    const search = startLoopSearch(graph, bounds, (arcs, links) => {
      if (loops.length < maxListed) loops.push(arcs.slice(0, links))
    })
    const ended = yield* runToEnd(search, clock)
    const { found, complete } = search.result()
    if (found > maxListed) continue
    return { loops, upTo: complete ? length : 0, settled: ended }
  }
  return { loops: [], upTo: 0, settled: true }
}

/** @returns undefined where only a new search can tell */
export function* carryShort(
  known: ShortLoops,
  graph: CausalGraph,
  { moved, gone, added }: GraphChange,
  { maxLength, maxListed }: ShortBounds,
  clock: PhaseClock,
): Generator<undefined, ShortLoops | undefined> {
  // With fewer links, loops that were too many may not be any more.
  if (known.upTo !== maxLength && gone.length > 0) return undefined
  const loops: Int32Array[] = []
  for (const loop of known.loops) {
    const arcs = loop.map((arc) => moved[arc] as number)
    if (!arcs.includes(-1)) loops.push(arcs)
  }
  const bounds = Number.isFinite(known.upTo) ? { maxLength: known.upTo } : {}
  const searches = known.upTo === 0 ? [] : searchesThrough(graph, added)
  for (const search of searches) {
    const through = search({ ...bounds, maxLoops: maxListed - loops.length + 1 }, (arcs, links) =>
      loops.push(arcs.slice(0, links)),
    )
    if (!(yield* runToEnd(through, clock)) || loops.length > maxListed) return undefined
  }
  return { loops, upTo: known.upTo, settled: true }
}

/** How many loops there are, of any length; where not all were counted, at least so many of each kind and in all. */
export interface LoopTally extends LoopCounts {
  readonly total: number
  readonly longest: number
  /** All were counted; otherwise there are at least so many. */
  readonly complete: boolean
  /** False if time ran out, or the count was kept short for now. */
  readonly settled: boolean
  /** By length and kind, so that loops can be taken away again. */
  readonly byLength: Float64Array
}

const kinds = 3

/** Place in `byLength` of the loops of a length whose signs have this product. */
function placeOf(length: number, product: number): number {
  return length * kinds + (product > 0 ? 0 : product < 0 ? 1 : 2)
}

/** Counts every loop. @param most stop there for good, @param mostNow and here for now */
export function* searchTally(
  graph: CausalGraph,
  { most, mostNow }: { readonly most: number; readonly mostNow: number },
  clock: PhaseClock,
): Generator<undefined, LoopTally> {
  const byLength = new Float64Array((graph.variables.length + 1) * kinds)
  const search = startLoopSearch(graph, { maxLoops: Math.min(most, mostNow) }, (_, length, product) => {
    const place = placeOf(length, product)
    byLength[place] = (byLength[place] as number) + 1
  })
  yield* runToEnd(search, clock)
  const { complete, found } = search.result()
  return addUp(byLength, complete, complete || found >= most)
}

/** @returns undefined where only a new count can tell */
export function* carryTally(
  known: LoopTally,
  before: CausalGraph,
  graph: CausalGraph,
  { gone, added, turned }: GraphChange,
  most: number,
  clock: PhaseClock,
): Generator<undefined, LoopTally | undefined> {
  if (!known.complete) {
    // More than were counted, and no link less: still more. But which kinds they are is not known any more.
    if (gone.length > 0) return undefined
    return turned.length === 0 ? known : { ...known, reinforcing: 0, balancing: 0, undetermined: 0 }
  }
  const byLength = new Float64Array((Math.max(before.variables.length, graph.variables.length) + 1) * kinds)
  byLength.set(known.byLength.subarray(0, byLength.length))
  const isCounted = function* (one: CausalGraph, arcs: readonly number[], by: 1 | -1): Generator<undefined, boolean> {
    for (const search of searchesThrough(one, arcs)) {
      const through = search({ maxLoops: most }, (_, length, product) => {
        const place = placeOf(length, product)
        byLength[place] = (byLength[place] as number) + by
      })
      if (!(yield* runToEnd(through, clock)) || !through.result().complete) return false
    }
    return true
  }
  const left = [...gone, ...turned.map((arc) => arc.before)]
  if (!(yield* isCounted(before, left, -1))) return undefined
  if (!(yield* isCounted(graph, [...added, ...turned.map((arc) => arc.after)], 1))) return undefined
  const tally = addUp(byLength, true, true)
  return tally.total >= most ? undefined : tally
}

function addUp(byLength: Float64Array, complete: boolean, settled: boolean): LoopTally {
  const sums = [0, 0, 0]
  let longest = 0
  for (const [place, count] of byLength.entries()) {
    if (count === 0) continue
    sums[place % kinds] = (sums[place % kinds] as number) + count
    longest = Math.floor(place / kinds)
  }
  const [reinforcing = 0, balancing = 0, undetermined = 0] = sums
  const total = reinforcing + balancing + undetermined
  return { total, reinforcing, balancing, undetermined, longest, complete, settled, byLength }
}

type SearchThrough = (
  bounds: Parameters<typeof startSearchThrough>[3],
  visit: Parameters<typeof startSearchThrough>[4],
) => LoopSearch

/** One search for each arc, through it and none that comes later, so that no loop is found twice. */
function* searchesThrough(graph: CausalGraph, arcs: readonly number[]): Generator<SearchThrough> {
  const leftOut = new Uint8Array(graph.from.length)
  for (const arc of arcs) leftOut[arc] = 1
  for (const arc of arcs) {
    leftOut[arc] = 0
    yield (bounds, visit) => startSearchThrough(graph, arc, leftOut, bounds, visit)
  }
}

/** @returns false if time ran out */
function* runToEnd(search: LoopSearch, clock: PhaseClock): Generator<undefined, boolean> {
  while (!search.run(() => clock.isOver() || clock.isPaused())) {
    if (clock.isOver()) return false
    yield undefined
  }
  return true
}
