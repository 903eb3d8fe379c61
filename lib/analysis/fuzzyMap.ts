import type { ElementId } from '../base/ids'
import { fail, succeed, type Result } from '../base/result'
import type { Transfer, UpdateRule } from '../model/scenario'
import type { CausalGraph } from './causalGraph'
import { finish } from './phase'
import { mediumStrength, weighArcs } from './weights'

/** How a fuzzy cognitive map is run. */
export interface FuzzySettings {
  readonly rule: UpdateRule
  readonly transfer: Transfer
  /** Steepness of sigmoid and tanh; the others know none. */
  readonly lambda: number
  /** What has to be small for a run to rest: the largest change of any variable, or the sum of all. */
  readonly stop: 'largest' | 'sum'
  readonly tolerance: number
  readonly maxSteps: number
  /** Strength of links whose strength nobody stated, 0 to 1. */
  readonly unstatedStrength: number
  /** Where variables start: one value for all, or one each. */
  readonly start: number | Float64Array
}

/** Values around 0, where nothing happens unless something is held; the stop rule of Mental Modeler. */
export const plainFuzzySettings: FuzzySettings = {
  rule: 'kosko',
  transfer: 'tanh',
  lambda: 1,
  stop: 'largest',
  tolerance: 1e-5,
  maxSteps: 10_000,
  unstatedStrength: mediumStrength,
  start: 1,
}

/** The longest cycle that a run is searched for, in steps. */
export const longestPeriod = 50

/** States closer than this are the same state of a cycle; far below any tolerance, so that a run that is only slow is none. */
const sameState = 1e-10

/** How a run ended. */
export type FuzzyOutcome =
  /**
   * The stop rule held. `remaining` is how far values may still go, judged by how fast changes fade;
   * a loop with a gain of exactly 1 stops early by any such rule.
   */
  | { readonly kind: 'fixed'; readonly remaining: number }
  /** The same states return after `period` steps, at most 50. */
  | { readonly kind: 'cycle'; readonly period: number }
  /** Neither within `maxSteps`. */
  | { readonly kind: 'moving' }

/** A run to its end, with the rules that it was run by. */
export interface FuzzyRun {
  readonly settings: FuzzySettings
  /** Variable → value after the last step. */
  readonly values: Float64Array
  /** Variable → its value; in a cycle the mean over one period, of a run that still moves over its last 50 steps. */
  readonly mean: Float64Array
  readonly outcome: FuzzyOutcome
  readonly steps: number
  /** The last change, as the stop rule measures it. */
  readonly change: number
  /** Variable → 1 if it was held. */
  readonly held: Uint8Array
  /** Clamped elements that are no variables of this map. */
  readonly missing: readonly ElementId[]
  /** Arcs left out for want of a sign. */
  readonly unknown: Int32Array
  /** Arcs that were given `unstatedStrength`. */
  readonly assumed: Int32Array
}

export type FuzzyProblem =
  /** A value to hold or to start from that the transfer cannot reach. `element` is absent if it is a start value. */
  | { readonly code: 'out-of-range'; readonly element?: ElementId; readonly value: number }
  | { readonly code: 'bad-setting'; readonly setting: keyof FuzzySettings; readonly value: unknown }
  /** The rescaled rule is made for values from 0 to 1. */
  | { readonly code: 'rescaled-needs-sigmoid' }

/** The values that variables can take. */
export function valueRange(transfer: Transfer): { readonly lowest: number; readonly highest: number } {
  return { lowest: transfer === 'tanh' || transfer === 'trivalent' ? -1 : 0, highest: 1 }
}

/** The first thing that cannot be run so, if any. */
export function findFuzzyProblem(
  clamps: ReadonlyMap<ElementId, number>,
  settings: FuzzySettings,
): FuzzyProblem | undefined {
  const fits: readonly (readonly [keyof FuzzySettings, boolean])[] = [
    ['lambda', settings.lambda > 0 && settings.lambda < Infinity],
    ['tolerance', settings.tolerance >= 0],
    ['maxSteps', Number.isInteger(settings.maxSteps) && settings.maxSteps > 0],
    ['unstatedStrength', settings.unstatedStrength >= 0 && settings.unstatedStrength <= 1],
  ]
  const [bad] = fits.find(([, isFit]) => !isFit) ?? []
  if (bad !== undefined) return { code: 'bad-setting', setting: bad, value: settings[bad] }
  if (settings.rule === 'rescaled' && settings.transfer !== 'sigmoid') return { code: 'rescaled-needs-sigmoid' }
  const { lowest, highest } = valueRange(settings.transfer)
  const isOutside = (value: number): boolean => !(value >= lowest && value <= highest)
  for (const [element, value] of clamps) if (isOutside(value)) return { code: 'out-of-range', element, value }
  const starts = typeof settings.start === 'number' ? [settings.start] : settings.start
  const start = starts.find(isOutside)
  return start === undefined ? undefined : { code: 'out-of-range', value: start }
}

