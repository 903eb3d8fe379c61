import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import type { GraphNews } from '../../../lib/analysis/graphFeed'
import type { ScenarioAnswer, ScenarioQuestion, ScenarioRequest } from '../../../lib/analysis/scenarioService'
import { keepGraphWorker, type GraphWorkerPorts } from '../graphWorkerKeeper'

type WithoutGraph<Request> = Request extends unknown ? Omit<Request, 'graph'> : never

/** What is posted to the worker: news of the map, or something to do. */
export interface ScenarioMessage {
  readonly news?: GraphNews
  readonly request?: WithoutGraph<ScenarioRequest>
}

/** What it posts. */
export interface ScenarioReply {
  readonly answer: ScenarioAnswer
  /** What the comparison was worked out from, where it is another than that of the last one that was told. */
  readonly graph?: CausalGraph
}

/** An answer, and what the newest comparison was worked out from; nothing before the first. */
export interface ScenarioTold {
  readonly answer: ScenarioAnswer
  readonly graph: CausalGraph | undefined
}

export interface ScenarioAsker {
  /** Runs these, and again whenever the map changes. */
  compare(scenarios: readonly ScenarioQuestion[]): void
  /** Samples one, as the map is now. */
  sample(scenario: ScenarioQuestion, samples: number, seed: number): void
  stopSampling(): void
  stop(): void
}

interface ScenarioAskerPorts extends GraphWorkerPorts {
  /** Takes answers to the newest questions alone. */
  readonly onReply: (told: ScenarioTold) => void
}

/** Asks a worker about scenarios. Of the map only what has changed is sent. */
export function createScenarioAsker({ onReply, ...ports }: ScenarioAskerPorts): ScenarioAsker {
  const newest = { compare: -1, sample: -1 }
  let request = 0
  let wanted: readonly ScenarioQuestion[] | undefined
  let graph: CausalGraph | undefined

  const post = (message: ScenarioMessage): void => keeper.post(message)
  const numberFor = (kind: keyof typeof newest): number => {
    request += 1
    newest[kind] = request
    return request
  }
  const keeper = keepGraphWorker<ScenarioReply>(ports, {
    hasWish: () => wanted !== undefined,
    send: () => {
      if (wanted !== undefined) post({ request: { kind: 'compare', request: numberFor('compare'), scenarios: wanted } })
    },
    onMessage: (data) => {
      // The graph is told once: an answer that comes too late brings it for those that follow.
      graph = data.graph ?? graph
      if (data.answer.request === newest[data.answer.kind]) onReply({ answer: data.answer, graph })
    },
  })
  return {
    compare(scenarios) {
      wanted = scenarios
      keeper.ask()
    },
    sample(scenario, samples, seed) {
      post({ request: { kind: 'sample', request: numberFor('sample'), scenario, samples, seed } })
    },
    stopSampling() {
      post({ request: { kind: 'stop', request: numberFor('sample') } })
    },
    stop: () => keeper.stop(),
  }
}
