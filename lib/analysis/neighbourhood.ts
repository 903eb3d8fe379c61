import { downstreamOf, upstreamOf } from './adjacency'
import type { CausalGraph } from './causalGraph'
import { walkFrom } from './distances'

/** `down`: what it acts on. `up`: what acts on it. */
export type Reach = 'down' | 'up'

/**
 * How many links lie between a variable and every other on the shortest way; -1 if there is no way,
 * or none of at most `steps` links. The variable itself is at 0. Signs do not count. Cost: linear.
 */
export function findDistances(graph: CausalGraph, variable: number, reach: Reach, steps = Infinity): Int32Array {
  return walkFrom(reach === 'down' ? downstreamOf(graph) : upstreamOf(graph), variable, steps).distance
}

/**
 * The variables around one, up to so many links upstream, downstream or both; itself not among them.
 * @returns variable → links between
 */
export function findNeighbourhood(
  graph: CausalGraph,
  variable: number,
  { reach, steps = Infinity }: { readonly reach: Reach | 'both'; readonly steps?: number },
): ReadonlyMap<number, number> {
  const near = new Map<number, number>()
  for (const way of reach === 'both' ? (['down', 'up'] as const) : [reach]) {
    for (const [other, distance] of findDistances(graph, variable, way, steps).entries()) {
      if (distance > 0) near.set(other, Math.min(distance, near.get(other) ?? Infinity))
    }
  }
  return near
}
