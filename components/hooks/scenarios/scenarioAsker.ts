import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import type { GraphNews } from '../../../lib/analysis/graphFeed'
import type { ScenarioAnswer, ScenarioQuestion, ScenarioRequest } from '../../../lib/analysis/scenarioService'
import type { Observable } from '../../../lib/base/observable'
import type { MapView } from '../../../lib/model/mapView'
import { createGraphTeller, type GraphTeller } from '../graphTeller'
import type { WorkerPort } from '../graphAsker'

type WithoutGraph<Request> = Request extends unknown ? Omit<Request, 'graph'> : never

/** What is posted to the worker: news of the map, or something to do. */
export interface ScenarioMessage {
  readonly news?: GraphNews
  readonly request?: WithoutGraph<ScenarioRequest>
}

/** What it posts. */
export interface ScenarioReply {
  readonly answer: ScenarioAnswer
  /** What the answer was worked out from, where it is another than that of the last comparison. */
  readonly graph?: CausalGraph
}

export interface ScenarioAsker {
  /** Runs these, and again whenever the map changes. */
  compare(scenarios: readonly ScenarioQuestion[]): void
  /** Samples one, as the map is now. */
  sample(scenario: ScenarioQuestion, samples: number, seed: number): void
  stopSampling(): void
  stop(): void
}

interface ScenarioAskerPorts {
  readonly view: Observable<Pick<MapView, 'elements' | 'links'>>
  readonly open: () => WorkerPort
  /** Takes answers to the newest questions alone. */
  readonly onReply: (reply: ScenarioReply) => void
  /** The worker has failed. A new one is opened when the map changes or something else is asked. */
  readonly onFailure: () => void
}

/** Asks a worker about scenarios. Of the map only what has changed is sent. */
export function createScenarioAsker({ view, open, onReply, onFailure }: ScenarioAskerPorts): ScenarioAsker {
  const newest = { compare: -1, sample: -1 }
  let request = 0
  let wanted: readonly ScenarioQuestion[] | undefined
  let working: { readonly worker: WorkerPort; readonly teller: GraphTeller } | undefined

  const post = (message: ScenarioMessage): void => working?.worker.postMessage(message)
  const numberFor = (kind: keyof typeof newest): number => {
    request += 1
    newest[kind] = request
    return request
  }
  const sendCompare = (): void => {
    if (wanted !== undefined) post({ request: { kind: 'compare', request: numberFor('compare'), scenarios: wanted } })
  }
  const start = (): void => {
    const worker = open()
    worker.addEventListener('message', ({ data }: MessageEvent<ScenarioReply>) => {
      if (data.answer.request === newest[data.answer.kind]) onReply(data)
    })
    worker.addEventListener('error', () => {
      if (working?.worker !== worker) return
      close()
      onFailure()
    })
    const tell = (news: GraphNews): void => worker.postMessage({ news } satisfies ScenarioMessage)
    working = { worker, teller: createGraphTeller({ view, tell, onTold: sendCompare }) }
  }
  const close = (): void => {
    working?.teller.stop()
    working?.worker.terminate()
    working = undefined
  }
  let before = view.get()
  const unsubscribe = view.subscribe(() => {
    const { elements, links } = view.get()
    const hasChanged = elements !== before.elements || links !== before.links
    before = { elements, links }
    if (hasChanged && working === undefined && wanted !== undefined) start()
  })
  return {
    compare(scenarios) {
      wanted = scenarios
      if (working === undefined) start()
      // Before that, it is asked as soon as the map is told.
      else if (working.teller.isTold()) sendCompare()
    },
    sample(scenario, samples, seed) {
      post({ request: { kind: 'sample', request: numberFor('sample'), scenario, samples, seed } })
    },
    stopSampling() {
      post({ request: { kind: 'stop', request: numberFor('sample') } })
    },
    stop() {
      unsubscribe()
      close()
    },
  }
}
