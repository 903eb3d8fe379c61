import type { CausalGraph, Sign } from './causalGraph'

/** A way from one variable to another that meets no variable twice. */
export interface SignedPath {
  /** Arcs in order of travel. */
  readonly arcs: readonly number[]
  /** Product of the signs; 0 if one of them is not known. */
  readonly sign: Sign
  /** Delayed links on the way. */
  readonly delays: number
}

/** `none`: sure that there is no such path. `not-known`: the search was over before that was clear. */
export type ShortestSearch =
  { readonly kind: 'found'; readonly path: SignedPath } | { readonly kind: 'none' } | { readonly kind: 'not-known' }

export interface ShortestBounds {
  readonly maxLength?: number
  /** Arcs to look at before giving up; two million unless given. */
  readonly maxWork?: number
  /** Arcs to look at before the search takes care, see there; 10,000 unless given. */
  readonly easyWork?: number
  /** Asked every few thousand steps; true ends the search. */
  readonly isOver?: () => boolean
}

const signs: readonly Sign[] = [1, -1, 0]

/** Arcs between two looks at the clock. */
const workPerLook = 4096

/** Makes a path of its arcs. */
export function describePath(graph: CausalGraph, arcs: readonly number[]): SignedPath {
  let sign = 1
  let delays = 0
  for (const arc of arcs) {
    sign *= graph.sign[arc] as number
    delays += graph.delayed[arc] as number
  }
  return { arcs, sign: asSign(sign), delays }
}

/**
 * The shortest path with this sign between two variables, no variable twice; among equally short
 * ones the first by arcs. Exact.
 *
 * Shortest walks with a sign are easy to find, but may cross themselves; so it goes deeper length
 * by length, turning back where even the shortest walk with the missing sign would be too long.
 * Where walks are paths, as they mostly are, this takes no longer than one breadth-first search.
 * After `easyWork` arcs it measures at every step anew which walks are left beside the path so far:
 * dearer, and it turns back much sooner. The worst case stays exponential, hence `maxWork`.
 */
export function findShortestSigned(
  graph: CausalGraph,
  from: number,
  to: number,
  sign: Sign,
  { maxLength = Infinity, maxWork = 2_000_000, easyWork = 10_000, isOver }: ShortestBounds = {},
): ShortestSearch {
  if (from === to) return { kind: 'none' }
  const toGo = measureWalks(graph, to, sign)
  const size = graph.variables.length
  const longest = Math.min(maxLength, size - 1)
  const isOnPath = new Uint8Array(size)
  const arcs: number[] = []
  const reached: Sign[] = []
  const places: number[] = []
  let work = 0
  let looks = 0
  /** What the next length to try is: the shortest that was cut off. */
  let next = toGo[placeOf(from, 1)] as number
  while (next <= longest) {
    const length = next
    next = Infinity
    isOnPath.fill(0)
    isOnPath[from] = 1
    arcs.length = 0
    places.length = 1
    places[0] = graph.outStart[from] as number
    reached.length = 1
    reached[0] = 1
    while (places.length > 0) {
      const at = arcs.length === 0 ? from : (graph.to[arcs.at(-1) as number] as number)
      const arc = places.at(-1) as number
      if (arc >= (graph.outStart[at + 1] as number)) {
        places.pop()
        reached.pop()
        if (arcs.pop() !== undefined) isOnPath[at] = 0
        continue
      }
      places[places.length - 1] = arc + 1
      work += 1
      if (work > maxWork || (work >= (looks + 1) * workPerLook && isOver?.() === true)) return { kind: 'not-known' }
      looks = Math.floor(work / workPerLook)
      const target = graph.to[arc] as number
      if (isOnPath[target] === 1) continue
      const signNow = multiply(reached.at(-1) as Sign, graph.sign[arc] as Sign)
      const whole = arcs.length + 1 + (toGo[placeOf(target, signNow)] as number)
      if (whole > length) {
        next = Math.min(next, whole)
        continue
      }
      if (target === to) {
        // Past the goal there is no path, only walks that come back to it.
        if (signNow === sign) return { kind: 'found', path: describePath(graph, [...arcs, arc]) }
        continue
      }
      isOnPath[target] = 1
      if (work > easyWork) {
        work += graph.to.length
        const left = arcs.length + 1 + (measureWalks(graph, to, sign, isOnPath)[placeOf(target, signNow)] as number)
        if (left > length) {
          next = Math.min(next, left)
          isOnPath[target] = 0
          continue
        }
      }
      arcs.push(arc)
      reached.push(signNow)
      places.push(graph.outStart[target] as number)
    }
  }
  return { kind: 'none' }
}

/**
 * Where one stands, with the sign so far → links of the shortest walk to the goal by which the whole
 * gets the wanted sign; Infinity if there is none.
 * @param isOnPath variables that a walk may start from, but not come to
 */
function measureWalks(graph: CausalGraph, goal: number, wanted: Sign, isOnPath?: Uint8Array): Float64Array {
  const distance = new Float64Array(graph.variables.length * signs.length).fill(Infinity)
  distance[placeOf(goal, wanted)] = 0
  const queue: (readonly [variable: number, sign: Sign])[] = [[goal, wanted]]
  for (const [variable, after] of queue) {
    const longer = (distance[placeOf(variable, after)] as number) + 1
    for (let at = graph.inStart[variable] as number; at < (graph.inStart[variable + 1] as number); at += 1) {
      const arc = graph.inArcs[at] as number
      const from = graph.from[arc] as number
      // Nothing comes from the goal: a path ends there.
      if (from === goal) continue
      for (const before of signs) {
        if (multiply(before, graph.sign[arc] as Sign) !== after) continue
        if (distance[placeOf(from, before)] !== Infinity) continue
        distance[placeOf(from, before)] = longer
        if (isOnPath?.[from] !== 1) queue.push([from, before])
      }
    }
  }
  return distance
}

function placeOf(variable: number, sign: Sign): number {
  return variable * signs.length + sign + 1
}

function multiply(one: Sign, other: Sign): Sign {
  return asSign(one * other)
}

/** -0 counts as 0. */
function asSign(product: number): Sign {
  return product > 0 ? 1 : product < 0 ? -1 : 0
}
