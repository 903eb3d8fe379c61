import type { Scenario } from '../model/scenario'
import type { ExperimentGround, FittingMarks } from './applyExperiment'
import { createExperimentRunner, tellOutcome, type ExperimentRunner, type ToldOutcome } from './runExperiment'

/** What one experiment would come to, as a question to a worker that keeps the map: plain data. */
export interface ExperimentQuestion {
  /** Of the experiment. */
  readonly id: string
  readonly marks: FittingMarks
  readonly scenario?: Scenario | undefined
}

const runners = new WeakMap<ExperimentGround, ExperimentRunner>()

/** Answers it. The map left alone is run once, whatever is asked of it. Cost: a run, or two, which no newer question breaks off. */
// oxlint-disable-next-line require-yield -- A run is bounded, and over before anybody would look for a pause.
export function* workOutExperiment(
  ground: ExperimentGround,
  { marks, scenario }: ExperimentQuestion,
): Generator<undefined, ToldOutcome> {
  const run = runners.get(ground) ?? createExperimentRunner(ground)
  runners.set(ground, run)
  return tellOutcome(run(marks, scenario))
}
