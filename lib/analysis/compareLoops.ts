import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { toCausalGraph, type CausalGraph } from './causalGraph'
import { compareGraphs } from './graphChange'
import { kindOf, readLoop, type Loop, type LoopKind } from './loop'
import { startSearchThrough } from './loopSearch'
import { readNotedLoops } from './notedLoops'

/** Where a comparison of loops may stop. */
export interface CompareBounds {
  /** Loops of each list at most, beside those that people noted; 500 unless told. */
  readonly maxLoops?: number
  /** Longest loop compared, in links, where all are too many; 6 unless told. */
  readonly maxLength?: number
  /** Asked every few thousand steps; true ends the search. */
  readonly isOver?: () => boolean
}

/** A loop in one of the two maps, with the name that people gave it there. */
export interface ComparedLoop extends Loop {
  readonly name: string
}

/** A loop that is there in both, and is no longer of the kind that it was. */
export interface FlippedLoop extends ComparedLoop {
  /** `kind` is what it is now. */
  readonly before: LoopKind
}

/**
 * What became of the feedback loops. A loop is the same in both if it passes the same variables in the same order,
 * whichever of several parallel links it is known by. What is listed holds in any case; whether it is everything
 * is told by `upTo` and `isAll`. Loops that people noted are looked at however long they are.
 */
export interface LoopComparison {
  /** There now and not before. Shortest first. */
  readonly gained: readonly ComparedLoop[]
  /** There before and not now, as they were. Shortest first. */
  readonly broken: readonly ComparedLoop[]
  readonly flipped: readonly FlippedLoop[]
  /** Loops that are in both maps, with another name than before; '' for none. */
  readonly renamed: readonly { readonly loop: ComparedLoop; readonly before: string }[]
  /** Length up to which every loop was looked at; Infinity for all, 0 where a bound ended even the short ones. */
  readonly upTo: number
  /** The lists are all there is. */
  readonly isAll: boolean
}

const usualBounds = { maxLoops: 500, maxLength: 6 } as const

/**
 * Compares the loops of two maps. Only loops through arcs that came, went or turned are searched, of any length
 * where these are at most `maxLoops`, else those of up to `maxLength` links.
 * Cost: linear in both maps; nothing more where no arc changed; else two bounded searches through each changed arc
 * (half a second where all 10,000 links of a map came at once).
 */
export function compareLoops(before: MapView, after: MapView, bounds: CompareBounds = {}): LoopComparison {
  const graphs = { before: toCausalGraph(before), after: toCausalGraph(after) }
  const change = compareGraphs(graphs.before, graphs.after)
  const all = { ...usualBounds, ...bounds }
  const gained = searchThrough(graphs.after, change.added, all)
  const broken = searchThrough(graphs.before, change.gone, all)
  const turned = searchThrough(
    graphs.after,
    change.turned.map((arc) => arc.after),
    all,
  )
  const noted = { before: readNoted(before), after: readNoted(after) }
  const arcs = { before: indexArcs(graphs.before), after: indexArcs(graphs.after) }
  const nameOf = (side: 'before' | 'after', loop: Loop): string => noted[side].get(wayOf(loop))?.name ?? ''
  const nameAll = (side: 'before' | 'after', loops: readonly Loop[]): readonly ComparedLoop[] =>
    loops.map((loop) => ({ ...loop, name: nameOf(side, loop) }))
  const kindBefore = (loop: Loop): LoopKind | undefined => kindIn(graphs.before, arcs.before, loop)

  const flipped = mergeNoted(turned.loops, noted.after).flatMap((loop): readonly FlippedLoop[] => {
    const was = kindBefore(loop)
    return was === undefined || was === loop.kind ? [] : [{ ...loop, name: nameOf('after', loop), before: was }]
  })
  const kept = [...noted.after.values()].filter((loop) => kindBefore(loop) !== undefined)
  const lost = [...noted.before.values()].filter((loop) => kindIn(graphs.after, arcs.after, loop) !== undefined)
  const named = new Map([...kept, ...lost].map((loop) => [wayOf(loop), loop]))
  const renamed = [...named.values()].flatMap((loop) => {
    const [was, is] = [nameOf('before', loop), nameOf('after', loop)]
    return was === is ? [] : [{ loop: { ...loop, name: is }, before: was }]
  })
  const searches = [gained, broken, turned]
  const upTo = Math.min(...searches.map((search) => search.upTo))
  return {
    gained: nameAll(
      'after',
      mergeNoted(gained.loops, noted.after).filter((loop) => kindBefore(loop) === undefined),
    ),
    broken: nameAll(
      'before',
      mergeNoted(broken.loops, noted.before).filter((loop) => kindIn(graphs.after, arcs.after, loop) === undefined),
    ),
    flipped,
    renamed,
    upTo,
    isAll: upTo === Infinity,
  }
}

