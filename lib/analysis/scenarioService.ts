import type { CausalGraph } from './causalGraph'
import { runningFuzzyMap, type FuzzyProblem, type FuzzyRun, type FuzzySettings } from './fuzzyMap'
import { succeed, type Result } from '../base/result'
import { finish } from './phase'
import { compareRuns, type ScenarioComparison, type WhatIf } from './scenario'
import { createSensitivity, samplingSettings, type SensitivityResult } from './sensitivity'
import { findSettlingLambda } from './settlingLambda'
import { weighArcs } from './weights'

/** One scenario to be run. */
export interface ScenarioQuestion {
  readonly id: string
  readonly whatIf: WhatIf
  readonly settings: FuzzySettings
}

export type ScenarioRequest =
  | {
      readonly kind: 'compare'
      readonly request: number
      readonly graph: CausalGraph
      readonly scenarios: readonly ScenarioQuestion[]
    }
  | {
      readonly kind: 'sample'
      readonly request: number
      readonly graph: CausalGraph
      readonly scenario: ScenarioQuestion
      readonly samples: number
      readonly seed: number
    }
  /** The samples that are being taken are not wanted any more. */
  | { readonly kind: 'stop'; readonly request: number }

/** What a scenario comes to, against the map left alone with the same settings. */
export interface ScenarioOutcome {
  readonly id: string
  readonly result: Result<ScenarioComparison, FuzzyProblem>
  /** Below this steepness every run of this rule settles; undefined where steepness does not count. */
  readonly settling: number | undefined
}

export type ScenarioAnswer =
  | { readonly kind: 'compare'; readonly request: number; readonly outcomes: readonly ScenarioOutcome[] }
  | {
      readonly kind: 'sample'
      readonly request: number
      readonly result: Result<SensitivityResult, FuzzyProblem>
      /** False for an answer so far. */
      readonly final: boolean
    }

/** What the service asks of where it runs. */
export interface ScenarioHost {
  /** Milliseconds, from any beginning. */
  now(): number
  /** Calls back once what came in meanwhile has been received. */
  yieldTurn(callback: () => void): void
  reply(answer: ScenarioAnswer): void
}

/** Milliseconds between two answers so far, while samples are taken. */
const portion = 120
/** Milliseconds after which scenarios that are being run let a newer question come in. */
const turn = 20

/**
 * Runs scenarios and samples off the main thread. Of each kind the newest question counts: one that
 * is overtaken before its turn, or while it is run or its samples are taken, is given up.
 */
export function createScenarioService(host: ScenarioHost): (asked: ScenarioRequest) => void {
  const newest = { compare: -1, sample: -1 }
  return (asked) => {
    if (asked.kind === 'stop') {
      newest.sample = asked.request
      return
    }
    newest[asked.kind] = asked.request
    host.yieldTurn(() => {
      if (newest[asked.kind] !== asked.request) return
      if (asked.kind === 'compare') {
        compare(asked)
      } else sample(asked)
    })
  }

  function compare({ request, graph, scenarios }: Extract<ScenarioRequest, { kind: 'compare' }>): void {
    let turnEnd = host.now() + turn
    const steps = runningScenarios(graph, scenarios, () => host.now() > turnEnd)
    const goOn = (): void => {
      if (newest.compare !== request) return
      turnEnd = host.now() + turn
      const step = steps.next()
      if (step.done === true) host.reply({ kind: 'compare', request, outcomes: step.value })
      else host.yieldTurn(goOn)
    }
    goOn()
  }

  function sample({ request, graph, scenario, samples, seed }: Extract<ScenarioRequest, { kind: 'sample' }>): void {
    const { whatIf, settings } = scenario
    const made = createSensitivity(graph, whatIf, {
      settings: { ...settings, maxSteps: Math.min(settings.maxSteps, samplingSettings.maxSteps) },
      samples,
      seed,
    })
    if (!made.ok) {
      host.reply({ kind: 'sample', request, result: made, final: true })
      return
    }
    const sampler = made.value
    const goOn = (): void => {
      if (newest.sample !== request) return
      const until = host.now() + portion
      do sampler.advance(1)
      while (sampler.done < sampler.samples && host.now() < until)
      const final = sampler.done >= sampler.samples
      host.reply({ kind: 'sample', request, result: succeed(sampler.summarise()), final })
      if (!final) host.yieldTurn(goOn)
    }
    goOn()
  }
}

/** Every scenario against the map left alone; that is run once for each kind of settings. */
export function runScenarios(graph: CausalGraph, scenarios: readonly ScenarioQuestion[]): readonly ScenarioOutcome[] {
  return finish(runningScenarios(graph, scenarios, () => false))
}

/** The same, bit by bit: yields where `isPaused`, asked now and then, says so. */
function* runningScenarios(
  graph: CausalGraph,
  scenarios: readonly ScenarioQuestion[],
  isPaused: () => boolean,
): Generator<undefined, readonly ScenarioOutcome[]> {
  const alone = new Map<string, Result<FuzzyRun, FuzzyProblem>>()
  const outcomes: ScenarioOutcome[] = []
  for (const { id, whatIf, settings } of scenarios) {
    const key = JSON.stringify(settings)
    const before = alone.get(key) ?? (yield* runningFuzzyMap(graph, new Map(), settings, isPaused))
    alone.set(key, before)
    const after = before.ok ? yield* runningFuzzyMap(graph, whatIf.clamps, settings, isPaused) : before
    const result = !before.ok
      ? before
      : after.ok
        ? succeed(compareRuns(graph, before.value, after.value, whatIf.preferred))
        : after
    outcomes.push({ id, result, settling: settlingOf(graph, settings) })
    if (isPaused()) yield
  }
  return outcomes
}

function settlingOf(graph: CausalGraph, { rule, transfer, unstatedStrength }: FuzzySettings): number | undefined {
  if (transfer !== 'tanh' && transfer !== 'sigmoid') return undefined
  return findSettlingLambda(graph, weighArcs(graph, unstatedStrength).weight, { rule, transfer })
}
