import type { CausalGraph } from './causalGraph'
import { shortestFigure, shortestOf, type Chain, type LoopPattern } from './loopPattern'
import { findStrongComponents } from './components'
import { findDistances } from './neighbourhood'

/** A pattern found: which variable stands at each joint, and the arcs of each chain in order of travel. */
export interface PatternFit {
  readonly joints: readonly number[]
  readonly chains: readonly (readonly number[])[]
  /** Links of all chains. */
  readonly length: number
}

export interface PatternBounds {
  /** Links more than the fewest that the figure can have. */
  readonly spare: number
  /** No greater length is looked at once so many are found. */
  readonly wanted: number
  /** Arcs to look at before the search gives up. Not a time, so that the same map gives the same answer. */
  readonly maxWork: number
}

/** What searches in one graph share, so that each is not prepared anew. */
export class PatternGround {
  /** Variable → the part in which everything can act on everything: all of a figure lies in one. */
  readonly part: Int32Array
  private ways = new Map<number, Int32Array>()
  /** Places, arcs and fits looked at by all searches, and what was looked at to prepare them. */
  work: number

  constructor(readonly graph: CausalGraph) {
    this.part = findStrongComponents(graph).component
    this.work = graph.variables.length + graph.from.length
  }

  /** What the distances of one goal count for in a search, known already or not: so order decides nothing. */
  get workOfWay(): number {
    return Math.ceil((this.graph.variables.length + this.graph.from.length) / workOfArc)
  }

  /** Links from every variable to a goal, or from it. */
  wayTo(goal: number, forward: boolean): Int32Array {
    const key = goal * 2 + (forward ? 1 : 0)
    const known = this.ways.get(key)
    if (known !== undefined) return known
    // On a very large map, those of some variables are worked out again rather than all kept.
    if (this.ways.size * this.graph.variables.length >= mostDistances) this.ways = new Map()
    const made = findDistances(this.graph, goal, forward ? 'up' : 'down')
    this.ways.set(key, made)
    return made
  }
}

/** Distances kept at once. */
const mostDistances = 2_000_000
/** So many arcs are passed for distances in the time that one is looked at in a search. */
const workOfArc = 8
/** What a fit counts for, against one arc looked at: it is copied, and told of. */
const workOfFit = 40

/**
 * Every way in which a pattern fits a graph with one joint in a given place, shortest figures first.
 * Only whole lengths are answered: if the work is used up on the way, that length is left out
 * altogether, so what is found does not depend on the order of ids.
 *
 * Cost: exponential in the length at worst, ends after `maxWork` arcs, preparation and fits counted as such.
 */
export function searchPattern(
  ground: PatternGround,
  pattern: LoopPattern,
  joint: number,
  variable: number,
  bounds: PatternBounds,
): { readonly fits: readonly PatternFit[]; readonly complete: boolean } {
  const search = new Search(ground, pattern, joint, variable, bounds.maxWork)
  const shortest = shortestFigure(pattern)
  const fits: PatternFit[] = []
  const end = (complete: boolean) => {
    ground.work += search.work
    return { fits, complete }
  }
  for (let length = shortest; length <= shortest + bounds.spare; length += 1) {
    if (fits.length >= bounds.wanted) break
    const found = search.takeAll(length)
    if (found === undefined) return end(false)
    fits.push(...found)
  }
  return end(true)
}

/** What fits in more ways than this says nothing any more. */
const mostOfOneLength = 2_000

class Search {
  work = 0
  private readonly graph: CausalGraph
  /** Number of the part that all of a figure lies in. */
  private readonly part: number
  private readonly isTaken: Uint8Array
  /** Joint → variable, -1 while it is open. */
  private readonly places: Int32Array
  private readonly ends: readonly (readonly [from: number, to: number])[]
  private readonly order: readonly number[]
  /** Fewest links of the chains after each step. */
  private readonly leastAfter: readonly number[]
  private readonly signs: readonly (readonly number[])[]
  private readonly paths: number[][]
  /** Goals whose distances have been counted. */
  private readonly counted = new Set<number>()
  private chosenSigns: readonly number[] = []
  private wantedLength = 0
  private found: PatternFit[] = []

  constructor(
    private readonly ground: PatternGround,
    private readonly pattern: LoopPattern,
    joint: number,
    variable: number,
    private readonly maxWork: number,
  ) {
    const { graph } = ground
    this.graph = graph
    this.part = ground.part[variable] as number
    const numberOf = new Map(pattern.joints.map(({ role }, index) => [role, index]))
    this.ends = pattern.chains.map(({ from, to }) => [numberOf.get(from) ?? 0, numberOf.get(to) ?? 0] as const)
    this.order = orderChains(this.ends, joint)
    const least = this.order.map((chain) => shortestOf(pattern.chains[chain] as Chain))
    this.leastAfter = least.map((_, step) => least.slice(step + 1).reduce((sum, links) => sum + links, 0))
    this.signs = listSigns(pattern, this.ends)
    this.paths = pattern.chains.map(() => [])
    this.places = new Int32Array(pattern.joints.length).fill(-1)
    this.places[joint] = variable
    this.isTaken = new Uint8Array(graph.variables.length)
    this.isTaken[variable] = 1
  }

  /** Every fit of just this length; undefined if the work is used up. */
  takeAll(length: number): readonly PatternFit[] | undefined {
    this.found = []
    this.wantedLength = length
    for (const signs of this.signs) {
      this.chosenSigns = signs
      if (!this.placeChain(0, 0)) return undefined
    }
    return this.found
  }

