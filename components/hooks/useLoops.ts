'use client'
import { useEffect, useMemo } from 'react'
import { toCausalGraph, type CausalGraph } from '../../lib/analysis/causalGraph'
import type { LoopAnswer } from '../../lib/analysis/loopService'
import type { LoopSet } from '../../lib/analysis/loopSet'
import { numberWithNotes, readNotedLoops } from '../../lib/analysis/notedLoops'
import { createObservable, type Observable, type Settable } from '../../lib/base/observable'
import type { Editor } from '../../lib/editor/editor'
import type { MapView } from '../../lib/model/mapView'
import { useEditor } from './EditorProvider'
import { useView } from './useMap'
import { useObservable } from './useObservable'

/** The loops of the map as far as they are known now. */
export interface LoopState {
  /** Undefined until the first answer. */
  readonly set: LoopSet | undefined
  /** The map has changed since, or a better answer is being worked out. */
  readonly searching: boolean
}

interface LoopFinder {
  readonly state: Observable<LoopState>
  /** Works while anybody holds it. */
  hold(): () => void
}

const finders = new WeakMap<Editor, LoopFinder>()

/**
 * The loops of the map, found in a worker as people draw. The worker runs only while a component
 * that uses this is on the screen. Loops that people noted are among them however long, and have
 * their numbers.
 */
export function useLoops(): LoopState {
  const finder = finderOf(useEditor())
  useEffect(() => finder.hold(), [finder])
  const found = useObservable(finder.state)
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const notes = useView((view) => view.loops)
  return useMemo(() => {
    if (found.set === undefined) return found
    const view = { elements, links, loops: notes }
    return { ...found, set: { ...found.set, loops: numberWithNotes(found.set.loops, readNotedLoops(view), view) } }
  }, [found, elements, links, notes])
}

function finderOf(editor: Editor): LoopFinder {
  const known = finders.get(editor)
  if (known !== undefined) return known
  const made = createFinder(editor)
  finders.set(editor, made)
  return made
}

function createFinder(editor: Editor): LoopFinder {
  const state = createObservable<LoopState>({ set: undefined, searching: true })
  let holders = 0
  let stop: (() => void) | undefined
  return {
    state,
    hold() {
      holders += 1
      stop ??= startFinding(editor, state)
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

function startFinding(editor: Editor, state: Settable<LoopState>): () => void {
  const worker = new Worker(new URL('./loopWorker.ts', import.meta.url), { type: 'module' })
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
    state.set({ set: state.get().set, searching: true })
    worker.postMessage({ request, graph })
  }
  worker.addEventListener('message', (event: MessageEvent<LoopAnswer>) => {
    if (event.data.request === request) state.set({ set: event.data.set, searching: !event.data.final })
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
