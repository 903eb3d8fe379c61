import { cutGraphNews, listGraphNews, type GraphNews } from '../../lib/analysis/graphFeed'
import { createObservable, type Observable, type Settable } from '../../lib/base/observable'
import type { Editor } from '../../lib/editor/editor'
import type { MapView } from '../../lib/model/mapView'

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
  const state = createObservable<Found<Answer>>({ answer: undefined, searching: true })
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

/** Records sent at once: a map of many thousands is told in pieces, so that the page stays quick. */
const mostAtOnce = 1_000

function startAsking<Answer extends GraphAnswer>(
  editor: Editor,
  kind: GraphWorker<Answer>,
  state: Settable<Found<Answer>>,
  wishes: { readonly whole: boolean },
): Asking {
  const worker = kind.open()
  const read = kind.createReader()
  const send = (message: GraphMessage): void => worker.postMessage(message)
  let request = 0
  let told: Pick<MapView, 'elements' | 'links'> | undefined
  /** Pieces that are still to be sent. */
  let pieces: readonly GraphNews[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined

  const ask = (): void => {
    request += 1
    state.set({ answer: state.get().answer, searching: true })
    send({ question: { request, whole: wishes.whole } })
  }
  /** @returns whether there is news to tell */
  const lookForNews = (): boolean => {
    const { elements, links } = editor.view.get()
    const isFirst = told === undefined
    const news = listGraphNews(told, { elements, links })
    told = { elements, links }
    pieces = news === undefined ? [] : cutGraphNews(news, mostAtOnce)
    if (news === undefined && isFirst) ask()
    return news !== undefined
  }
  const tell = (): void => {
    waiting = undefined
    if (pieces.length === 0 && !lookForNews()) return
    const [news, ...rest] = pieces
    pieces = rest
    if (news !== undefined) send({ news })
    if (rest.length > 0) {
      tellIn(0)
      return
    }
    ask()
    const { elements, links } = editor.view.get()
    if (told?.elements !== elements || told.links !== links) tellIn(16)
  }
  const tellIn = (milliseconds: number): void => {
    waiting ??= setTimeout(tell, milliseconds)
  }

  worker.addEventListener('message', (event) => {
    const answer = read(event)
    if (answer?.request === request) state.set({ answer, searching: !answer.final })
  })
  // Several changes of one moment are one question.
  const unsubscribe = editor.view.subscribe(() => tellIn(16))
  tellIn(0)
  return {
    askAgain() {
      if (told !== undefined && pieces.length === 0) ask()
    },
    stop() {
      unsubscribe()
      clearTimeout(waiting)
      worker.terminate()
    },
  }
}
