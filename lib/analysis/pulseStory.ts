import type { CausalGraph } from './causalGraph'
import type { PulseFilm, PulseFrame } from './pulseFilm'

/** How far a variable has gone, against the push: a word, never a number. */
export type PulseSize = 'much' | 'some' | 'little'

/** One cause and its effect at one step: "Workload rises → Turnover rises a little". */
export interface PulseSentence {
  /** Number of the variable in the graph. */
  readonly from: number
  readonly to: number
  readonly fromGoes: 'rises' | 'falls'
  readonly toGoes: 'rises' | 'falls'
  readonly size: PulseSize
  /** The effect came late. */
  readonly late: boolean
  /** What else arrives there at the same step goes the other way. */
  readonly opposed: boolean
}

/** What a change counts as against a push of 1. */
export function sizeOf(value: number): PulseSize {
  const size = Math.abs(value)
  return size >= 0.2 ? 'much' : size >= 0.03 ? 'some' : 'little'
}

/** What happens at a step, one sentence for each signal that arrives, strongest first. */
export function tellFrame(graph: CausalGraph, { arrived }: PulseFrame): readonly PulseSentence[] {
  const ways = new Map<number, Set<number>>()
  for (const { arc, value } of arrived) {
    const to = graph.to[arc] as number
    const known = ways.get(to) ?? new Set()
    ways.set(to, known.add(Math.sign(value)))
  }
  return arrived.map(({ arc, value }) => {
    const to = graph.to[arc] as number
    return {
      from: graph.from[arc] as number,
      to,
      fromGoes: value * (graph.sign[arc] as number) > 0 ? 'rises' : 'falls',
      toGoes: value > 0 ? 'rises' : 'falls',
      size: sizeOf(value),
      late: graph.delayed[arc] === 1,
      opposed: (ways.get(to)?.size ?? 0) > 1,
    }
  })
}

/** Where a variable stands at a step. */
export interface PulseLevel {
  readonly variable: number
  readonly value: number
  readonly size: PulseSize
  /** Something arrived there with this very step. */
  readonly isNews: boolean
}

/** Every variable that has changed so far. What has cancelled out again is left out. */
export function readLevels({ graph, frames }: PulseFilm, step: number): readonly PulseLevel[] {
  const frame = frames[Math.min(step, frames.length - 1)]
  if (frame === undefined) return []
  const reached = new Set(frame.arrived.map(({ arc }) => graph.to[arc] as number))
  return [...frame.values.entries()].flatMap(([variable, value]) =>
    // Sums that cancel out are rarely 0 to the last digit.
    Math.abs(value) < 1e-9
      ? []
      : [{ variable, value, size: sizeOf(value), isNews: step === 0 || reached.has(variable) }],
  )
}
