import type { ElementId, LinkId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { CausalLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { signOf, toCausalGraph, type CausalGraph } from './causalGraph'
import { printGraph } from './graphPrint'
import { findPulseRules, startPulse, stepPulse, type PulseOptions, type Push, type Signal } from './pulse'

/** A push, and the loop that its signals keep to, if any. */
export interface PulseQuestion extends Push {
  readonly loop?: readonly LinkId[]
}

/** One step of a run, as it is shown. */
export interface PulseFrame {
  readonly step: number
  /** Variable → what has arrived there so far; the push itself is 1 or -1. */
  readonly values: Float64Array
  /** On their way from this step on. */
  readonly signals: readonly Signal[]
  /** What arrived with this step, strongest first. */
  readonly arrived: readonly Signal[]
  /** Arcs without a sign at whose beginning a change stops at this step. */
  readonly stopped: readonly number[]
}

/** A whole run: one frame a step, from the push to where the last signal has died away. */
export interface PulseFilm {
  /** The part of the map that the signals can reach, or the loop. */
  readonly graph: CausalGraph
  /** Tells whether two people see the same run of the same map: `printGraph`. */
  readonly print: string
  readonly frames: readonly [PulseFrame, ...PulseFrame[]]
  /** What share of its strength every link passes on, so that signals in loops die away; 1 where they do anyway. */
  readonly damping: number
  /** Arcs with a sign that nobody gave a strength. */
  readonly assumed: number
  /** Signals were still on their way when the film was long enough. */
  readonly isCut: boolean
}

/** Steps after which nobody goes on watching. */
export const longestFilm = 120

/**
 * The part of a map that a push can reach, or the loop that it keeps to: changes elsewhere leave a
 * run as it is. Undefined if the variable is not there, or lies not on the loop.
 * Cost: one look at every link; the rest by what is reached.
 */
export function findPulseGround(
  view: Pick<MapView, 'elements' | 'links'>,
  { variable, loop }: PulseQuestion,
): CausalGraph | undefined {
  if (!view.elements.has(variable)) return undefined
  const leaving = new Map<ElementId, CausalLink[]>()
  for (const link of view.links.values()) {
    if (link.kind !== 'causal') continue
    const known = leaving.get(link.from)
    if (known === undefined) leaving.set(link.from, [link])
    else known.push(link)
  }
  const kept = loop === undefined ? reach(leaving, variable) : doublesOf(view, leaving, loop)
  const isThere = view.elements.get(variable)?.kind === 'variable' || kept.length > 0
  if (!isThere || (loop !== undefined && !kept.some(({ from }) => from === variable))) return undefined
  const elements = new Map<ElementId, MapElement>()
  for (const id of [variable, ...kept.flatMap(({ from, to }) => [from, to])]) {
    const element = view.elements.get(id)
    if (element !== undefined) elements.set(id, element)
  }
  return toCausalGraph({ elements, links: new Map(kept.map((link) => [link.id, link])) })
}

/** Every link that a change of the variable comes to: at those without a sign it stops. */
function reach(leaving: ReadonlyMap<ElementId, readonly CausalLink[]>, variable: ElementId): readonly CausalLink[] {
  const kept: CausalLink[] = []
  const reached = new Set([variable])
  for (const id of reached) {
    const links = leaving.get(id) ?? []
    kept.push(...links)
    for (const link of links) {
      // Links that double each other and differ say both: that is no sign.
      const sign = signOf(link)
      if (sign !== 0 && links.every((other) => other.to !== link.to || signOf(other) === sign)) reached.add(link.to)
    }
  }
  return kept
}

/** The links of a loop, with those that double them: together they have one sign or none. */
function doublesOf(
  view: Pick<MapView, 'links'>,
  leaving: ReadonlyMap<ElementId, readonly CausalLink[]>,
  loop: readonly LinkId[],
): readonly CausalLink[] {
  return loop.flatMap((id) => {
    const link = view.links.get(id)
    return link?.kind === 'causal' ? (leaving.get(link.from) ?? []).filter(({ to }) => to === link.to) : []
  })
}

/**
 * Runs a push to its end. The same graph and push give the same film on every machine.
 * @returns undefined if the variable is not in the graph
 * Cost: a power iteration; then steps × links.
 */
export function filmPulse(graph: CausalGraph, push: Push, options: PulseOptions = {}): PulseFilm | undefined {
  const rules = findPulseRules(graph, options)
  let state = startPulse(graph, rules, push)
  if (state === undefined) return undefined
  const { variable } = push
  const frames: [PulseFrame, ...PulseFrame[]] = [
    { ...state, arrived: [], stopped: findStopped(graph, [graph.variables.indexOf(variable)]) },
  ]
  while (state.signals.length > 0 && frames.length <= longestFilm) {
    const before = state.signals
    state = stepPulse(graph, rules, state)
    const { step } = state
    const arrived = before
      .filter((signal) => signal.arrivesAt === step)
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.arc - b.arc)
    frames.push({ ...state, arrived, stopped: findStopped(graph, changedBy(graph, arrived)) })
  }
  return {
    graph,
    print: printGraph(graph),
    frames,
    damping: rules.damping,
    assumed: [...graph.sign.keys()].filter((arc) => graph.sign[arc] !== 0 && Number.isNaN(graph.strength[arc])).length,
    isCut: state.signals.length > 0,
  }
}

/** Variables in which arriving signals do not cancel each other out. */
function changedBy(graph: CausalGraph, arrived: readonly Signal[]): readonly number[] {
  const sums = new Map<number, number>()
  for (const { arc, value } of arrived) {
    const to = graph.to[arc] as number
    sums.set(to, (sums.get(to) ?? 0) + value)
  }
  return [...sums].flatMap(([at, sum]) => (sum === 0 ? [] : [at]))
}

function findStopped(graph: CausalGraph, changed: readonly number[]): readonly number[] {
  return changed.flatMap((at) => {
    const arcs: number[] = []
    for (let arc = graph.outStart[at] as number; arc < (graph.outStart[at + 1] as number); arc += 1) {
      if (graph.sign[arc] === 0) arcs.push(arc)
    }
    return arcs
  })
}
