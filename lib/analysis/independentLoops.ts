import type { CausalGraph } from './causalGraph'
import { splitIntoKnots, type Knot } from './knots'
import { finish, type PhaseClock } from './phase'
import { createLoopSpan, spanPrime, type LoopSpan } from './loopSpan'

/** A set of loops of which none is the sum of others, and which together span all of them. */
export interface IndependentLoops {
  /** Each loop's arcs in order of travel; shortest first within each knot. */
  readonly loops: readonly Int32Array[]
  /** How many there are to find: links - variables + 1, summed over the knots, and links of a variable to itself. */
  readonly dimension: number
  /** False if time ran out; then every link found so far is in some loop, and more loops exist. */
  readonly complete: boolean
}

/**
 * The shortest independent set of loops: from loops that are a shortest way from some variable to a
 * link and a shortest way back (Horton's candidates), shortest first, each that is linearly
 * independent of those before it (Gleiss, Leydold and Stadler 2003: the sorted lengths are the same
 * whichever of two equally long loops is taken).
 *
 * @param isOver asked now and then; true ends it with what was found
 * Cost: for each length up to the longest needed, a walk from every variable through those that come
 * after it; and that of `LoopSpan.add`. A few milliseconds for a map of 100 variables and 300 links,
 * some hundred for one of ten times that. Memory: linear, and a square of the loops without a new link.
 */
export function findIndependentLoops(graph: CausalGraph, isOver: () => boolean = () => false): IndependentLoops {
  return finish(searchIndependentLoops(graph, { isOver, isPaused: () => false }))
}

/**
 * The same bit by bit.
 * @param known gives the loops of a knot, as arcs of the graph, where they are known already
 * @param keep takes them for each knot that was searched to its end
 */
export function* searchIndependentLoops(
  graph: CausalGraph,
  clock: PhaseClock,
  known: (knot: Knot) => readonly Int32Array[] | undefined = () => undefined,
  keep: (knot: Knot, loops: readonly Int32Array[]) => void = () => undefined,
): Generator<undefined, IndependentLoops> {
  const loops: Int32Array[] = []
  let dimension = 0
  let complete = true
  for (let arc = 0; arc < graph.from.length; arc += 1) {
    if (graph.from[arc] !== graph.to[arc]) continue
    loops.push(Int32Array.of(arc))
    dimension += 1
  }
  for (const knot of splitIntoKnots(graph)) {
    const size = knot.target.length - knot.size + 1
    dimension += size
    const found = known(knot) ?? (yield* searchKnot(knot, size, clock))
    loops.push(...found)
    if (found.length === size) keep(knot, found)
    else complete = false
  }
  return { loops, dimension, complete }
}

/** @returns loops as arcs of the graph, in order of travel */
function* searchKnot(knot: Knot, dimension: number, clock: PhaseClock): Generator<undefined, readonly Int32Array[]> {
  const found: Int32Array[] = []
  const candidates = createCandidates(knot, createLoopSpan(knot), (loop) => {
    found.push(loop.map((place) => knot.arc[place] as number))
    return found.length === dimension || clock.isOver()
  })
  let roots: readonly number[] = Array.from({ length: knot.size }, (_, index) => index)
  for (let length = 2; length <= knot.size; length += 1) {
    const later: number[] = []
    for (const root of roots) {
      const { stopped, hasLonger } = candidates(root, length)
      if (stopped || clock.isOver()) return found
      if (clock.isPaused()) yield undefined
      if (hasLonger) later.push(root)
    }
    roots = later
  }
  return found
}

interface Candidates {
  readonly stopped: boolean
  /** There may be longer candidates from here. */
  readonly hasLonger: boolean
}

/**
 * Adds to the span the candidates of one length whose first variable is `root`: a shortest way to a
 * link through variables from `root` on, the link, and a shortest way back. Those of which another
 * variable is the first come up there, so that this is enough: a loop is the sum of its variables'
 * candidates in what is left, less the ways there and back, which are candidates too, and none is
 * longer than the loop.
 *
 * Shorter loops must have been added before: then a candidate that passes a variable twice is a sum
 * of them, and does not come into question.
 *
 * @param onFound takes each loop that was added; true stops
 */
