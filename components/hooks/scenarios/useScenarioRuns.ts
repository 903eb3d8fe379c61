'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { toCausalGraph, type CausalGraph } from '../../../lib/analysis/causalGraph'
import type { FuzzyProblem } from '../../../lib/analysis/fuzzyMap'
import type {
  ScenarioAnswer,
  ScenarioOutcome,
  ScenarioQuestion,
  ScenarioRequest,
} from '../../../lib/analysis/scenarioService'
import type { SensitivityResult } from '../../../lib/analysis/sensitivity'
import type { Result } from '../../../lib/base/result'
import { useView } from '../useMap'

/** A sampling as far as it has got. */
export interface Sampling {
  readonly result: Result<SensitivityResult, FuzzyProblem> | undefined
  readonly running: boolean
}

export interface ScenarioRuns {
  readonly graph: CausalGraph
  /** By scenario; the last answers stand while new ones are worked out. */
  readonly outcomes: ReadonlyMap<string, ScenarioOutcome>
  /** Of the scenario that was sampled last, unless it or the map has changed since. */
  readonly sampling: Sampling | undefined
  sample(scenario: ScenarioQuestion, samples: number, seed: number): void
}

/** Runs scenarios in a worker, and anew whenever they or the map change. */
export function useScenarioRuns(scenarios: readonly ScenarioQuestion[]): ScenarioRuns {
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const graph = useMemo(() => toCausalGraph({ elements, links }), [elements, links])
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, ScenarioOutcome>>(new Map())
  const [sampling, setSampling] = useState<{ readonly of: string; readonly graph: CausalGraph } & Sampling>()
  const worker = useRef<Worker>(undefined)
  const request = useRef(0)
  /** The numbers of the newest questions. */
  const newest = useRef({ compare: -1, sample: -1 })
  const sampled = useRef<{ readonly of: string; readonly graph: CausalGraph }>(undefined)

  const ask = useCallback((question: ScenarioRequest) => {
    if (worker.current === undefined) {
      const made = new Worker(new URL('./scenarioWorker.ts', import.meta.url), { type: 'module' })
      made.onmessage = ({ data }: MessageEvent<ScenarioAnswer>) => {
        if (data.request !== newest.current[data.kind]) return
        if (data.kind === 'compare') setOutcomes(new Map(data.outcomes.map((outcome) => [outcome.id, outcome])))
        else if (sampled.current !== undefined) {
          setSampling({ ...sampled.current, result: data.result, running: !data.final })
        }
      }
      worker.current = made
    }
    worker.current.postMessage(question)
  }, [])
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = undefined
    },
    [],
  )

  // What is asked, as text: scenarios are read anew at every change of the map.
  const wanted = JSON.stringify(scenarios, withMaps)
  const latest = useRef(scenarios)
  useEffect(() => {
    latest.current = scenarios
  })
  useEffect(() => {
    // Several changes of one moment are one question.
    const timer = setTimeout(() => {
      request.current += 1
      newest.current.compare = request.current
      ask({ kind: 'compare', request: request.current, graph, scenarios: latest.current })
    }, 30)
    return () => clearTimeout(timer)
  }, [ask, graph, wanted])

  const sample = useCallback(
    (scenario: ScenarioQuestion, samples: number, seed: number) => {
      request.current += 1
      newest.current.sample = request.current
      sampled.current = { of: JSON.stringify(scenario, withMaps), graph }
      setSampling({ ...sampled.current, result: undefined, running: true })
      ask({ kind: 'sample', request: request.current, graph, scenario, samples, seed })
    },
    [ask, graph],
  )
  const isCurrent =
    sampling !== undefined &&
    sampling.graph === graph &&
    scenarios.some((scenario) => JSON.stringify(scenario, withMaps) === sampling.of)
  // Nobody waits for samples of what is no more.
  useEffect(() => {
    if (isCurrent || newest.current.sample < 0) return
    request.current += 1
    newest.current.sample = request.current
    worker.current?.postMessage({ kind: 'stop', request: request.current } satisfies ScenarioRequest)
  }, [isCurrent])
  return { graph, outcomes, sampling: isCurrent ? sampling : undefined, sample }
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}
