import { findPulseGround, type PulseFilm, type PulseQuestion } from '../../../lib/analysis/pulseFilm'
import { printGraph } from '../../../lib/analysis/graphPrint'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import type { Clock } from '../../../lib/base/clock'
import { isSameJson } from '../../../lib/base/json'
import { createObservable, type Observable, type Settable } from '../../../lib/base/observable'
import type { Editor, Person } from '../../../lib/editor/editor'
import type { MapView } from '../../../lib/model/mapView'
import type { SharedPulse } from '../../../lib/protocol/presence'
import {
  clampStep,
  isSameQuestion,
  readShared,
  reducePulse,
  shareRun,
  stepTime,
  type PulseAction,
  type PulseRun,
} from './pulseRun'

/** What this tab shows of a push, its own or somebody else's. */
export interface PulseScreen {
  readonly run: PulseRun | undefined
  /** Whose run it is that is watched here; undefined if it is one's own. */
  readonly by: { readonly id: string; readonly name: string } | undefined
  /** Everyone may watch one's own run. */
  readonly shared: boolean
  /** All frames of the run; undefined while they are worked out, or cannot be. */
  readonly film: PulseFilm | undefined
  /** Watching: the run is of another state of the map than the one that is here. */
  readonly otherMap: boolean
  /** The map has changed since the push, and the run has begun again. */
  readonly restarted: boolean
}

const nothing: PulseScreen = {
  run: undefined,
  by: undefined,
  shared: false,
  film: undefined,
  otherMap: false,
  restarted: false,
}

/** Why a run that was on the screen is there no more, without anybody here having ended it. */
export type PulseEnd =
  /** The variable, or the loop, is gone from the map. */
  | { readonly kind: 'gone' }
  /** It could not be worked out. */
  | { readonly kind: 'failed' }
  /** Whoever showed it has stopped, or left. */
  | { readonly kind: 'ended'; readonly name: string }

export interface PulseRuns {
  readonly screen: Observable<PulseScreen>
  /** The last step whose signals have arrived on the screen: the canvas says so once they have travelled. */
  readonly landed: Settable<number>
  /** The last run that ended by itself; a new object each time. */
  readonly ended: Observable<PulseEnd | undefined>
  /** Pushes a variable. A run that is on, one's own or watched, gives way. */
  push(question: PulseQuestion): void
  act(action: Exclude<PulseAction, { readonly kind: 'tick' }>): void
  /** Lets everyone watch one's own run, or no more. */
  share(on: boolean): void
  /** Watches what this person shows. One's own run ends. */
  watch(person: string): void
  /** Ends one's own run, or stops watching. */
  stop(): void
}

interface PulseRunsPorts {
  readonly editor: Pick<Editor, 'view' | 'people' | 'sync' | 'present'>
  readonly clock: Clock
  /** Works a run out, elsewhere; calls back unless another has been asked for meanwhile, without a film if it failed. */
  readonly makeFilm: (graph: CausalGraph, question: PulseQuestion, done: (film: PulseFilm | undefined) => void) => void
}