function createCandidates(
  knot: Knot,
  span: LoopSpan,
  onFound: (loop: Int32Array) => boolean,
): (root: number, length: number) => Candidates {
  const { size, outStart, target, origin, inStart, source, inPlace } = knot
  const [one, other] = span.checks
  /** Variable → links on the way from the root and back to it, and the place by which it goes on. */
  const out = createWays(size)
  const home = createWays(size)
  const loop = new Int32Array(size)
  const met = new Int32Array(size)
  let turn = 0

  return (root, length) => {
    clear(out, root)
    clear(home, root)
    let hasLonger = walkHome(root, length)
    let stopped = false
    for (let head = 0; head < out.reached && !stopped; head += 1) {
      const at = out.order[head] as number
      const links = (out.links[at] as number) + 1
      for (let place = outStart[at] as number; place < (outStart[at + 1] as number); place += 1) {
        const to = target[place] as number
        if (to < root) continue
        const total = links + (home.links[to] as number)
        if (total === length) {
          if (isNew(at, place, to)) stopped = take(root, place, length)
        } else if (total > length) {
          if (total < away) hasLonger = true
          continue
        }
        if (out.links[to] === away) meet(out, to, links, place, at)
      }
    }
    return { stopped, hasLonger }
  }

  /** Measures the way home of all that are near enough. @returns whether others are too far */
  function walkHome(root: number, length: number): boolean {
    for (let head = 0; head < home.reached; head += 1) {
      const at = home.order[head] as number
      const links = (home.links[at] as number) + 1
      for (let into = inStart[at] as number; into < (inStart[at + 1] as number); into += 1) {
        const before = source[into] as number
        if (before < root || home.links[before] !== away) continue
        if (links >= length) return true
        meet(home, before, links, inPlace[into] as number, at)
      }
    }
    return false
  }

  function meet(ways: Ways, variable: number, links: number, place: number, next: number): void {
    ways.links[variable] = links
    ways.place[variable] = place
    ways.one[variable] = (ways.one[next] as number) + (one[place] as number)
    ways.other[variable] = (ways.other[next] as number) + (other[place] as number)
    ways.order[ways.reached] = variable
    ways.reached += 1
  }

  /** Whether the way to a link, the link and the way home are no combination of the loops added. */
  function isNew(at: number, place: number, to: number): boolean {
    const sum = (out.one[at] as number) + (one[place] as number) + (home.one[to] as number)
    if (sum % spanPrime !== 0) return true
    return ((out.other[at] as number) + (other[place] as number) + (home.other[to] as number)) % spanPrime !== 0
  }

  function take(root: number, link: number, length: number): boolean {
    if (!trace(root, link)) return false
    const found = loop.slice(0, length)
    if (!span.add(found)) return false
    addUpAgain(out, origin)
    addUpAgain(home, target)
    return onFound(found)
  }

  /** Writes down the loop by a link; false if it meets itself. */
  function trace(root: number, link: number): boolean {
    turn += 1
    let at = origin[link] as number
    let index = out.links[at] as number
    loop[index] = link
    while (at !== root) {
      met[at] = turn
      const place = out.place[at] as number
      index -= 1
      loop[index] = place
      at = origin[place] as number
    }
    index = out.links[origin[link] as number] as number
    for (at = target[link] as number; at !== root;) {
      if (met[at] === turn) return false
      const place = home.place[at] as number
      index += 1
      loop[index] = place
      at = target[place] as number
    }
    return true
  }

  /** The checks have changed: sums along the ways anew, those nearest first. */
  function addUpAgain(ways: Ways, nextOf: Int32Array): void {
    for (let index = 1; index < ways.reached; index += 1) {
      const variable = ways.order[index] as number
      const place = ways.place[variable] as number
      const next = nextOf[place] as number
      ways.one[variable] = (ways.one[next] as number) + (one[place] as number)
      ways.other[variable] = (ways.other[next] as number) + (other[place] as number)
    }
  }
}

/** Shortest ways between a root and other variables. */
interface Ways {
  /** `away` where there is none yet. */
  readonly links: Int32Array
  readonly place: Int32Array
  /** Sums of the span's checks along the way. */
  readonly one: Int32Array
  readonly other: Int32Array
  /** Variables in the order in which they were met. */
  readonly order: Int32Array
  reached: number
}

/** So long that a sum of two is longer than any loop, and still a small integer. */
const away = 0x1fff_ffff

function createWays(size: number): Ways {
  return {
    links: new Int32Array(size).fill(away),
    place: new Int32Array(size),
    one: new Int32Array(size),
    other: new Int32Array(size),
    order: new Int32Array(size),
    reached: 0,
  }
}

function clear(ways: Ways, root: number): void {
  for (let index = 0; index < ways.reached; index += 1) ways.links[ways.order[index] as number] = away
  ways.links[root] = 0
  ways.one[root] = 0
  ways.other[root] = 0
  ways.order[0] = root
  ways.reached = 1
}
