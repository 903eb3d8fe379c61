import type { GraphNews } from '../../lib/analysis/graphFeed'
import { createObservable, type Observable, type Settable } from '../../lib/base/observable'
import type { Editor } from '../../lib/editor/editor'
import { createGraphTeller, type GraphTeller } from './graphTeller'

/** What is posted to a worker: news of the map, and with the last of it the question. */
export interface GraphMessage {
  readonly news?: GraphNews
  /** The number of the question, and whether more is wanted than usual. */
  readonly question?: { readonly request: number; readonly whole: boolean }
}

/** What a worker says of a numbered graph. */
interface GraphAnswer {
  readonly request: number
  /** False while a better answer to the same graph is on its way. */
  readonly final: boolean
}

/** What is known of the map as far as it has been worked out. */
export interface Found<Answer> {
  /** Undefined until the first answer. */
  readonly answer: Answer | undefined
  /** The map has changed since, or a better answer is being worked out. */
  readonly searching: boolean
  /** The worker has failed: another is tried when the map changes. */
  readonly failed: boolean
}

export interface GraphFinder<Answer> {
  readonly state: Observable<Found<Answer>>
  /** Works while anybody holds it. */
  hold(): () => void
  /** Asks for more than usual from now on. */
  wantWhole(): void
}

/** How a kind of worker is spoken to. */
export interface GraphWorker<Answer extends GraphAnswer> {
  /** One that takes `GraphMessage`s, and posts one or several answers to each question. */
  open(): Worker
  /** Reads what it posts; for answers that come in parts, undefined until the last. */
  createReader(): (message: MessageEvent) => Answer | undefined
}

/**
 * Asks a worker about the causal graph of a map, anew whenever it changes and only while somebody wants
 * to know. One worker for each map, however many ask. Only what has changed is sent to it.
 */
export function createGraphFinders<Answer extends GraphAnswer>(
  kind: GraphWorker<Answer>,
): (editor: Editor) => GraphFinder<Answer> {
  const finders = new WeakMap<Editor, GraphFinder<Answer>>()
  return (editor) => {
    const known = finders.get(editor)
    if (known !== undefined) return known
    const made = createFinder<Answer>(editor, kind)
    finders.set(editor, made)
    return made
  }
}

function createFinder<Answer extends GraphAnswer>(editor: Editor, kind: GraphWorker<Answer>): GraphFinder<Answer> {
  const state = createObservable<Found<Answer>>({ answer: undefined, searching: true, failed: false })
  const wishes = { whole: false }
  let holders = 0
  let asking: Asking | undefined
  return {
    state,
    hold() {
      holders += 1
      asking ??= startAsking(editor, kind, state, wishes)
      return () => {
        holders -= 1
        // Panels that give way to each other hold it by turns: not worth a new worker.
        setTimeout(() => {
          if (holders > 0) return
          asking?.stop()
          asking = undefined
        }, 1_000)
      }
    },
    wantWhole() {
      wishes.whole = true
      asking?.askAgain()
    },
  }
}

interface Asking {
  /** Asks of the same map once more. */
  askAgain(): void
  stop(): void
}

function startAsking<Answer extends GraphAnswer>(
  editor: Editor,
  kind: GraphWorker<Answer>,
  state: Settable<Found<Answer>>,
  wishes: { readonly whole: boolean },
): Asking {
  const read = kind.createReader()
  let request = 0
  let working: { readonly worker: Worker; readonly teller: GraphTeller } | undefined

  const ask = (): void => {
    if (working === undefined) return
    request += 1
    state.set({ answer: state.get().answer, searching: true, failed: false })
    const message: GraphMessage = { question: { request, whole: wishes.whole } }
    working.worker.postMessage(message)
  }
  const start = (): void => {
    const worker = kind.open()
    worker.addEventListener('message', (event) => {
      const answer = read(event)
      if (answer?.request === request) state.set({ answer, searching: !answer.final, failed: false })
    })
    worker.addEventListener('error', () => {
      if (working?.worker !== worker) return
      close()
      state.set({ answer: state.get().answer, searching: false, failed: true })
    })
    const tell = (news: GraphNews): void => worker.postMessage({ news } satisfies GraphMessage)
    working = { worker, teller: createGraphTeller({ view: editor.view, tell, onTold: ask }) }
  }
  const close = (): void => {
    working?.teller.stop()
    working?.worker.terminate()
    working = undefined
  }
  let before = editor.view.get()
  // Another worker is given a try once the map is another.
  const unsubscribe = editor.view.subscribe(() => {
    const view = editor.view.get()
    const hasChanged = view.elements !== before.elements || view.links !== before.links
    before = view
    if (hasChanged && working === undefined) start()
  })
  start()
  return {
    askAgain() {
      if (working === undefined) start()
      else if (working.teller.isTold()) ask()
    },
    stop() {
      unsubscribe()
      close()
    },
  }
}