/**
 * Runs the map as a fuzzy cognitive map: all variables at once, causes summed, until it rests,
 * repeats itself or has taken `maxSteps`. Clamped variables keep their value at every step.
 * Links without a sign are left out, and listed.
 *
 * Cost: steps × (arcs + variables), which is bounded (`findMostSteps`), and memory for 50 states.
 */
export function runFuzzyMap(
  graph: CausalGraph,
  clamps: ReadonlyMap<ElementId, number> = new Map(),
  settings: FuzzySettings = plainFuzzySettings,
): Result<FuzzyRun, FuzzyProblem> {
  return finish(runningFuzzyMap(graph, clamps, settings, () => false))
}

/** The same, bit by bit: yields where `isPaused`, asked now and then, says so. */
export function* runningFuzzyMap(
  graph: CausalGraph,
  clamps: ReadonlyMap<ElementId, number>,
  settings: FuzzySettings,
  isPaused: () => boolean,
): Generator<undefined, Result<FuzzyRun, FuzzyProblem>> {
  const problem = findFuzzyProblem(clamps, settings)
  if (problem !== undefined) return fail(problem)
  if (typeof settings.start !== 'number' && settings.start.length !== graph.variables.length) {
    return fail({ code: 'bad-setting', setting: 'start', value: settings.start.length })
  }
  const { weight, unknown, assumed } = weighArcs(graph, settings.unstatedStrength)
  return succeed({
    ...(yield* iterating(graph, weight, holdVariables(graph, clamps), settings, isPaused)),
    missing: listMissing(graph, clamps),
    unknown,
    assumed,
  })
}

function listMissing(graph: CausalGraph, clamps: ReadonlyMap<ElementId, number>): readonly ElementId[] {
  const known = new Set(graph.variables)
  return [...clamps.keys()].filter((id) => !known.has(id))
}

/** What one run may look at, arcs and variables counted at every step. */
const mostWork = 60_000_000
/** Steps that every map may take. */
const fewSteps = 1_000
/** Arcs and variables looked at between two looks at the clock. */
const workPerLook = 100_000

/** Steps after which a run is given up: as many as asked for, or as many as a map of this size may take. */
export function findMostSteps(graph: CausalGraph, { maxSteps }: Pick<FuzzySettings, 'maxSteps'>): number {
  const perStep = Math.max(1, graph.variables.length + graph.from.length)
  return Math.min(maxSteps, Math.max(fewSteps, Math.floor(mostWork / perStep)))
}

/** Variable → the value it is held at; NaN if it is free. */
export function holdVariables(graph: CausalGraph, clamps: ReadonlyMap<ElementId, number>): Float64Array {
  return Float64Array.from(graph.variables, (id) => clamps.get(id) ?? Number.NaN)
}

/** The run itself, for weights and settings known to be sound. */
export function iterate(
  graph: CausalGraph,
  weight: Float64Array,
  held: Float64Array,
  settings: FuzzySettings,
): FuzzyEnd {
  return finish(iterating(graph, weight, held, settings, () => false))
}

type FuzzyEnd = Omit<FuzzyRun, 'missing' | 'unknown' | 'assumed'>

