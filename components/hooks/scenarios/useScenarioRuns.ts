'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { buildCausalGraph, type CausalGraph } from '../../../lib/analysis/causalGraph'
import type { FuzzyProblem } from '../../../lib/analysis/fuzzyMap'
import type { ScenarioOutcome, ScenarioQuestion } from '../../../lib/analysis/scenarioService'
import type { SensitivityResult } from '../../../lib/analysis/sensitivity'
import type { Result } from '../../../lib/base/result'
import { useEditor } from '../EditorProvider'
import { useFailedWork } from '../useFailedWork'
import { createScenarioAsker, type ScenarioAsker } from './scenarioAsker'

/** A sampling as far as it has got. */
export interface Sampling {
  readonly result: Result<SensitivityResult, FuzzyProblem> | undefined
  readonly running: boolean
}

export interface ScenarioRuns {
  /** What the outcomes were worked out from; empty until the first of them. */
  readonly graph: CausalGraph
  /** By scenario; the last answers stand while new ones are worked out. */
  readonly outcomes: ReadonlyMap<string, ScenarioOutcome>
  /** What was asked last cannot be worked out: nobody need wait for it. */
  readonly failed: boolean
  /** Of the scenario that was sampled last, unless it or the map has changed since. */
  readonly sampling: Sampling | undefined
  sample(scenario: ScenarioQuestion, samples: number, seed: number): void
}

const noGraph = buildCausalGraph(new Map(), [])
const nothing: Answered = { graph: noGraph, outcomes: new Map(), failed: false }

interface Answered extends Pick<ScenarioRuns, 'graph' | 'outcomes' | 'failed'> {}

/** Runs scenarios in a worker, and anew whenever they or the map change. */
export function useScenarioRuns(scenarios: readonly ScenarioQuestion[]): ScenarioRuns {
  const { view } = useEditor()
  const sayFailed = useFailedWork()
  const [{ graph, outcomes, failed }, setAnswered] = useState(nothing)
  const [sampling, setSampling] = useState<{ readonly of: string; readonly graph: CausalGraph } & Sampling>()
  const asker = useRef<ScenarioAsker>(undefined)
  const sampled = useRef<{ readonly of: string; readonly graph: CausalGraph }>(undefined)
  // What is asked, as text: scenarios are read anew at every change of the map.
  const wanted = JSON.stringify(scenarios, withMaps)
  const latest = useRef(scenarios)
  useEffect(() => {
    latest.current = scenarios
  })

  useEffect(() => {
    const made = createScenarioAsker({
      view,
      open: () => new Worker(new URL('./scenarioWorker.ts', import.meta.url), { type: 'module' }),
      onReply({ answer, graph: askedOf }) {
        if (answer.kind === 'compare') {
          const found = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]))
          setAnswered((before) => ({ graph: askedOf ?? before.graph, outcomes: found, failed: false }))
        } else if (sampled.current !== undefined) {
          setSampling({ ...sampled.current, result: answer.result, running: !answer.final })
        }
      },
      onFailure() {
        setSampling(undefined)
        setAnswered((before) => ({ ...before, failed: true }))
        sayFailed()
      },
    })
    asker.current = made
    return () => made.stop()
  }, [view, sayFailed])
  useEffect(() => {
    // Several changes of one moment are one question.
    const timer = setTimeout(() => asker.current?.compare(latest.current), 30)
    return () => clearTimeout(timer)
  }, [wanted, view, sayFailed])

  const sample = useCallback(
    (scenario: ScenarioQuestion, samples: number, seed: number) => {
      sampled.current = { of: JSON.stringify(scenario, withMaps), graph }
      setSampling({ ...sampled.current, result: undefined, running: true })
      asker.current?.sample(scenario, samples, seed)
    },
    [graph],
  )
  const isCurrent =
    sampling !== undefined &&
    sampling.graph === graph &&
    scenarios.some((scenario) => JSON.stringify(scenario, withMaps) === sampling.of)
  // Nobody waits for samples of what is no more.
  useEffect(() => {
    if (isCurrent || sampled.current === undefined) return
    sampled.current = undefined
    asker.current?.stopSampling()
  }, [isCurrent])
  return { graph, outcomes, failed, sampling: isCurrent ? sampling : undefined, sample }
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}