  /** @returns false once the work is used up */
  private placeChain(step: number, length: number): boolean {
    const chain = this.order[step]
    if (chain === undefined) return this.keep(length)
    const [from, to] = this.ends[chain] as readonly [number, number]
    const { atMost } = this.pattern.chains[chain] as Chain
    const room = this.wantedLength - length - (this.leastAfter[step] as number)
    const most = Math.min(room, (atMost ?? Infinity) + 1)
    const isLast = step === this.order.length - 1
    if (isLast && most < room) return true
    const forward = this.places[from] !== -1
    const goal = this.places[forward ? to : from] as number
    const task: Task = {
      step,
      length,
      forward,
      goal,
      way: goal === -1 ? undefined : this.wayTo(goal, forward),
      open: forward ? to : from,
      least: isLast ? room : shortestOf(this.pattern.chains[chain] as Chain),
      most,
      sign: this.chosenSigns[chain] as number,
      path: this.paths[chain] as number[],
    }
    return this.extend(task, this.places[forward ? from : to] as number, 1, 1)
  }

  /** @param links of the chain with the one that is looked for; @param product of the signs so far */
  private extend(task: Task, at: number, links: number, product: number): boolean {
    const { forward, goal, way, path } = task
    const { graph } = this
    const starts = forward ? graph.outStart : graph.inStart
    const last = starts[at + 1] as number
    for (let place = starts[at] as number; place < last; place += 1) {
      const arc = forward ? place : (graph.inArcs[place] as number)
      this.work += 1
      if (this.work > this.maxWork) return false
      const next = (forward ? graph.to[arc] : graph.from[arc]) as number
      const sign = product * (graph.sign[arc] as number)
      if (sign === 0 || this.ground.part[next] !== this.part) continue
      const isEnd = links >= task.least && sign === task.sign
      if (next === goal) {
        if (!isEnd) continue
        path.push(arc)
        const goesOn = this.placeChain(task.step + 1, task.length + links)
        path.pop()
        if (!goesOn) return false
        continue
      }
      if (this.isTaken[next] === 1) continue
      const isInner = links + (way === undefined ? 1 : (way[next] as number)) <= task.most
      const endsHere = goal === -1 && isEnd
      if (!isInner && !endsHere) continue
      this.isTaken[next] = 1
      path.push(arc)
      let goesOn = true
      if (endsHere) {
        this.places[task.open] = next
        goesOn = this.placeChain(task.step + 1, task.length + links)
        this.places[task.open] = -1
      }
      if (goesOn && isInner) goesOn = this.extend(task, next, links + 1, sign)
      path.pop()
      this.isTaken[next] = 0
      if (!goesOn) return false
    }
    return true
  }

  private keep(length: number): boolean {
    for (const [one, other] of this.pattern.alike ?? []) {
      const difference = (this.paths[one]?.length ?? 0) - (this.paths[other]?.length ?? 0)
      if (Math.abs(difference) > 1) return true
    }
    if (this.found.length >= mostOfOneLength) return false
    this.work += workOfFit
    this.found.push({
      joints: Array.from(this.places),
      chains: this.paths.map((path, chain) => (this.startsAtEnd(chain) ? path.toReversed() : [...path])),
      length,
    })
    return true
  }

  /** Chains whose end was known first were followed backwards. */
  private startsAtEnd(chain: number): boolean {
    const path = this.paths[chain] as number[]
    return this.graph.from[path[0] as number] !== this.places[(this.ends[chain] as readonly [number, number])[0]]
  }

  private wayTo(goal: number, forward: boolean): Int32Array {
    const key = goal * 2 + (forward ? 1 : 0)
    if (!this.counted.has(key)) {
      this.counted.add(key)
      this.work += this.ground.workOfWay
    }
    return this.ground.wayTo(goal, forward)
  }
}

/** One chain to be placed. */
interface Task {
  readonly step: number
  /** Links of the chains before. */
  readonly length: number
  readonly forward: boolean
  /** The variable where it has to end; -1 if it may end anywhere. */
  readonly goal: number
  /** Links from every variable to the goal. */
  readonly way: Int32Array | undefined
  /** The joint that gets its place where it ends. */
  readonly open: number
  readonly least: number
  readonly most: number
  readonly sign: number
  readonly path: number[]
}

/** Chains in an order in which each has an end in place already, both ends if possible: those are the fewest. */
function orderChains(ends: readonly (readonly [number, number])[], joint: number): readonly number[] {
  const placed = new Set([joint])
  const left = new Set(ends.keys())
  const order: number[] = []
  while (left.size > 0) {
    const known = (chain: number): number => (ends[chain] ?? []).filter((end) => placed.has(end)).length
    let best: number | undefined
    for (const chain of left) if (known(chain) > (best === undefined ? 0 : known(best))) best = chain
    if (best === undefined) break
    order.push(best)
    left.delete(best)
    for (const end of ends[best] ?? []) placed.add(end)
  }
  return order
}

/** The signs that chains may have: the pattern's own, and those with some joints phrased the other way round. */
function listSigns(pattern: LoopPattern, ends: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const free = pattern.joints.flatMap(({ either }, index) => (either === true ? [index] : []))
  // Turning all joints changes nothing, so some of these are the same.
  const lists = new Map<string, readonly number[]>()
  for (let turned = 0; turned < 2 ** free.length; turned += 1) {
    const factor = (at: number): number => {
      const place = free.indexOf(at)
      return place >= 0 && (turned & (1 << place)) !== 0 ? -1 : 1
    }
    const signs = pattern.chains.map(({ sign }, index) => {
      const [from, to] = ends[index] ?? [0, 0]
      return sign * factor(from) * factor(to)
    })
    lists.set(signs.join(), signs)
  }
  return [...lists.values()]
}
