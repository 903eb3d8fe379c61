import type { GraphNews } from '../../lib/analysis/graphFeed'
import type { Observable } from '../../lib/base/observable'
import type { MapView } from '../../lib/model/mapView'
import { createGraphTeller, type GraphTeller } from './graphTeller'

/** What is posted to a worker that answers questions about the causal graph: `serveGraphQuestions`. */
export interface GraphRequest<Question> {
  readonly news?: GraphNews
  readonly question?: { readonly request: number; readonly asked: Question }
}

export interface GraphReply<Reply> {
  readonly request: number
  readonly reply: Reply
}

/** What is wanted of a `Worker`. */
export interface WorkerPort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

export interface GraphAsker<Question> {
  /** Asks, and again whenever the map changes, until something else is asked. Undefined asks nothing. */
  ask(question: Question | undefined): void
  stop(): void
}

interface GraphAskerPorts<Question, Reply> {
  readonly view: Observable<Pick<MapView, 'elements' | 'links'>>
  /** Opens the worker; not before something is asked. */
  readonly open: () => WorkerPort
  readonly onReply: (reply: Reply, question: Question) => void
  /** The worker has failed. A new one is opened when the map changes or something else is asked. */
  readonly onFailure: () => void
}

/**
 * Asks a worker of its own one question at a time about the causal graph of a map. What was asked last is
 * answered. Of the map only what has changed is sent.
 */
export function createGraphAsker<Question, Reply>({
  view,
  open,
  onReply,
  onFailure,
}: GraphAskerPorts<Question, Reply>): GraphAsker<Question> {
  let wanted: Question | undefined
  let working: { readonly worker: WorkerPort; readonly teller: GraphTeller } | undefined
  let request = 0

  const send = (): void => {
    if (working === undefined || wanted === undefined) return
    request += 1
    const message: GraphRequest<Question> = { question: { request, asked: wanted } }
    working.worker.postMessage(message)
  }
  const start = (): void => {
    const worker = open()
    worker.addEventListener('message', ({ data }: MessageEvent<GraphReply<Reply>>) => {
      if (data.request === request && wanted !== undefined && working?.worker === worker) onReply(data.reply, wanted)
    })
    worker.addEventListener('error', () => {
      if (working?.worker !== worker) return
      close()
      onFailure()
    })
    const teller = createGraphTeller({
      view,
      tell: (news) => worker.postMessage({ news } satisfies GraphRequest<Question>),
      onTold: send,
    })
    working = { worker, teller }
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
    ask(question) {
      wanted = question
      if (question === undefined) return
      if (working === undefined) start()
      // Before that, it is asked as soon as the map is told.
      else if (working.teller.isTold()) send()
    },
    stop() {
      unsubscribe()
      close()
    },
  }
}
