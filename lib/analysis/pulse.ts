import type { ElementId } from '../base/ids'
import type { CausalGraph } from './causalGraph'
import { findSpectralRadius } from './spectralRadius'
import { mediumStrength, weighArcs } from './weights'

/** Which variable is pushed, and which way. Everything else follows from the map. */
export interface Push {
  readonly variable: ElementId
  readonly direction: 1 | -1
}

/** A change on its way along an arc. */
export interface Signal {
  readonly arc: number
  /** What it will add on arrival. */
  readonly value: number
  /** Steps. */
  readonly leftAt: number
  readonly arrivesAt: number
}

/** One moment of a run, between two steps. */
export interface PulseState {
  /** Steps since the start. */
  readonly step: number
  /** Variable → what has arrived there so far. */
  readonly values: Float64Array
  readonly signals: readonly Signal[]
}

/** The rules of a run. */
export interface PulseRules {
  /** Arc → what a signal is multiplied by on its way; 0 lets none through. */
  readonly gain: Float64Array
  /** Arc → steps it takes. */
  readonly duration: Int32Array
  /** By how much every gain is lessened, so that signals in loops die away; 1 if they do anyway. */
  readonly damping: number
  /** Signals weaker than this are not sent. */
  readonly faintest: number
  /** Arcs that let nothing through for want of a sign. */
  readonly unknown: Int32Array
}

export interface PulseOptions {
  readonly unstatedStrength?: number
  /** Steps over a delayed link; 2 unless given, 1 over any other. */
  readonly delayedSteps?: number
  /** 0.0001 unless given, where a run starts with 1. */
  readonly faintest?: number
}

/**
 * The rules for signals in this map. Where loops would give back more than half of what goes round,
 * every link is damped alike to 0.5 / spectral radius, so that a run always ends.
 * Cost: a power iteration.
 */
export function findPulseRules(
  graph: CausalGraph,
  { unstatedStrength = mediumStrength, delayedSteps = 2, faintest = 0.0001 }: PulseOptions = {},
): PulseRules {
  const { weight, unknown } = weighArcs(graph, unstatedStrength)
  const radius = findSpectralRadius(graph, weight)
  const damping = radius > 0.5 ? 0.5 / radius : 1
  return {
    gain: weight.map((value) => value * damping),
    duration: Int32Array.from(graph.delayed, (isDelayed) =>
      isDelayed === 1 ? Math.max(2, Math.trunc(delayedSteps)) : 1,
    ),
    damping,
    faintest: Math.max(faintest, 1e-12),
    unknown,
  }
}

/** The first moment: the variable has changed, and its signals leave. Undefined if it is not on the map. */
export function startPulse(
  graph: CausalGraph,
  rules: PulseRules,
  { variable, direction }: Push,
): PulseState | undefined {
  const at = graph.variables.indexOf(variable)
  if (at < 0) return undefined
  const values = new Float64Array(graph.variables.length)
  values[at] = direction
  return { step: 0, values, signals: sendOn(graph, rules, at, direction, 0) }
}

/**
 * One step on: what arrives is added up per variable, and sent on as one signal per arc, so there
 * are never more signals than arcs times their steps, and none is lost for want of room.
 * The same state gives the same next one, on every machine.
 */
export function stepPulse(graph: CausalGraph, rules: PulseRules, state: PulseState): PulseState {
  const step = state.step + 1
  const arrived = new Float64Array(graph.variables.length)
  const under: Signal[] = []
  for (const signal of state.signals) {
    const to = graph.to[signal.arc] as number
    if (signal.arrivesAt > step) under.push(signal)
    else arrived[to] = (arrived[to] as number) + signal.value
  }
  const sent = [...arrived.entries()].flatMap(([at, value]) =>
    value === 0 ? [] : sendOn(graph, rules, at, value, step),
  )
  return {
    step,
    values: state.values.map((value, at) => value + (arrived[at] as number)),
    signals: [...under, ...sent],
  }
}

/** The moment after so many steps from the start, or the last one if signals die away before. */
export function runPulse(graph: CausalGraph, rules: PulseRules, start: PulseState, steps: number): PulseState {
  let state = start
  while (state.step < steps && state.signals.length > 0) state = stepPulse(graph, rules, state)
  return state
}

/** How far along its arc a signal is at a time in steps: 0 at its start, 1 on arrival. */
export function signalProgress({ leftAt, arrivesAt }: Signal, time: number): number {
  return Math.min(1, Math.max(0, (time - leftAt) / (arrivesAt - leftAt)))
}

function sendOn(graph: CausalGraph, rules: PulseRules, at: number, value: number, step: number): readonly Signal[] {
  const signals: Signal[] = []
  for (let arc = graph.outStart[at] as number; arc < (graph.outStart[at + 1] as number); arc += 1) {
    const carried = value * (rules.gain[arc] as number)
    if (Math.abs(carried) < rules.faintest) continue
    signals.push({ arc, value: carried, leftAt: step, arrivesAt: step + (rules.duration[arc] as number) })
  }
  return signals
}
