import type { CausalGraph } from './causalGraph'
import { splitIntoKnots, type Knot } from './knots'

/** Where a search may stop before it has found everything. */
export interface SearchBounds {
  /** Longest loop, in links; without it, any length. */
  readonly maxLength?: number
  /** Loops after which the search stops. */
  readonly maxLoops?: number
  /** Asked every few thousand steps; true stops the search. */
  readonly isOver?: () => boolean
}

/** Numbers of loops by kind. */
export interface LoopCounts {
  readonly reinforcing: number
  readonly balancing: number
  /** Some link of the loop has no sign. */
  readonly undetermined: number
}

export interface SearchResult extends LoopCounts {
  /** All loops found. */
  readonly found: number
  /** True if there is no other loop within `maxLength`. */
  readonly complete: boolean
  /** Links of the longest loop found; 0 without loops. */
  readonly longest: number
}

/** Takes a loop's arcs in order of travel. The array is the search's own: copy what is to be kept. */
export type LoopVisitor = (arcs: Int32Array, length: number) => void

/** Steps between two looks at the clock. */
const stepsPerLook = 4096

/**
 * Visits every elementary loop of a graph: closed, no variable twice. Each is visited once, from the
 * same variable in whatever order the map was drawn.
 *
 * Without `maxLength`: Johnson 1975 (SIAM J. Comput. 4, 77-84), iterative, knot by knot; time
 * O((variables + arcs) (loops + 1)), memory O(variables + arcs). Their number may be beyond all
 * bounds (the Foresight obesity map has more than fifty million), so give `maxLoops` or `isOver`.
 * With `maxLength`: depth-first, turning back where the way home would be too long.
 */
export function searchLoops(graph: CausalGraph, bounds: SearchBounds = {}, visit?: LoopVisitor): SearchResult {
  const search = new Search(graph, bounds, visit)
  search.takeSelfLinks()
  for (const knot of splitIntoKnots(graph)) {
    if (search.stopped) break
    if (bounds.maxLength !== undefined && bounds.maxLength < knot.size) search.takeShort(knot, bounds.maxLength)
    else search.takeAll(knot)
  }
  return search.result()
}

class Search {
  stopped = false
  private reinforcing = 0
  private balancing = 0
  private undetermined = 0
  private longest = 0
  private steps = 0
  private readonly most: number

  constructor(
    private readonly graph: CausalGraph,
    private readonly bounds: SearchBounds,
    private readonly visit: LoopVisitor | undefined,
  ) {
    this.most = bounds.maxLoops ?? Number.POSITIVE_INFINITY
  }

  result(): SearchResult {
    const { reinforcing, balancing, undetermined, longest } = this
    return {
      found: reinforcing + balancing + undetermined,
      reinforcing,
      balancing,
      undetermined,
      longest,
      complete: !this.stopped,
    }
  }

  takeSelfLinks(): void {
    const { from, to, sign } = this.graph
    for (let arc = 0; arc < from.length && !this.stopped; arc += 1) {
      if (from[arc] === to[arc]) this.take(Int32Array.of(arc), 1, sign[arc] as number)
    }
  }

  /** Every loop of a knot that has at most `maxLength` links. */
  takeShort(knot: Knot, maxLength: number): void {
    const { outStart, target, arc } = knot
    const path = new Int32Array(maxLength)
    const arcs = new Int32Array(maxLength)
    const { sign } = this.graph
    /** Of the signs on the way to this depth. */
    const product = new Int8Array(maxLength).fill(1)
    const place = new Int32Array(maxLength)
    const onPath = new Uint8Array(knot.size)
    const home = new Int32Array(knot.size)
    const queue = new Int32Array(knot.size)
    for (let root = 0; root < knot.size && !this.stopped; root += 1) {
      measureWayHome(knot, root, home, queue)
      let depth = 0
      path[0] = root
      place[0] = outStart[root] as number
      while (depth >= 0) {
        const at = path[depth] as number
        const end = outStart[at + 1] as number
        let index = place[depth] as number
        let next = -1
        for (; index < end; index += 1) {
          const to = target[index] as number
          if (to === root) {
            arcs[depth] = arc[index] as number
            this.take(arcs, depth + 1, (product[depth] as number) * (sign[arc[index] as number] as number))
            if (this.stopped) return
          } else if (to > root && onPath[to] === 0 && depth + 1 + (home[to] as number) <= maxLength) {
            next = to
            break
          }
        }
        if (this.lookAtClock()) return
        if (next >= 0) {
          arcs[depth] = arc[index] as number
          place[depth] = index + 1
          product[depth + 1] = (product[depth] as number) * (sign[arc[index] as number] as number)
          depth += 1
          path[depth] = next
          onPath[next] = 1
          place[depth] = outStart[next] as number
        } else {
          onPath[at] = 0
          depth -= 1
        }
      }
    }
  }

