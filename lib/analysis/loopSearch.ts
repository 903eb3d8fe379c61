import type { CausalGraph } from './causalGraph'
import { findKnotThrough, splitIntoKnots, type Knot } from './knots'
import { walkAll, walkShort, type Walk, type WalkHost } from './loopWalks'

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

/**
 * Takes a loop's arcs in order of travel, and the product of their signs. The array is the search's
 * own: copy what is to be kept.
 */
export type LoopVisitor = (arcs: Int32Array, length: number, product: number) => void

/** A search that can be interrupted. */
export interface LoopSearch {
  /**
   * Searches on.
   * @param isPaused asked every few thousand steps; true ends this run
   * @returns true if the search is at its end
   */
  run(isPaused?: () => boolean): boolean
  result(): SearchResult
}

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
  const search = startLoopSearch(graph, bounds, visit)
  search.run(bounds.isOver)
  return search.result()
}

/** The same, to be run bit by bit; `bounds.isOver` is not asked. */
export function startLoopSearch(
  graph: CausalGraph,
  bounds: Omit<SearchBounds, 'isOver'>,
  visit?: LoopVisitor,
): LoopSearch {
  return new Search(graph, bounds, visit, splitIntoKnots(graph), selfLinksOf(graph))
}

/**
 * Visits every loop through one arc.
 * @param leftOut arc → 1 if it is taken as not there
 * Cost: that of `searchLoops` on what is both ahead of the arc and behind it, but only for these loops.
 */
export function startSearchThrough(
  graph: CausalGraph,
  arc: number,
  leftOut: Uint8Array,
  bounds: Omit<SearchBounds, 'isOver'>,
  visit?: LoopVisitor,
): LoopSearch {
  if (graph.from[arc] === graph.to[arc]) return new Search(graph, bounds, visit, [], [arc])
  return new Search(graph, bounds, visit, [findKnotThrough(graph, arc, leftOut)], [], 1)
}

function selfLinksOf({ from, to }: CausalGraph): readonly number[] {
  const arcs: number[] = []
  for (let arc = 0; arc < from.length; arc += 1) if (from[arc] === to[arc]) arcs.push(arc)
  return arcs
}

class Search implements LoopSearch, WalkHost {
  private stopped = false
  private finished = false
  private reinforcing = 0
  private balancing = 0
  private undetermined = 0
  private longest = 0
  private untilLook = stepsPerLook
  private isOver: (() => boolean) | undefined
  private nextSelfLink = 0
  private nextKnot = 0
  private walk: Walk | undefined
  private readonly most: number

  constructor(
    private readonly graph: CausalGraph,
    private readonly bounds: Omit<SearchBounds, 'isOver'>,
    private readonly visit: LoopVisitor | undefined,
    private readonly knots: readonly Knot[],
    private readonly selfLinks: readonly number[],
    private readonly roots?: number,
  ) {
    this.most = bounds.maxLoops ?? Number.POSITIVE_INFINITY
  }

  run(isPaused?: () => boolean): boolean {
    this.isOver = isPaused
    for (; this.nextSelfLink < this.selfLinks.length && !this.stopped; this.nextSelfLink += 1) {
      const arc = this.selfLinks[this.nextSelfLink] as number
      this.take(Int32Array.of(arc), 1, this.graph.sign[arc] as number)
    }
    while (!this.stopped) {
      if (this.walk === undefined) {
        const knot = this.knots[this.nextKnot]
        if (knot === undefined) break
        this.nextKnot += 1
        this.walk = this.walkOf(knot)
      }
      if (!this.walk.run()) return this.stopped
      this.walk = undefined
    }
    this.finished = !this.stopped
    return true
  }

  result(): SearchResult {
    const { reinforcing, balancing, undetermined, longest } = this
    return {
      found: reinforcing + balancing + undetermined,
      reinforcing,
      balancing,
      undetermined,
      longest,
      complete: this.finished,
    }
  }

  take(arcs: Int32Array, length: number, product: number): boolean {
    if (product > 0) this.reinforcing += 1
    else if (product < 0) this.balancing += 1
    else this.undetermined += 1
    if (length > this.longest) this.longest = length
    this.visit?.(arcs, length, product)
    if (this.reinforcing + this.balancing + this.undetermined >= this.most) this.stopped = true
    return !this.stopped
  }

  isPaused(steps: number): boolean {
    this.untilLook -= steps
    if (this.untilLook > 0) return false
    this.untilLook = stepsPerLook
    return this.isOver?.() === true
  }

  private walkOf(knot: Knot): Walk {
    const { maxLength } = this.bounds
    const roots = Math.min(this.roots ?? knot.size, knot.size)
    return maxLength !== undefined && maxLength < knot.size
      ? walkShort(knot, this.graph.sign, maxLength, this, roots)
      : walkAll(knot, this.graph.sign, this, roots)
  }
}
