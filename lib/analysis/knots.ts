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
  /** Local variable → its first place in `source` and `inPlace`. */
  readonly inStart: Int32Array
  readonly source: Int32Array
  /** Place among the incoming → place among the outgoing of the same arc. */
  readonly inPlace: Int32Array
}

/** The knots of a graph, largest first. Cost: linear, but for sorting. */
export function splitIntoKnots(graph: CausalGraph): readonly Knot[] {
  const { component, count } = findStrongComponents(graph)
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [variable, number] of component.entries()) members[number]?.push(variable)
  const local = new Int32Array(graph.variables.length)
  return members
    .filter((list) => list.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((list) => buildKnot(graph, component, list, local))
}

function buildKnot(graph: CausalGraph, component: Int32Array, list: readonly number[], local: Int32Array): Knot {
  const inside = (arc: number): boolean =>
    graph.from[arc] !== graph.to[arc] &&
    component[graph.from[arc] as number] === component[list[0] as number] &&
    component[graph.to[arc] as number] === component[list[0] as number]
  const outOf = (variable: number): number[] => range(graph.outStart, variable).filter(inside)
  const into = (variable: number): number[] =>
    range(graph.inStart, variable)
      .map((index) => graph.inArcs[index] as number)
      .filter(inside)
  // Roots with many ways through first: what is left when they are done falls apart sooner.
  const ways = new Map(list.map((variable) => [variable, outOf(variable).length * into(variable).length]))
  const variables = Int32Array.from([...list].sort((a, b) => (ways.get(b) ?? 0) - (ways.get(a) ?? 0) || a - b))
  for (const [index, variable] of variables.entries()) local[variable] = index
  const arcs = [...variables].flatMap(outOf)
  const placeOf = new Map(arcs.map((arc, place) => [arc, place]))
  const incoming = [...variables].flatMap(into)
  return {
    size: variables.length,
    variables,
    outStart: startsOf([...variables].map((variable) => outOf(variable).length)),
    target: Int32Array.from(arcs, (arc) => local[graph.to[arc] as number] as number),
    origin: Int32Array.from(arcs, (arc) => local[graph.from[arc] as number] as number),
    arc: Int32Array.from(arcs),
    inStart: startsOf([...variables].map((variable) => into(variable).length)),
    source: Int32Array.from(incoming, (arc) => local[graph.from[arc] as number] as number),
    inPlace: Int32Array.from(incoming, (arc) => placeOf.get(arc) ?? -1),
  }
}

function range(starts: Int32Array, index: number): number[] {
  const numbers: number[] = []
  for (let at = starts[index] as number; at < (starts[index + 1] as number); at += 1) numbers.push(at)
  return numbers
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  for (const [index, length] of lengths.entries()) starts[index + 1] = (starts[index] as number) + length
  return starts
}