  /** Every loop of a knot, however long. */
  takeAll(knot: Knot): void {
    const { outStart, target, arc, inStart, source, inPlace, size } = knot
    const path = new Int32Array(size)
    const arcs = new Int32Array(size)
    const { sign } = this.graph
    /** Of the signs on the way to this depth. */
    const product = new Int8Array(size).fill(1)
    const place = new Int32Array(size)
    const closed = new Uint8Array(size)
    const blocked = new Uint8Array(size)
    /** By arc place: whoever it comes from is to be unblocked with whoever it goes to. */
    const waits = new Uint8Array(target.length)
    const home = new Int32Array(size)
    const queue = new Int32Array(size)

    // Recursion would go as deep as the knot is large; the queue of the breadth-first pass is free here.
    function unblock(first: number): void {
      let waiting = 1
      queue[0] = first
      blocked[first] = 0
      while (waiting > 0) {
        waiting -= 1
        const one = queue[waiting] as number
        const last = inStart[one + 1] as number
        for (let into = inStart[one] as number; into < last; into += 1) {
          const out = inPlace[into] as number
          if (waits[out] === 0) continue
          waits[out] = 0
          const before = source[into] as number
          if (blocked[before] === 1) {
            blocked[before] = 0
            queue[waiting] = before
            waiting += 1
          }
        }
      }
    }

    for (let root = 0; root < size && !this.stopped; root += 1) {
      measureWayHome(knot, root, home, queue)
      // Whoever cannot come home, or was a root already, stays out for the whole search from here.
      for (let variable = 0; variable < size; variable += 1) {
        blocked[variable] = variable > root && home[variable] !== away ? 0 : 1
      }
      waits.fill(0)
      let depth = 0
      path[0] = root
      closed[0] = 0
      place[0] = outStart[root] as number
      while (depth >= 0) {
        const at = path[depth] as number
        const end = outStart[at + 1] as number
        let index = place[depth] as number
        for (; index < end; index += 1) {
          const to = target[index] as number
          if (to === root) {
            arcs[depth] = arc[index] as number
            closed[depth] = 1
            this.take(arcs, depth + 1, (product[depth] as number) * (sign[arc[index] as number] as number))
            if (this.stopped) return
          } else if (blocked[to] === 0) {
            break
          }
        }
        if (this.lookAtClock()) return
        if (index < end) {
          const next = target[index] as number
          arcs[depth] = arc[index] as number
          place[depth] = index + 1
          product[depth + 1] = (product[depth] as number) * (sign[arc[index] as number] as number)
          depth += 1
          path[depth] = next
          closed[depth] = 0
          blocked[next] = 1
          place[depth] = outStart[next] as number
          continue
        }
        if (closed[depth] === 1) {
          if (at !== root) unblock(at)
          if (depth > 0) closed[depth - 1] = 1
        } else {
          for (let out = outStart[at] as number; out < end; out += 1) waits[out] = 1
        }
        depth -= 1
      }
    }
  }

  /** @param product of the signs of its arcs */
  private take(arcs: Int32Array, length: number, product: number): void {
    if (product > 0) this.reinforcing += 1
    else if (product < 0) this.balancing += 1
    else this.undetermined += 1
    if (length > this.longest) this.longest = length
    this.visit?.(arcs, length)
    if (this.reinforcing + this.balancing + this.undetermined >= this.most) this.stopped = true
  }

  private lookAtClock(): boolean {
    this.steps += 1
    if (this.steps % stepsPerLook === 0 && this.bounds.isOver?.() === true) this.stopped = true
    return this.stopped
  }
}

/** No way home. Large, so that a sum with it is never short enough. */
const away = 0x3fff_ffff

/** Links from every variable back to `root`, through variables from `root` on alone. */
function measureWayHome(knot: Knot, root: number, home: Int32Array, queue: Int32Array): void {
  home.fill(away)
  home[root] = 0
  queue[0] = root
  let length = 1
  for (let head = 0; head < length; head += 1) {
    const at = queue[head] as number
    const end = knot.inStart[at + 1] as number
    for (let into = knot.inStart[at] as number; into < end; into += 1) {
      const before = knot.source[into] as number
      if (before < root || home[before] !== away) continue
      home[before] = (home[at] as number) + 1
      queue[length] = before
      length += 1
    }
  }
}
