import { toCausalGraph, type CausalGraph } from '../../lib/analysis/causalGraph'
import { createObservable, type Observable, type Settable } from '../../lib/base/observable'
import type { Editor } from '../../lib/editor/editor'
import type { MapView } from '../../lib/model/mapView'

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
}

/**
 * Asks a worker about the causal graph of a map, anew whenever it changes and only while somebody wants
 * to know. One worker for each map, however many ask.
 * @param openWorker one that answers `{ request, graph }` with one or several `Answer`s
 */
export function createGraphFinders<Answer extends GraphAnswer>(
  openWorker: () => Worker,
): (editor: Editor) => GraphFinder<Answer> {
  const finders = new WeakMap<Editor, GraphFinder<Answer>>()
  return (editor) => {
    const known = finders.get(editor)
    if (known !== undefined) return known
    const made = createFinder<Answer>(editor, openWorker)
    finders.set(editor, made)
    return made
  }
}

function createFinder<Answer extends GraphAnswer>(editor: Editor, openWorker: () => Worker): GraphFinder<Answer> {
  const state = createObservable<Found<Answer>>({ answer: undefined, searching: true })
  let holders = 0
  let stop: (() => void) | undefined
  return {
    state,
    hold() {
      holders += 1
      stop ??= startFinding(editor, openWorker(), state)
      return () => {
        holders -= 1
        // Panels that give way to each other hold it by turns: not worth a new worker.
        setTimeout(() => {
          if (holders > 0) return
          stop?.()
          stop = undefined
        }, 1_000)
      }
    },
  }
}

function startFinding<Answer extends GraphAnswer>(
  editor: Editor,
  worker: Worker,
  state: Settable<Found<Answer>>,
): () => void {
  let request = 0
  let asked: { readonly view: Pick<MapView, 'elements' | 'links'>; readonly graph: CausalGraph } | undefined
  let waiting = false
  const ask = (): void => {
    waiting = false
    const { elements, links } = editor.view.get()
    if (asked?.view.elements === elements && asked.view.links === links) return
    const graph = toCausalGraph({ elements, links })
    const isNew = asked === undefined || !isSameGraph(asked.graph, graph)
    asked = { view: { elements, links }, graph }
    if (!isNew) return
    request += 1
    state.set({ answer: state.get().answer, searching: true })
    worker.postMessage({ request, graph })
  }
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    if (event.data.request === request) state.set({ answer: event.data, searching: !event.data.final })
  })
  // Several changes of one moment are one question.
  const unsubscribe = editor.view.subscribe(() => {
    if (waiting) return
    waiting = true
    setTimeout(ask, 16)
  })
  ask()
  return () => {
    unsubscribe()
    worker.terminate()
  }
}

function isSameGraph(a: CausalGraph, b: CausalGraph): boolean {
  return (
    isSame(a.variables, b.variables) &&
    isSame(a.labels, b.labels) &&
    isSame(a.from, b.from) &&
    isSame(a.to, b.to) &&
    isSame(a.sign, b.sign) &&
    isSame(a.delayed, b.delayed) &&
    a.links.every((links, arc) => isSame(links, b.links[arc] ?? []))
  )
}

function isSame<Entry>(a: ArrayLike<Entry>, b: ArrayLike<Entry>): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}
