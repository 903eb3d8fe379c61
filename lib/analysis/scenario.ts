import type { ElementId } from '../base/ids'
import { succeed, type Result } from '../base/result'
import type { Scenario, Wish } from '../model/scenario'
import type { CausalGraph } from './causalGraph'
import { plainFuzzySettings, runFuzzyMap, type FuzzyProblem, type FuzzyRun, type FuzzySettings } from './fuzzyMap'

/** Which variables are held at what, and which way people want others to go. */
export interface WhatIf {
  readonly clamps: ReadonlyMap<ElementId, number>
  readonly preferred?: ReadonlyMap<ElementId, Wish>
}

export type Direction = 'rises' | 'falls' | 'hardly-changes'

/** How one variable ends compared with another run. */
export interface VariableChange {
  readonly variable: ElementId
  readonly before: number
  readonly after: number
  readonly difference: number
  readonly direction: Direction
  readonly wish?: Wish
  /** Whether it goes the way it is wanted to; absent without a wish. */
  readonly verdict?: 'met' | 'missed' | 'unchanged'
}

export interface ScenarioComparison {
  readonly before: FuzzyRun
  readonly after: FuzzyRun
  /** Differences up to this count as hardly any change. */
  readonly threshold: number
  /** Variables that are free in both runs, largest difference first. */
  readonly changes: readonly VariableChange[]
  readonly wishes: { readonly met: number; readonly missed: number; readonly unchanged: number }
  /** False if a run did not come to rest, or seems to have stopped early: differences are then rough. */
  readonly settled: boolean
}

/** A hundred times the tolerance of a run: smaller differences may be nothing but rounding. */
export const plainThreshold = 0.001

/** The saved record as a question to ask; what it does not say is `settings`. */
export function readScenario(
  scenario: Scenario,
  settings: FuzzySettings = plainFuzzySettings,
): { readonly whatIf: WhatIf; readonly settings: FuzzySettings } {
  const { rule, transfer, lambda, maxSteps } = scenario.settings ?? {}
  return {
    whatIf: {
      clamps: new Map(Object.entries(scenario.clamps ?? {}) as [ElementId, number][]),
      preferred: new Map(Object.entries(scenario.preferred ?? {}) as [ElementId, Wish][]),
    },
    settings: {
      ...settings,
      rule: rule ?? settings.rule,
      transfer: transfer ?? settings.transfer,
      lambda: lambda ?? settings.lambda,
      maxSteps: maxSteps ?? settings.maxSteps,
    },
  }
}

/** What a scenario changes against the map left alone: two runs, and their differences. */
export function compareWithSteady(
  graph: CausalGraph,
  whatIf: WhatIf,
  settings: FuzzySettings = plainFuzzySettings,
  threshold = plainThreshold,
): Result<ScenarioComparison, FuzzyProblem> {
  const before = runFuzzyMap(graph, new Map(), settings)
  if (!before.ok) return before
  const after = runFuzzyMap(graph, whatIf.clamps, settings)
  if (!after.ok) return after
  return succeed(compareRuns(graph, before.value, after.value, whatIf.preferred, threshold))
}

/**
 * What differs between two runs of the same map, such as two scenarios: per variable that neither
 * holds. A run in a cycle is compared by its mean over one period, one that still moves
 * by that over its last 50 steps.
 */
export function compareRuns(
  graph: CausalGraph,
  before: FuzzyRun,
  after: FuzzyRun,
  preferred: ReadonlyMap<ElementId, Wish> = new Map(),
  threshold = plainThreshold,
): ScenarioComparison {
  const changes: VariableChange[] = []
  for (const [at, variable] of graph.variables.entries()) {
    if (before.held[at] === 1 || after.held[at] === 1) continue
    const one = before.mean[at] as number
    const other = after.mean[at] as number
    const direction = directionOf(other - one, threshold)
    const wish = preferred.get(variable)
    changes.push({
      variable,
      before: one,
      after: other,
      difference: other - one,
      direction,
      ...(wish === undefined ? {} : { wish, verdict: judge(direction, wish) }),
    })
  }
  const count = (verdict: VariableChange['verdict']): number =>
    changes.filter((change) => change.verdict === verdict).length
  return {
    before,
    after,
    threshold,
    changes: changes.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
    wishes: { met: count('met'), missed: count('missed'), unchanged: count('unchanged') },
    settled: isSettled(before, threshold) && isSettled(after, threshold),
  }
}

/** Which way a difference goes; the threshold itself is hardly any change. */
export function directionOf(difference: number, threshold: number): Direction {
  if (Math.abs(difference) <= threshold) return 'hardly-changes'
  return difference > 0 ? 'rises' : 'falls'
}

/** Whether a direction is the wanted one. */
export function judge(direction: Direction, wish: Wish): 'met' | 'missed' | 'unchanged' {
  if (direction === 'hardly-changes') return 'unchanged'
  return (direction === 'rises') === (wish === 'up') ? 'met' : 'missed'
}

function isSettled({ outcome }: FuzzyRun, threshold: number): boolean {
  return outcome.kind === 'fixed' && outcome.remaining <= threshold
}
