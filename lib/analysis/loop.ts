import type { ElementId, LinkId } from '../base/ids'
import { toLoopKey } from '../model/loopKey'
import type { CausalGraph } from './causalGraph'

/** By the product of the signs round the loop; `undetermined` where a link has none. */
export type LoopKind = 'reinforcing' | 'balancing' | 'undetermined'

/** One feedback loop: a closed path, no variable twice. */
export interface Loop {
  /** Its name for good, from its links: `toLoopKey`. */
  readonly key: string
  readonly kind: LoopKind
  /** Some link of it acts late. */
  readonly delayed: boolean
  /** In order of travel, from the variable whose label comes first. `links[i]` goes from `variables[i]` to the next. */
  readonly variables: readonly ElementId[]
  readonly links: readonly LinkId[]
}

/** The loop that these arcs of a graph make, given in order of travel. Cost: linear. */
export function readLoop(graph: CausalGraph, arcs: ArrayLike<number>): Loop {
  const list = Array.from(arcs)
  const label = (arc: number): string => graph.labels[graph.from[arc] as number] as string
  let start = 0
  for (let index = 1; index < list.length; index += 1) {
    const one = list[index] as number
    const best = list[start] as number
    if (label(one) < label(best) || (label(one) === label(best) && one < best)) start = index
  }
  const turned = [...list.slice(start), ...list.slice(0, start)]
  const links = turned.map((arc) => (graph.links[arc] as readonly [LinkId])[0])
  return {
    key: toLoopKey(links),
    kind: kindOf(turned.reduce((product, arc) => product * (graph.sign[arc] as number), 1)),
    delayed: turned.some((arc) => graph.delayed[arc] === 1),
    variables: turned.map((arc) => graph.variables[graph.from[arc] as number] as ElementId),
    links,
  }
}

/** @param product of the signs of a loop's links */
export function kindOf(product: number): LoopKind {
  return product > 0 ? 'reinforcing' : product < 0 ? 'balancing' : 'undetermined'
}

/** A loop with its short name: R1, R2, … B1, … and ?1, … for undetermined ones. */
export interface NumberedLoop extends Loop {
  readonly tag: string
}

const letters: Readonly<Record<LoopKind, string>> = { reinforcing: 'R', balancing: 'B', undetermined: '?' }

/**
 * Numbers loops by length, then by the labels on the way round, so that the same map gives the same
 * tags to everyone. @returns them in that order
 */
export function numberLoops(loops: readonly Loop[], labelOf: (variable: ElementId) => string): readonly NumberedLoop[] {
  const ordered = loops
    .map((loop) => ({ loop, way: loop.variables.map(labelOf).join('\n') }))
    .sort(
      (a, b) => a.loop.links.length - b.loop.links.length || compare(a.way, b.way) || compare(a.loop.key, b.loop.key),
    )
  const counts: Record<LoopKind, number> = { reinforcing: 0, balancing: 0, undetermined: 0 }
  return ordered.map(({ loop }) => {
    counts[loop.kind] += 1
    return { ...loop, tag: `${letters[loop.kind]}${counts[loop.kind]}` }
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