/** Runs pushes in one tab: one's own by the clock, somebody else's by what they tell of theirs. */
export function createPulseRuns({ editor, clock, makeFilm }: PulseRunsPorts): PulseRuns {
  const screen = createObservable(nothing)
  const landed = createObservable(0)
  const ended = createObservable<PulseEnd | undefined>(undefined)
  let turn = 0
  let cancelTick: (() => void) | undefined
  /** Name of what one's own run is computed from. */
  let ownPrint = ''
  /** The film that was asked for, until it comes. */
  let awaited: string | undefined
  let seen: Pick<MapView, 'elements' | 'links'> | undefined
  /** What was last followed while watching: people are told of at each move of anybody's cursor. */
  let followed: Followed | undefined
  const findGround = createGroundFinder()

  const update = (changes: Partial<PulseScreen>): void => {
    screen.set({ ...screen.get(), ...changes })
    const { run, by, shared } = screen.get()
    if (by === undefined) editor.present({ whatIf: run !== undefined && shared ? shareRun(run, ownPrint) : null })
    beat()
  }

  /** Time passes only for one's own run: whoever watches is told of each step. */
  const beat = (): void => {
    const { run, by, film } = screen.get()
    if (by !== undefined || film === undefined || run?.playing !== true) {
      cancelTick?.()
      cancelTick = undefined
    } else {
      cancelTick ??= clock.after(stepTime[run.speed], () => {
        cancelTick = undefined
        apply({ kind: 'tick' })
      })
    }
  }

  const apply = (action: PulseAction): void => {
    const { run, by, film } = screen.get()
    if (run === undefined || by !== undefined) return
    // A touch of the hand begins the time of a step anew.
    cancelTick?.()
    cancelTick = undefined
    const next = reducePulse(run, action, film === undefined ? undefined : film.frames.length - 1)
    if (next.step < run.step) landed.set(next.step)
    update({ run: next })
  }

  const ask = (graph: CausalGraph, question: PulseQuestion, print: string): void => {
    awaited = print
    makeFilm(graph, question, (film) => {
      const { run } = screen.get()
      if (awaited !== print || run === undefined || !isSameQuestion(run.question, question)) return
      awaited = undefined
      if (film === undefined) {
        finish({ kind: 'failed' })
        return
      }
      update({ film, otherMap: false, run: clampStep(run, film.frames.length - 1) })
    })
  }

  const finish = (end: PulseEnd | undefined): void => {
    const wasOwn = screen.get().by === undefined
    awaited = undefined
    followed = undefined
    landed.set(0)
    screen.set({ ...nothing, shared: wasOwn && screen.get().shared })
    if (wasOwn) editor.present({ whatIf: null })
    beat()
    if (end !== undefined) ended.set(end)
  }

  /** One's own run on a map that has changed where it matters begins again. */
  const followMap = (): void => {
    const { elements, links } = editor.view.get()
    if (seen?.elements === elements && seen.links === links) return
    seen = { elements, links }
    const { run, by, film } = screen.get()
    if (run === undefined) return
    if (by !== undefined) {
      followPerson()
      return
    }
    const ground = findPulseGround({ elements, links }, run.question)
    if (ground === undefined) {
      finish({ kind: 'gone' })
      return
    }
    const print = printGraph(ground)
    if (print === (awaited ?? film?.print)) return
    landed.set(0)
    turn += 1
    ownPrint = print
    update({ run: { ...run, step: 0, turn }, film: undefined, restarted: true })
    ask(ground, run.question, print)
  }

  const followPerson = (): void => {
    const { by, run, film } = screen.get()
    if (by === undefined) return
    const person = editor.people.get().find(({ id }) => id === by.id)
    const shared = person?.presence.whatIf
    if (shared === undefined || shared === null) {
      // Without a connection nobody seems to be here; that is not their doing.
      if (editor.sync.get().kind !== 'offline') finish({ kind: 'ended', name: by.name })
      return
    }
    const { elements, links } = editor.view.get()
    if (followed?.elements === elements && followed.links === links && isSameJson(followed.shared, shared)) return
    const before = followed?.shared
    followed = { elements, links, shared }
    const next = readShared(shared)
    // The same push, of a map that has changed since: it was not pushed anew.
    const isBegunAgain =
      run !== undefined &&
      before !== undefined &&
      before.turn !== next.turn &&
      before.map !== shared.map &&
      isSameQuestion(next.question, run.question)
    const isNew = run === undefined || next.turn !== run.turn || !isSameQuestion(next.question, run.question)
    const restarted = isBegunAgain || (!isNew && screen.get().restarted)
    // Whoever comes late, or is behind, is where the others are.
    if (isNew || next.step < run.step) landed.set(next.step)
    if (!isNew && film?.print === shared.map) {
      update({ run: { ...next, question: run.question }, otherMap: false, restarted })
      return
    }
    const question = isNew ? next.question : run.question
    const ground = findGround({ elements, links }, question)
    const isHere = ground?.print === shared.map
    update({ run: { ...next, question }, film: undefined, otherMap: !isHere, restarted })
    if (ground !== undefined && isHere && (isNew || awaited !== shared.map)) ask(ground.graph, question, shared.map)
  }

  // For as long as the map is open.
  editor.view.subscribe(followMap)
  editor.people.subscribe(followPerson)

  return {
    screen,
    landed,
    ended,
    push(question) {
      const { elements, links } = editor.view.get()
      seen = { elements, links }
      const ground = findPulseGround(seen, question)
      if (ground === undefined) return
      const before = screen.get()
      followed = undefined
      turn += 1
      landed.set(0)
      cancelTick?.()
      cancelTick = undefined
      ownPrint = printGraph(ground)
      update({
        run: { question, turn, step: 0, playing: before.run?.playing ?? true, speed: before.run?.speed ?? 'normal' },
        by: undefined,
        film: undefined,
        otherMap: false,
        restarted: false,
        shared: before.by === undefined && before.shared,
      })
      ask(ground, question, ownPrint)
    },
    act: apply,
    share(on) {
      if (screen.get().by === undefined) update({ shared: on })
    },
    watch(person) {
      const found = editor.people.get().find(({ id }) => id === person)
      if (!isShowing(found)) return
      finish(undefined)
      screen.set({ ...nothing, by: { id: found.id, name: found.name } })
      followPerson()
    },
    stop() {
      finish(undefined)
    },
  }
}

/** Whether this person lets everyone watch a what-if right now. */
export function isShowing(person: Person | undefined): person is Person {
  return person?.presence.whatIf !== undefined && person.presence.whatIf !== null
}

interface Followed extends Pick<MapView, 'elements' | 'links'> {
  readonly shared: SharedPulse
}

interface PrintedGround {
  readonly graph: CausalGraph
  readonly print: string
}

/** `findPulseGround` with its print; the last answer is kept, so that a step of the same run on the same map is free. */
function createGroundFinder(): (
  view: Pick<MapView, 'elements' | 'links'>,
  question: PulseQuestion,
) => PrintedGround | undefined {
  let last:
    (Pick<MapView, 'elements' | 'links'> & { question: PulseQuestion; ground: PrintedGround | undefined }) | undefined
  return ({ elements, links }, question) => {
    if (last?.elements !== elements || last.links !== links || !isSameQuestion(last.question, question)) {
      const graph = findPulseGround({ elements, links }, question)
      last = {
        elements,
        links,
        question,
        ground: graph === undefined ? undefined : { graph, print: printGraph(graph) },
      }
    }
    return last.ground
  }
}
