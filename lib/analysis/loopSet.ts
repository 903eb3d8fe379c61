import type { ElementId, LinkId } from '../base/ids'
import type { CausalGraph } from './causalGraph'
import { searchIndependentLoops } from './independentLoops'
import { numberLoops, readLoop, type Loop, type NumberedLoop } from './loop'
import { searchShort, searchTally, type LoopTally, type ShortLoops } from './loopParts'
import type { LoopCounts } from './loopSearch'
import { finish, type PhaseClock } from './phase'

/** How far to look. */
export interface LoopBounds {
  /** Loops of at most this many links are all listed, as far as `maxListed` allows; Infinity for all. */
  readonly maxLength: number
  /** Short loops listed at most; the shortest independent set is listed whole, beside them. */
  readonly maxListed: number
  /** Loops counted at most, of any length. */
  readonly maxCounted: number
}

/** What people see unless they ask for more: domain notes 2.3. */
export const defaultLoopBounds: LoopBounds = { maxLength: 6, maxListed: 6_000, maxCounted: 1_000_000 }

/**
 * Milliseconds for each phase of a search: short loops, the independent set, the count. The same in the panel, over
 * HTTP and on the command line, and many times what a million loops take, so that it is `maxCounted` that stops a
 * count and not a busy machine: whoever asks gets the same numbers.
 */
export const loopPatience = 6_000

/** Where people ask for every loop. */
export const wholeLoopBounds: LoopBounds = { ...defaultLoopBounds, maxLength: Infinity, maxListed: 20_000 }

/** Whether there are more loops than the list has, and few enough to list them all. */
export function canListAll({ complete, countComplete, counted }: LoopSet): boolean {
  return countComplete && !complete && counted.total <= wholeLoopBounds.maxListed
}

/** Loops of a map that are so few that all of them are looked for without being asked. */
export const fewLoops = 500

/** The loops of a map that are worth a list, and an honest word about the rest. */
export interface LoopSet {
  /** Every loop of up to `upTo` links, and the shortest independent set, as far as time allowed; shortest first. */
  readonly loops: readonly NumberedLoop[]
  /** Length up to which the list has every loop; 0 where not even the shortest fit, Infinity where all do. */
  readonly upTo: number
  readonly listed: LoopCounts
  /** Loops counted in the whole map, longer ones included. */
  readonly counted: LoopCounts & { readonly total: number; readonly longest: number }
  /** True if `counted` is all there are; otherwise there are at least so many, of each kind and in all. */
  readonly countComplete: boolean
  /** True if the list is every loop there is. */
  readonly complete: boolean
  /** The link whose sign would decide most of the undecided loops listed, and how many. */
  readonly decisive: DecisiveLink | undefined
}

export interface DecisiveLink {
  /** Without a sign; where `against` is given, it says plus. */
  readonly link: LinkId
  /** A link between the same variables that says minus: to decide is which of the two is right. */
  readonly against?: LinkId
  readonly loops: number
}

/** Tells when a phase has had its time; begun anew for each phase. */
export type StartTimer = () => () => boolean

/**
 * Finds the loops of a graph. The default list is every loop of up to six links and the shortest
 * independent set, so that a large map never comes back empty; where that is every loop there is,
 * it says so. A graph that changes bit by bit is better followed by `createLoopTracker`.
 *
 * @param startTimer begins to measure a phase, and is asked whether its time is over. Without it
 *   nothing but the bounds stops the search
 * Cost: see `searchLoops` and `findIndependentLoops`.
 */
export function findLoops(
  graph: CausalGraph,
  bounds: LoopBounds = defaultLoopBounds,
  startTimer: StartTimer = () => () => false,
): LoopSet {
  const startClock = (): PhaseClock => ({ isOver: startTimer(), isPaused: () => false })
  const short = finish(searchShort(graph, bounds, startClock()))
  const independent = finish(searchIndependentLoops(graph, startClock()))
  const limits = { most: bounds.maxCounted, mostNow: bounds.maxCounted }
  const tally = finish(searchTally(graph, limits, startClock()))
  return describeLoops(graph, { short, independent: independent.loops, tally })
}

/** The same, and every loop there is, however long, where they are few. */
export function findLoopsWhole(graph: CausalGraph, bounds?: LoopBounds, startTimer?: StartTimer): LoopSet {
  const first = findLoops(graph, bounds, startTimer)
  return canListAll(first) && first.counted.total <= fewLoops ? findLoops(graph, wholeLoopBounds, startTimer) : first
}

/** What a list of loops is made of. */
export interface LoopParts {
  readonly short: ShortLoops
  readonly independent: readonly Int32Array[]
  readonly tally: LoopTally
}

/** Puts the list together. The same parts in any order give the same list. Cost: that of sorting it. */
export function describeLoops(graph: CausalGraph, { short, independent, tally }: LoopParts): LoopSet {
  const found = new Map<string, Loop>()
  const keep = (arcs: Int32Array): void => {
    const loop = readLoop(graph, arcs)
    found.set(loop.key, loop)
  }
  for (const arcs of short.loops) keep(arcs)
  for (const arcs of independent) keep(arcs)
  const labels = new Map(graph.variables.map((id, index) => [id, graph.labels[index] ?? '']))
  const loops = numberLoops([...found.values()], (id: ElementId) => labels.get(id) ?? '')
  const listed = countKinds(loops)
  return {
    loops,
    listed,
    // Time may have run out on the count before it came as far as the list.
    counted: {
      total: Math.max(tally.total, loops.length),
      reinforcing: Math.max(tally.reinforcing, listed.reinforcing),
      balancing: Math.max(tally.balancing, listed.balancing),
      undetermined: Math.max(tally.undetermined, listed.undetermined),
      longest: Math.max(tally.longest, loops.at(-1)?.links.length ?? 0),
    },
    countComplete: tally.complete,
    upTo: short.upTo,
    complete: tally.complete && tally.total === loops.length,
    decisive: findDecisiveLink(graph, loops),
  }
}

export function countKinds(loops: readonly Loop[]): LoopCounts {
  const counts = { reinforcing: 0, balancing: 0, undetermined: 0 }
  for (const loop of loops) counts[loop.kind] += 1
  return counts
}

/**
 * The link to give a sign to first, or the two that contradict each other to settle first: only a loop with one
 * arc without a sign is decided by that.
 */
export function findDecisiveLink(graph: CausalGraph, loops: readonly Loop[]): DecisiveLink | undefined {
  const unsigned = new Map(
    graph.links.flatMap((links, arc) => (graph.sign[arc] === 0 ? links.map((id) => [id, arc] as const) : [])),
  )
  const decides = new Map<number, number>()
  for (const loop of loops) {
    if (loop.kind !== 'undetermined') continue
    const [arc, another] = loop.links.flatMap((one) => unsigned.get(one) ?? [])
    if (arc !== undefined && another === undefined) decides.set(arc, (decides.get(arc) ?? 0) + 1)
  }
  let best: DecisiveLink | undefined
  for (const [arc, count] of decides) {
    const open = graph.open.get(arc)
    if (open === undefined) continue
    if (best === undefined || count > best.loops || (count === best.loops && open.link < best.link)) {
      best = { ...open, loops: count }
    }
  }
  return best
}
