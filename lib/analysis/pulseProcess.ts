import type { ElementId } from '../base/ids'
import type { CausalGraph } from './causalGraph'

/** One moment of a pulse process. */
export interface PulseMoment {
  /** Variable → what it changes by at this step. */
  readonly pulse: Float64Array
  /** Variable → all its changes so far. */
  readonly value: Float64Array
}

/**
 * The pulse process of Roberts (1976): p(t + 1) = p(t) W, v(t + 1) = v(t) + p(t + 1), where W holds
 * the signs; a change is passed on once, whole, and nothing dies away. Links without a sign pass on
 * nothing; delays and strengths do not count.
 * @returns the moments from 0 to `steps`; empty if the variable is not on the map
 */
export function runPulseProcess(
  graph: CausalGraph,
  variable: ElementId,
  steps: number,
  direction: 1 | -1 = 1,
): readonly PulseMoment[] {
  const at = graph.variables.indexOf(variable)
  if (at < 0) return []
  const pulse = new Float64Array(graph.variables.length)
  pulse[at] = direction
  const moments: PulseMoment[] = [{ pulse, value: Float64Array.from(pulse) }]
  while (moments.length <= steps) moments.push(stepPulseProcess(graph, moments.at(-1) as PulseMoment))
  return moments
}

/** The next moment. Cost: linear. */
export function stepPulseProcess(graph: CausalGraph, { pulse, value }: PulseMoment): PulseMoment {
  const next = new Float64Array(pulse.length)
  for (const [arc, from] of graph.from.entries()) {
    const to = graph.to[arc] as number
    next[to] = (next[to] as number) + (pulse[from] as number) * (graph.sign[arc] as number)
  }
  return { pulse: next, value: value.map((before, at) => before + (next[at] as number)) }
}