function* iterating(
  graph: CausalGraph,
  weight: Float64Array,
  held: Float64Array,
  settings: FuzzySettings,
  isPaused: () => boolean,
): Generator<undefined, FuzzyEnd> {
  const most = findMostSteps(graph, settings)
  const stepsPerLook = Math.max(1, Math.floor(workPerLook / Math.max(1, graph.variables.length + graph.from.length)))
  const step = createFuzzyStep(graph, weight, held, settings)
  let state = startState(held, settings.start)
  const states: Float64Array[] = [state]
  let change = Infinity
  let outcome: FuzzyOutcome = { kind: 'moving' }
  let steps = 0
  while (steps < most) {
    if (steps % stepsPerLook === 0 && isPaused()) yield
    const next = step(state)
    steps += 1
    const before = change
    change = measureChange(state, next, settings.stop)
    state = next
    if (change <= settings.tolerance) {
      outcome = { kind: 'fixed', remaining: extrapolate(change, before) }
      break
    }
    const period = findPeriod(states, steps, state)
    states[steps % longestPeriod] = state
    if (period === undefined) continue
    outcome = { kind: 'cycle', period }
    break
  }
  const turn = outcome.kind === 'cycle' ? outcome.period : outcome.kind === 'fixed' ? 1 : Math.min(longestPeriod, steps)
  const mean = turn === 1 ? state : state.map((_, at) => meanOf(states, steps, turn, at))
  return { settings, values: state, mean, outcome, steps, change, held: Uint8Array.from(held, isHeld) }
}

/** One step of a run: state → next state, for drawing a run as it goes. */
export function createFuzzyStep(
  graph: CausalGraph,
  weight: Float64Array,
  held: Float64Array,
  { rule, transfer, lambda }: Pick<FuzzySettings, 'rule' | 'transfer' | 'lambda'>,
): (state: Float64Array) => Float64Array {
  const squash = transferFunction(transfer, lambda)
  const shift = rule === 'rescaled' ? 1 : 0
  const scale = rule === 'rescaled' ? 2 : 1
  return (state) => {
    const next = new Float64Array(state.length)
    for (let to = 0; to < next.length; to += 1) {
      if (isHeld(held[to] as number)) {
        next[to] = held[to] as number
        continue
      }
      let sum = rule === 'kosko' ? 0 : scale * (state[to] as number) - shift
      for (let at = graph.inStart[to] as number; at < (graph.inStart[to + 1] as number); at += 1) {
        const arc = graph.inArcs[at] as number
        sum += (scale * (state[graph.from[arc] as number] as number) - shift) * (weight[arc] as number)
      }
      next[to] = squash(sum)
    }
    return next
  }
}

/** Every variable where it starts, held ones where they are held. */
export function startState(held: Float64Array, start: number | Float64Array): Float64Array {
  return held.map((value, at) => (isHeld(value) ? value : typeof start === 'number' ? start : (start[at] as number)))
}

function isHeld(value: number): 0 | 1 {
  return Number.isNaN(value) ? 0 : 1
}

function transferFunction(transfer: Transfer, lambda: number): (sum: number) => number {
  switch (transfer) {
    case 'sigmoid':
      return (sum) => 1 / (1 + Math.exp(-lambda * sum))
    case 'tanh':
      return (sum) => Math.tanh(lambda * sum)
    case 'bivalent':
      return (sum) => (sum > 0 ? 1 : 0)
    case 'trivalent':
      return Math.sign
  }
}

function measureChange(before: Float64Array, after: Float64Array, stop: FuzzySettings['stop']): number {
  let measure = 0
  for (let at = 0; at < after.length; at += 1) {
    const change = Math.abs((after[at] as number) - (before[at] as number))
    measure = stop === 'sum' ? measure + change : Math.max(measure, change)
  }
  return measure
}

/** What changes that go on fading at the same rate would add up to. */
function extrapolate(change: number, before: number): number {
  if (change === 0) return 0
  const rate = change / before
  return rate < 1 ? (change * rate) / (1 - rate) : Infinity
}

/** After how many steps `state` has returned; `states` holds the one after step t at t mod 50. */
function findPeriod(states: readonly Float64Array[], steps: number, state: Float64Array): number | undefined {
  for (let period = 2; period <= Math.min(longestPeriod, steps); period += 1) {
    const earlier = states[(steps - period) % longestPeriod] as Float64Array
    let at = 0
    while (at < state.length && Math.abs((state[at] as number) - (earlier[at] as number)) <= sameState) at += 1
    if (at === state.length) return period
  }
  return undefined
}

function meanOf(states: readonly Float64Array[], steps: number, turn: number, at: number): number {
  let sum = 0
  for (let back = 0; back < turn; back += 1)
    sum += (states[(steps - back) % longestPeriod] as Float64Array)[at] as number
  return sum / turn
}
