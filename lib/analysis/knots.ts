import type { CausalGraph } from './causalGraph'
import { findStrongComponents } from './components'

/**
 * A part of the graph in which everything reaches everything (a strongly connected component of two
 * or more variables), with variables numbered anew: only here can there be loops, apart from links
 * of a variable to itself, which are left out.
 */
export interface Knot {
  /** Variables. */
  readonly size: number
  /** Local number → number in the graph. Those with the most ways through come first. */
  readonly variables: Int32Array
  /** Local variable → its first place in `target` and `arc`; one entry more than variables. */
  readonly outStart: Int32Array
  readonly target: Int32Array
  /** Place → local variable it comes from. */
  readonly origin: Int32Array
  /** Place → arc of the graph. */
  readonly arc: Int32Array
  /** Local variable → its first place in `source` and `inPlace`; one entry more than variables. */
  readonly inStart: Int32Array
  readonly source: Int32Array
  /** Place among the incoming → place among the outgoing of the same arc. */
  readonly inPlace: Int32Array
}

const known = new WeakMap<CausalGraph, readonly Knot[]>()

/** The knots of a graph, largest first. Cost: linear, but for sorting; none for the same graph again. */
export function splitIntoKnots(graph: CausalGraph): readonly Knot[] {
  const before = known.get(graph)
  if (before !== undefined) return before
  const { component, count } = findStrongComponents(graph)
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [variable, number] of component.entries()) members[number]?.push(variable)
  const local = new Int32Array(graph.variables.length).fill(-1)
  const knots = members
    .filter((list) => list.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((list) => buildKnot(graph, sortByWays(graph, component, list), local))
  known.set(graph, knots)
  return knots
}

/**
 * Every loop through one arc, as a knot of which variable 0 has that arc alone to go by: just the
 * loops through variable 0 are those through the arc. Empty if there is none. Not sorted by ways.
 * @param leftOut arc → 1 if it is taken as not there
 * Cost: linear.
 */
export function findKnotThrough(graph: CausalGraph, arc: number, leftOut: Uint8Array): Knot {
  const from = graph.from[arc] as number
  const to = graph.to[arc] as number
  const isOff = (one: number): boolean => leftOut[one] === 1 || (graph.from[one] === from && one !== arc)
  const after = new Uint8Array(graph.variables.length)
  const list = [to]
  after[to] = 1
  for (const at of list) {
    for (let one = graph.outStart[at] as number; one < (graph.outStart[at + 1] as number); one += 1) {
      const next = graph.to[one] as number
      if (after[next] === 1 || isOff(one)) continue
      after[next] = 1
      list.push(next)
    }
  }
  const local = new Int32Array(graph.variables.length).fill(-1)
  if (after[from] === 0 || from === to) return buildKnot(graph, [], local)
  const members = [from]
  const taken = new Uint8Array(graph.variables.length)
  taken[from] = 1
  for (const at of members) {
    for (let index = graph.inStart[at] as number; index < (graph.inStart[at + 1] as number); index += 1) {
      const one = graph.inArcs[index] as number
      const before = graph.from[one] as number
      if (taken[before] === 1 || after[before] === 0 || isOff(one)) continue
      taken[before] = 1
      members.push(before)
    }
  }
  return buildKnot(graph, members, local, isOff)
}

/** Roots with many ways through first: what is left when they are done falls apart sooner. */
function sortByWays(graph: CausalGraph, component: Int32Array, list: readonly number[]): readonly number[] {
  const { from, to } = graph
  const into = new Map<number, number>(list.map((variable) => [variable, 0]))
  const out = new Map(into)
  for (const variable of list) {
    for (let arc = graph.outStart[variable] as number; arc < (graph.outStart[variable + 1] as number); arc += 1) {
      const target = to[arc] as number
      if (target === from[arc] || component[target] !== component[variable]) continue
      out.set(variable, (out.get(variable) ?? 0) + 1)
      into.set(target, (into.get(target) ?? 0) + 1)
    }
  }
  const ways = new Map(list.map((variable) => [variable, (into.get(variable) ?? 0) * (out.get(variable) ?? 0)]))
  return [...list].sort((a, b) => (ways.get(b) ?? 0) - (ways.get(a) ?? 0) || a - b)
}

/**
 * @param list the knot's variables, in the order of their local numbers
 * @param local variable of the graph → -1; is so again afterwards
 * @param isOff arcs that are taken as not there
 */
function buildKnot(
  graph: CausalGraph,
  list: readonly number[],
  local: Int32Array,
  isOff: (arc: number) => boolean = () => false,
): Knot {
  for (const [index, variable] of list.entries()) local[variable] = index
  const arcs: number[] = []
  const outStart = new Int32Array(list.length + 1)
  const inStart = new Int32Array(list.length + 1)
  for (const [index, variable] of list.entries()) {
    for (let arc = graph.outStart[variable] as number; arc < (graph.outStart[variable + 1] as number); arc += 1) {
      const target = local[graph.to[arc] as number] as number
      if (target < 0 || target === index || isOff(arc)) continue
      arcs.push(arc)
      inStart[target + 1] = (inStart[target + 1] as number) + 1
    }
    outStart[index + 1] = arcs.length
  }
  for (let index = 1; index <= list.length; index += 1) {
    inStart[index] = (inStart[index] as number) + (inStart[index - 1] as number)
  }
  const origin = Int32Array.from(arcs, (arc) => local[graph.from[arc] as number] as number)
  const target = Int32Array.from(arcs, (arc) => local[graph.to[arc] as number] as number)
  const source = new Int32Array(arcs.length)
  const inPlace = new Int32Array(arcs.length)
  const next = inStart.slice()
  for (const [place, to] of target.entries()) {
    const index = next[to] as number
    source[index] = origin[place] as number
    inPlace[index] = place
    next[to] = index + 1
  }
  for (const variable of list) local[variable] = -1
  const variables = Int32Array.from(list)
  return {
    size: list.length,
    variables,
    outStart,
    target,
    origin,
    arc: Int32Array.from(arcs),
    inStart,
    source,
    inPlace,
  }
}
