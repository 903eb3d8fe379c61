import type { CausalGraph } from './causalGraph'
import { compareGraphs, type GraphChange } from './graphChange'
import { searchIndependentLoops } from './independentLoops'
import type { Knot } from './knots'
import { carryShort, carryTally, searchShort, searchTally, type LoopTally, type ShortLoops } from './loopParts'
import { describeLoops, type LoopBounds, type LoopSet } from './loopSet'
import type { PhaseClock } from './phase'

/** How hard to look. */
export interface LoopEffort {
  readonly bounds: LoopBounds
  /** Loops counted at most for now, where they must be counted anew. */
  readonly maxCountedNow: number
  /** Begins the time of a phase. */
  startClock(phase: 'short' | 'independent' | 'count'): PhaseClock
}

export interface TrackedLoops {
  readonly set: LoopSet
  /** A longer look would not find more. */
  readonly settled: boolean
}

/** Follows a graph as it changes. */
export interface LoopTracker {
  /** The loops of the graph as it is now, bit by bit. Given up half-way, it has lost nothing. */
  find(graph: CausalGraph, effort: LoopEffort): Generator<undefined, TrackedLoops>
}

/** Changed arcs above which a new search is quicker than to follow each. */
const mostChanges = 24

/**
 * Finds the loops of a graph, and remembers them: when a few arcs of it have changed, only the loops
 * through these are searched, and what the change cannot have touched is taken as it was. A settled
 * answer is the one that `findLoops` gives without any timer, loop by loop and number by number; but
 * where there are too many loops to count, which of them were counted may differ.
 *
 * Cost of a step: linear in the graph and in the loops listed; that of a search through each changed
 * arc; and that of the independent set of the knots that have changed.
 */
export function createLoopTracker(): LoopTracker {
  let short: Known<ShortLoops> | undefined
  let tally: Known<LoopTally> | undefined
  let independent: KnownKnots | undefined

  return {
    *find(graph, effort) {
      const parts = {
        short: yield* findShort(graph, effort),
        independent: yield* findIndependent(graph, effort),
        tally: yield* findTally(graph, effort),
      }
      const settled = parts.short.settled && parts.independent.complete && parts.tally.settled
      return { set: describeLoops(graph, { ...parts, independent: parts.independent.loops }), settled }
    },
  }

  function* findShort(graph: CausalGraph, { bounds, startClock }: LoopEffort): Generator<undefined, ShortLoops> {
    const clock = startClock('short')
    const wanted = `${bounds.maxLength} ${bounds.maxListed}`
    const change = changeSince(short, graph, wanted)
    const carried = short && change && (yield* carryShort(short.value, graph, change, bounds, clock))
    const value = carried ?? (yield* searchShort(graph, bounds, clock))
    if (value.settled) short = { graph, wanted, value }
    return value
  }

  function* findTally(graph: CausalGraph, effort: LoopEffort): Generator<undefined, LoopTally> {
    const clock = effort.startClock('count')
    const most = effort.bounds.maxCounted
    const wanted = String(most)
    const change = changeSince(tally, graph, wanted)
    const carried = tally && change && (yield* carryTally(tally.value, tally.graph, graph, change, most, clock))
    const value = carried ?? (yield* searchTally(graph, { most, mostNow: effort.maxCountedNow }, clock))
    if (value.settled) tally = { graph, wanted, value }
    return value
  }

  function* findIndependent(graph: CausalGraph, { startClock }: LoopEffort): ReturnType<typeof searchIndependentLoops> {
    const known = carryKnots(independent, graph)
    independent = { graph, knots: [...known.values()] }
    const { knots } = independent
    return yield* searchIndependentLoops(
      graph,
      startClock('independent'),
      (knot) => {
        const one = known.get(knot.arc[0] as number)
        return one !== undefined && isSame(one.arcs, knot.arc) ? one.loops : undefined
      },
      (knot: Knot, loops) => {
        if (!isSame(known.get(knot.arc[0] as number)?.arcs ?? [], knot.arc)) knots.push({ arcs: knot.arc, loops })
      },
    )
  }
}

/** Something that was found to the end, and of which graph. */
interface Known<Value> {
  readonly graph: CausalGraph
  /** The bounds that it was found within. */
  readonly wanted: string
  readonly value: Value
}

/** @returns undefined where nothing is known, or too much has changed */
function changeSince<Value>(
  known: Known<Value> | undefined,
  graph: CausalGraph,
  wanted: string,
): GraphChange | undefined {
  if (known === undefined || known.wanted !== wanted) return undefined
  const change = compareGraphs(known.graph, graph)
  return change.gone.length + change.added.length + change.turned.length > mostChanges ? undefined : change
}

/** Independent sets, by knot; in arcs of the graph. */
interface KnownKnots {
  readonly graph: CausalGraph
  readonly knots: KnownKnot[]
}

interface KnownKnot {
  readonly arcs: Int32Array
  readonly loops: readonly Int32Array[]
}

/** What is known of the knots of which no arc is gone, in the numbers of the graph now, by their first arc. */
function carryKnots(known: KnownKnots | undefined, graph: CausalGraph): Map<number, KnownKnot> {
  const carried = new Map<number, KnownKnot>()
  if (known === undefined) return carried
  const { moved } = compareGraphs(known.graph, graph)
  for (const knot of known.knots) {
    const arcs = knot.arcs.map((arc) => moved[arc] as number)
    if (arcs.includes(-1)) continue
    const loops = knot.loops.map((loop) => loop.map((arc) => moved[arc] as number))
    carried.set(arcs[0] as number, { arcs, loops })
  }
  return carried
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}
