import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { ExperimentMark } from '../model/practice/experiment'
import type { Scenario } from '../model/scenario'
import type { Result } from '../base/result'
import {
  applyMarks,
  fitMarks,
  readExperimentGround,
  type AppliedExperiment,
  type ExperimentGround,
  type FittingMarks,
  type IdleMark,
} from './applyExperiment'
import type { CausalGraph } from './causalGraph'
import {
  plainFuzzySettings,
  runFuzzyMap,
  valueRange,
  type FuzzyProblem,
  type FuzzyRun,
  type FuzzySettings,
} from './fuzzyMap'
import { compareRuns, readScenario, type ScenarioComparison, type VariableChange } from './scenario'
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

/** Works out one experiment. */
export type ExperimentRunner = (marks: FittingMarks, scenario?: Scenario) => ExperimentOutcome

/**
 * The map left alone against the map as it would be: with its marked links changed, its marked variables held at the
 * highest or lowest value, and what the scenario holds, if there is one; where both speak of one variable, the mark
 * counts. It is run with the settings of the scenario, or with a sigmoid of a steepness at which both settle, so that
 * values are above nothing and a changed link shows. Cost: a run each, and one of the map left alone for each kind of settings.
 */
export function createExperimentRunner(ground: ExperimentGround): ExperimentRunner {
  const alone = new Map<string, Result<FuzzyRun, FuzzyProblem>>()
  const runAlone = (settings: FuzzySettings): Result<FuzzyRun, FuzzyProblem> => {
    const key = JSON.stringify(settings)
    const run = alone.get(key) ?? runFuzzyMap(ground.graph, new Map(), settings)
    alone.set(key, run)
    return run
  }
  let bound: number | undefined
  /** A sigmoid below the steepness at which either map might not rest. */
  const settlingSigmoid = ({ before, after }: AppliedExperiment): Pick<FuzzySettings, 'transfer' | 'lambda'> => {
    bound ??= boundOf(before)
    return { transfer: 'sigmoid', lambda: roundLambda(after === before ? bound : Math.min(bound, boundOf(after))) }
  }
  return (marks, scenario) => {
    const applied = applyMarks(ground, marks)
    const asked = scenario === undefined ? undefined : readScenario(scenario)
    const { pushed, changed } = applied
    const clamps = new Map<ElementId, number>()
    const variables = new Set(applied.before.variables)
    for (const [id, value] of asked?.whatIf.clamps ?? []) if (variables.has(id)) clamps.set(id, value)
    if (clamps.size + pushed.size + changed.size === 0) return { kind: 'nothing-changes', applied }
    const settings: FuzzySettings = asked?.settings ?? { ...plainFuzzySettings, ...settlingSigmoid(applied) }
    const { lowest, highest } = valueRange(settings.transfer)
    for (const [id, mark] of pushed) clamps.set(id, mark === 'up' ? highest : lowest)
    const bounded = { ...settings, maxSteps: Math.min(settings.maxSteps, mostSteps) }
    const before = runAlone(bounded)
    if (!before.ok) return { kind: 'problem', applied, problem: before.reason }
    const after = runFuzzyMap(applied.after, clamps, bounded)
    if (!after.ok) return { kind: 'problem', applied, problem: after.reason }
    const comparison = compareRuns(applied.before, before.value, after.value, asked?.whatIf.preferred)
    const held = listHeld(applied.before.variables, before.value, after.value)
    return { kind: 'run', applied, comparison, held, touched: findTouched(ground, applied, clamps.keys()) }
  }
}

/** The same of one experiment alone. */
export function runExperiment(
  view: Pick<MapView, 'elements' | 'links'>,
  marks: ReadonlyMap<string, ExperimentMark>,
  scenario?: Scenario,
): ExperimentOutcome {
  return createExperimentRunner(readExperimentGround(view))(fitMarks(view, marks), scenario)
}

/** What people are told of an outcome: plain data, without the maps that it was worked out from. */
export type ToldOutcome = { readonly idle: readonly IdleMark[] } & (
  | {
      readonly kind: 'run'
      readonly changes: readonly VariableChange[]
      readonly held: readonly HeldVariable[]
      /** What it can move at all, by however little. */
      readonly touched: ReadonlySet<ElementId>
      readonly settled: boolean
      /** The lowest and the highest value that a variable could have. */
      readonly lowest: number
      readonly highest: number
    }
  | { readonly kind: 'nothing-changes' | 'problem' }
)

export function tellOutcome(outcome: ExperimentOutcome): ToldOutcome {
  const { idle } = outcome.applied
  if (outcome.kind !== 'run') return { idle, kind: outcome.kind }
  const { held, touched, comparison } = outcome
  const { changes, settled, before } = comparison
  return { idle, kind: 'run', changes, held, touched, settled, ...valueRange(before.settings.transfer) }
}

function listHeld(variables: readonly ElementId[], before: FuzzyRun, after: FuzzyRun): readonly HeldVariable[] {
  return variables.flatMap((variable, at) =>
    after.held[at] === 1 ? [{ variable, before: before.mean[at] ?? 0, after: after.mean[at] ?? 0 }] : [],
  )
}

/** The steepness of a sigmoid below which every run of a map settles. */
function boundOf(graph: CausalGraph): number {
  const { rule } = plainFuzzySettings
  return findSettlingLambda(graph, weighArcs(graph).weight, { rule, transfer: 'sigmoid' })
}
