import type { CausalGraph } from './causalGraph'
import { findDistances } from './neighbourhood'
import { describePath, findShortestSigned, type ShortestSearch, type SignedPath } from './signedPath'

/** How far paths are looked for. */
export interface PathBounds {
  /** Longest path, in links; without it, any length. Holds for everything in the answer. */
  readonly maxLength?: number
  /** Paths after which counting stops; 100,000 unless given. */
  readonly maxPaths?: number
  /** Paths to list, shortest first; 100 unless given. */
  readonly maxListed?: number
  /** Arcs to look at before a search gives up; two million unless given. */
  readonly maxWork?: number
  /** Asked every few thousand steps; true ends the search. */
  readonly isOver?: () => boolean
}

/**
 * What a change of one variable does to another, by its paths:
 * - `same`, `opposite`: all agree;
 * - `ambiguous`: there are both, a trade-off;
 * - `undecided`: some path has a link whose sign is not known, and it could decide the matter;
 * - `none`: there is no path.
 */
export type PathVerdict = 'same' | 'opposite' | 'ambiguous' | 'undecided' | 'none'

export interface PathAnswer {
  readonly verdict: PathVerdict
  /** False if a search ended before it was sure of the verdict: more paths could change it. */
  readonly isCertain: boolean
  readonly positive: number
  readonly negative: number
  /** Paths with a link whose sign is not known. */
  readonly undecided: number
  /** Of the undecided, those that miss no sign: links on their way contradict each other. */
  readonly contested: number
  /** True if these are all paths within `maxLength`; else there are at least so many. */
  readonly isComplete: boolean
  readonly listed: readonly SignedPath[]
  /** Exact even where counting was cut short, or said to be not known. */
  readonly shortestPositive: ShortestSearch
  readonly shortestNegative: ShortestSearch
  readonly shortestUndecided: ShortestSearch
}

/** Arcs between two looks at the clock. */
const workPerLook = 4096

/**
 * All paths from one variable to another that meet no variable twice, with their signs. A variable
 * has no path to itself: those are its loops.
 *
 * Cost: exponential in the worst case; ends after `maxPaths` or `maxWork`, shorter paths first.
 */
export function findPaths(graph: CausalGraph, from: number, to: number, bounds: PathBounds = {}): PathAnswer {
  const shortestPositive = findShortestSigned(graph, from, to, 1, bounds)
  const shortestNegative = findShortestSigned(graph, from, to, -1, bounds)
  const shortestUndecided = findShortestSigned(graph, from, to, 0, bounds)
  const counts = countPaths(graph, from, to, bounds)
  const isThere = (search: ShortestSearch, counted: number): boolean | undefined =>
    search.kind === 'found' || counted > 0 ? true : search.kind === 'none' || counts.isComplete ? false : undefined
  return {
    ...decide(
      isThere(shortestPositive, counts.positive),
      isThere(shortestNegative, counts.negative),
      isThere(shortestUndecided, counts.undecided),
    ),
    ...counts,
    shortestPositive,
    shortestNegative,
    shortestUndecided,
  }
}

/** Each is true, false, or undefined where nobody knows. */
function decide(
  positive: boolean | undefined,
  negative: boolean | undefined,
  undecided: boolean | undefined,
): Pick<PathAnswer, 'verdict' | 'isCertain'> {
  if (positive === true && negative === true) return { verdict: 'ambiguous', isCertain: true }
  const isOpen = positive === undefined || negative === undefined
  if (undecided === true) return { verdict: 'undecided', isCertain: !isOpen }
  const isCertain = !isOpen && undecided === false
  if (positive === true) return { verdict: 'same', isCertain }
  if (negative === true) return { verdict: 'opposite', isCertain }
  return { verdict: 'none', isCertain }
}

/** Whether somebody has yet to say a sign: not if links are there that contradict each other. */
function isMissing(graph: CausalGraph, arc: number): boolean {
  return graph.sign[arc] === 0 && graph.open.get(arc)?.against === undefined
}

/** Counts paths by sign, length by length, so that what is listed is the shortest. */
function countPaths(
  graph: CausalGraph,
  from: number,
  to: number,
  { maxLength = Infinity, maxPaths = 100_000, maxListed = 100, maxWork = 2_000_000, isOver }: PathBounds,
): Pick<PathAnswer, 'positive' | 'negative' | 'undecided' | 'contested' | 'isComplete' | 'listed'> {
  const toGo = findDistances(graph, to, 'up')
  const counts = { positive: 0, negative: 0, undecided: 0, contested: 0 }
  const listed: SignedPath[] = []
  const longest = Math.min(maxLength, graph.variables.length - 1)
  const isOnPath = new Uint8Array(graph.variables.length)
  const arcs: number[] = []
  const places: number[] = []
  const signs: number[] = []
  let found = 0
  let work = 0
  const answer = (isComplete: boolean): ReturnType<typeof countPaths> => ({ ...counts, isComplete, listed })
  let next = from === to || toGo[from] === -1 ? Infinity : (toGo[from] as number)
  while (next <= longest) {
    const length = next
    next = Infinity
    isOnPath[from] = 1
    places.push(graph.outStart[from] as number)
    signs.push(1)
    while (places.length > 0) {
      const at = arcs.length === 0 ? from : (graph.to[arcs.at(-1) as number] as number)
      const arc = places.at(-1) as number
      if (arc >= (graph.outStart[at + 1] as number)) {
        places.pop()
        signs.pop()
        arcs.pop()
        isOnPath[at] = 0
        continue
      }
      places[places.length - 1] = arc + 1
      work += 1
      if (work > maxWork || (work % workPerLook === 0 && isOver?.() === true)) return answer(false)
      const target = graph.to[arc] as number
      if (isOnPath[target] === 1 || toGo[target] === -1) continue
      const sign = (signs.at(-1) as number) * (graph.sign[arc] as number)
      if (target === to) {
        // Shorter ones were counted before.
        if (arcs.length + 1 < length) continue
        if (found === maxPaths) return answer(false)
        found += 1
        counts[sign > 0 ? 'positive' : sign < 0 ? 'negative' : 'undecided'] += 1
        if (sign === 0 && [...arcs, arc].every((one) => !isMissing(graph, one))) counts.contested += 1
        if (listed.length < maxListed) listed.push(describePath(graph, [...arcs, arc]))
        continue
      }
      if (arcs.length + 1 + (toGo[target] as number) > length) {
        next = length + 1
        continue
      }
      isOnPath[target] = 1
      arcs.push(arc)
      places.push(graph.outStart[target] as number)
      signs.push(sign)
    }
  }
  return answer(true)
}
