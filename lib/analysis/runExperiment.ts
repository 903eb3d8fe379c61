import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { ExperimentMark } from '../model/practice/experiment'
import type { Scenario } from '../model/scenario'
import { applyExperiment, type AppliedExperiment } from './applyExperiment'
import {
  plainFuzzySettings,
  runFuzzyMap,
  valueRange,
  type FuzzyProblem,
  type FuzzyRun,
  type FuzzySettings,
} from './fuzzyMap'
import { compareRuns, readScenario, type ScenarioComparison } from './scenario'
import { findSettlingLambda, roundLambda } from './settlingLambda'
import { findTouched } from './touchedByExperiment'
import { weighArcs } from './weights'

/** What an experiment would come to on the map. */
export type ExperimentOutcome = { readonly applied: AppliedExperiment } & (
  | {
      readonly kind: 'run'
      readonly comparison: ScenarioComparison
      /** What the marks or the scenario hold, which `comparison` does not tell of, by id. */
      readonly held: readonly HeldVariable[]
      /** What it can move at all, by however little: all others stay exactly where they are. */
      readonly touched: ReadonlySet<ElementId>
    }
  /** Neither a mark nor its scenario changes anything: both runs would be the same. */
  | { readonly kind: 'nothing-changes' }
  | { readonly kind: 'problem'; readonly problem: FuzzyProblem }
)

/** A variable that is held: where it is by itself, and at what it is held. */
export interface HeldVariable {
  readonly variable: ElementId
  readonly before: number
  readonly after: number
}

/** A run that does not rest is looked at for so long: it is worked out while people wait. */
const mostSteps = 2_000

/**
 * The map left alone against the map as it would be: with its marked links changed, its marked variables held at the
 * highest or lowest value, and what the scenario holds, if there is one; where both speak of one variable, the mark
 * counts. It is run with the settings of the scenario, or with a sigmoid of a steepness at which both settle, so that
 * values are above nothing and a changed link shows. Cost: two runs.
 */
export function runExperiment(
  view: Pick<MapView, 'elements' | 'links'>,
  marks: ReadonlyMap<string, ExperimentMark>,
  scenario?: Scenario,
): ExperimentOutcome {
  const applied = applyExperiment(view, marks)
  const asked = scenario === undefined ? undefined : readScenario(scenario)
  const settings: FuzzySettings = asked?.settings ?? { ...plainFuzzySettings, ...settlingSigmoid(applied) }
  const { lowest, highest } = valueRange(settings.transfer)
  const clamps = new Map<ElementId, number>()
  const variables = new Set(applied.before.variables)
  for (const [id, value] of asked?.whatIf.clamps ?? []) if (variables.has(id)) clamps.set(id, value)
  for (const [id, mark] of applied.pushed) clamps.set(id, mark === 'up' ? highest : lowest)
  if (clamps.size + applied.changed.size === 0) return { kind: 'nothing-changes', applied }
  const bounded = { ...settings, maxSteps: Math.min(settings.maxSteps, mostSteps) }
  const before = runFuzzyMap(applied.before, new Map(), bounded)
  if (!before.ok) return { kind: 'problem', applied, problem: before.reason }
  const after = runFuzzyMap(applied.after, clamps, bounded)
  if (!after.ok) return { kind: 'problem', applied, problem: after.reason }
  const comparison = compareRuns(applied.before, before.value, after.value, asked?.whatIf.preferred)
  const held = listHeld(applied.before.variables, before.value, after.value)
  return { kind: 'run', applied, comparison, held, touched: findTouched(view, applied, clamps.keys()) }
}

function listHeld(variables: readonly ElementId[], before: FuzzyRun, after: FuzzyRun): readonly HeldVariable[] {
  return variables.flatMap((variable, at) =>
    after.held[at] === 1 ? [{ variable, before: before.mean[at] ?? 0, after: after.mean[at] ?? 0 }] : [],
  )
}

/** A sigmoid below the steepness at which either map might not rest. */
function settlingSigmoid({ before, after }: AppliedExperiment): Pick<FuzzySettings, 'transfer' | 'lambda'> {
  const { rule } = plainFuzzySettings
  const bounds = [before, after].map((graph) =>
    findSettlingLambda(graph, weighArcs(graph).weight, { rule, transfer: 'sigmoid' }),
  )
  return { transfer: 'sigmoid', lambda: roundLambda(Math.min(...bounds)) }
}