interface Found {
  readonly loops: readonly Loop[]
  readonly upTo: number
}

/** Every loop through any of these arcs, each once; of any length if they are few enough. */
function searchThrough(
  graph: CausalGraph,
  arcs: readonly number[],
  bounds: Required<Pick<CompareBounds, 'maxLoops' | 'maxLength'>> & CompareBounds,
): Found {
  const whole = search(graph, arcs, bounds, undefined)
  if (whole.isComplete) return { loops: whole.loops, upTo: Infinity }
  const short = search(graph, arcs, bounds, bounds.maxLength)
  return { loops: short.loops, upTo: short.isComplete ? bounds.maxLength : 0 }
}

function search(
  graph: CausalGraph,
  arcs: readonly number[],
  { maxLoops, isOver }: CompareBounds & { readonly maxLoops: number },
  maxLength: number | undefined,
): { readonly loops: readonly Loop[]; readonly isComplete: boolean } {
  const loops: Loop[] = []
  const leftOut = new Uint8Array(graph.from.length)
  for (const arc of arcs) {
    if (isOver?.() === true) return { loops, isComplete: false }
    // One more than there is room for, so that exactly so many are known to be all.
    const most = { maxLoops: maxLoops - loops.length + 1, ...(maxLength === undefined ? {} : { maxLength }) }
    const run = startSearchThrough(graph, arc, leftOut, most, (way, length) =>
      loops.push(readLoop(graph, way.slice(0, length))),
    )
    if (!run.run(isOver) || !run.result().complete) return { loops: loops.slice(0, maxLoops), isComplete: false }
    leftOut[arc] = 1
  }
  return { loops, isComplete: true }
}

type Noted = ReadonlyMap<string, Loop & { readonly name: string }>

function readNoted(view: MapView): Noted {
  return new Map(readNotedLoops(view).map((loop) => [wayOf(loop), loop]))
}

/** What a search found and what people noted, each loop once; by length, then by the way round. */
function mergeNoted(found: readonly Loop[], noted: Noted): readonly Loop[] {
  const all = new Map([...noted, ...found.map((loop) => [wayOf(loop), noted.get(wayOf(loop)) ?? loop] as const)])
  return [...all]
    .map(([way, { key, kind, delayed, variables, links }]) => ({ way, loop: { key, kind, delayed, variables, links } }))
    .sort((one, other) => one.loop.links.length - other.loop.links.length || (one.way < other.way ? -1 : 1))
    .map(({ loop }) => loop)
}

/** The same for every loop through the same variables in the same order, wherever one begins. */
function wayOf({ variables }: Pick<Loop, 'variables'>): string {
  let start = 0
  for (const [index, id] of variables.entries()) if (id < (variables[start] ?? id)) start = index
  return [...variables.slice(start), ...variables.slice(0, start)].join(' ')
}

type ArcIndex = (from: ElementId, to: ElementId) => number | undefined

function indexArcs(graph: CausalGraph): ArcIndex {
  const numbers = new Map(graph.variables.map((id, index) => [id, index]))
  const places = new Map<number, number>()
  for (const [arc, from] of graph.from.entries()) places.set(from * graph.size + (graph.to[arc] ?? 0), arc)
  return (from, to) => {
    const [start, end] = [numbers.get(from), numbers.get(to)]
    return start === undefined || end === undefined ? undefined : places.get(start * graph.size + end)
  }
}

/** Of which kind a loop is in a map; undefined if it is not there. */
function kindIn(graph: CausalGraph, arcOf: ArcIndex, { variables }: Pick<Loop, 'variables'>): LoopKind | undefined {
  let product = 1
  for (const [index, id] of variables.entries()) {
    const arc = arcOf(id, variables[(index + 1) % variables.length] ?? id)
    if (arc === undefined) return undefined
    product *= graph.sign[arc] ?? 0
  }
  return kindOf(product)
}
