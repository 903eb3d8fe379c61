import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { toCausalGraph, type CausalGraph } from './causalGraph'
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
 * Cost: linear, but for sorting.
 */
export function findPulseGround(
  view: Pick<MapView, 'elements' | 'links'>,
  { variable, loop }: PulseQuestion,
): CausalGraph | undefined {
  const whole = toCausalGraph(view)
  const start = whole.variables.indexOf(variable)
  if (start < 0) return undefined
  const kept = new Set<LinkId>()
  if (loop === undefined) {
    const reached = new Set([start])
    for (const at of reached) {
      for (let arc = whole.outStart[at] as number; arc < (whole.outStart[at + 1] as number); arc += 1) {
        for (const link of whole.links[arc] ?? []) kept.add(link)
        if (whole.sign[arc] !== 0) reached.add(whole.to[arc] as number)
      }
    }
  } else {
    const wanted = new Set(loop)
    // A link that another doubles is one arc with it, and its sign is that of both.
    for (const links of whole.links)
      if (links.some((link) => wanted.has(link))) for (const link of links) kept.add(link)
  }
  const ends = new Set<ElementId>([variable])
  for (const id of kept) {
    const link = view.links.get(id)
    if (link !== undefined) for (const end of [link.from, link.to]) ends.add(end)
  }
  if (loop !== undefined && ![...kept].some((id) => view.links.get(id)?.from === variable)) return undefined
  return toCausalGraph({
    elements: new Map([...view.elements].filter(([id]) => ends.has(id))),
    links: new Map([...view.links].filter(([id]) => kept.has(id))),
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
