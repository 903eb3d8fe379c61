import type { GraphNews } from '../../lib/analysis/graphFeed'
import type { Observable } from '../../lib/base/observable'
import type { MapView } from '../../lib/model/mapView'
import { createGraphTeller, type GraphTeller } from './graphTeller'

/** What is wanted of a `Worker`. */
export interface WorkerPort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

/** The map that a worker is told of, and what becomes of the worker. */
export interface GraphWorkerPorts {
  readonly view: Observable<Pick<MapView, 'elements' | 'links'>>
  /** Opens the worker; not before something is asked. */
  readonly open: () => WorkerPort
  /** The worker has failed. A new one is opened when the map changes or something else is asked. */
  readonly onFailure: () => void
}

export interface GraphWorkerKeeper {
  /** Has the worker asked: at once if it knows the map, else as soon as it does. Opens one if there is none. */
  ask(): void
  /** Nothing without a worker. */
  post(message: unknown): void
  stop(): void
}

/**
 * Keeps the one worker of somebody who asks about the causal graph of a map: it is opened when something is first
 * asked, told of the map and its changes alone, and opened anew after a failure, when the map next changes.
 *
 * @param asks.hasWish whether there is something to ask
 * @param asks.send asks it; called whenever the worker has been told of a changed map
 * @param asks.onMessage takes what the worker says that is kept now
 */
export function keepGraphWorker<Message>(
  { view, open, onFailure }: GraphWorkerPorts,
  asks: {
    readonly hasWish: () => boolean
    readonly send: () => void
    readonly onMessage: (message: Message) => void
  },
): GraphWorkerKeeper {
  let working: { readonly worker: WorkerPort; readonly teller: GraphTeller } | undefined

  const start = (): void => {
    const worker = open()
    worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (working?.worker === worker) asks.onMessage(data)
    })
    worker.addEventListener('error', () => {
      if (working?.worker !== worker) return
      close()
      onFailure()
    })
    const tell = (news: GraphNews): void => worker.postMessage({ news })
    working = { worker, teller: createGraphTeller({ view, tell, onTold: asks.send }) }
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
    if (hasChanged && working === undefined && asks.hasWish()) start()
  })
  return {
    ask() {
      if (working === undefined) start()
      else if (working.teller.isTold()) asks.send()
    },
    post: (message) => working?.worker.postMessage(message),
    stop() {
      unsubscribe()
      close()
    },
  }
}
