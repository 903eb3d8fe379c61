import type { LinkId } from '../base/ids'
import { isArchetypeName } from '../model/archetype'
import { readLoopKey } from '../model/loopKey'
import type { MapView } from '../model/mapView'
import {
  defaultArchetypeBounds,
  fitArchetype,
  lookForArchetypes,
  type ArchetypeAnchor,
  type ArchetypeMatch,
  type ArchetypeSet,
} from './archetypes'
import { buildCausalGraph, type CausalGraph, type Sign } from './causalGraph'
import { finish } from './phase'

/** What a map asks about archetypes: where to look, and what people have settled already. Plain data. */
export interface ArchetypeQuestion {
  readonly anchors: readonly ArchetypeAnchor[]
  /** Figures that people confirmed, by the keys of their records. */
  readonly confirmed: readonly { readonly key: string; readonly archetype: string }[]
}

/** A figure that people confirmed, as it is now. */
export interface ConfirmedArchetype {
  /** Key of its record among the loops of the map. */
  readonly key: string
  readonly archetype: string
  /** Undefined if its links no longer make it, or if this version does not know the archetype. */
  readonly match: ArchetypeMatch | undefined
}

export interface ArchetypeReply extends ArchetypeSet {
  readonly confirmed: readonly ConfirmedArchetype[]
}

/** Reads the question from a map; undefined if it has none. Cost: linear. */
export function readArchetypeQuestion(view: Pick<MapView, 'elements' | 'loops'>): ArchetypeQuestion | undefined {
  const anchors: ArchetypeAnchor[] = []
  for (const element of view.elements.values()) {
    if (element.kind === 'variable' && element.mark !== undefined) {
      anchors.push({ variable: element.id, mark: element.mark })
    }
  }
  const confirmed: { key: string; archetype: string }[] = []
  for (const [key, { archetype }] of view.loops) if (archetype !== undefined) confirmed.push({ key, archetype })
  return anchors.length + confirmed.length === 0 ? undefined : { anchors, confirmed }
}

/** Answers it. Cost: see `findArchetypes` and `fitArchetype`. */
export function answerArchetypeQuestion(graph: CausalGraph, question: ArchetypeQuestion): ArchetypeReply {
  return finish(workOutArchetypes(graph, question, () => false))
}

/** The same, bit by bit: yields where `isPaused` says so. */
export function* workOutArchetypes(
  graph: CausalGraph,
  question: ArchetypeQuestion,
  isPaused: () => boolean,
): Generator<undefined, ArchetypeReply> {
  const set = yield* lookForArchetypes(graph, question.anchors, defaultArchetypeBounds, isPaused)
  const arcOf = new Map(graph.links.flatMap((parallel, arc) => parallel.map((id) => [id, arc] as const)))
  const confirmed: ConfirmedArchetype[] = []
  for (const { key, archetype } of question.confirmed) {
    const match = isArchetypeName(archetype)
      ? fitArchetype(narrowGraph(graph, arcOf, readLoopKey(key)), archetype)
      : undefined
    confirmed.push({ key, archetype, match })
    if (isPaused()) yield
  }
  return { ...set, confirmed }
}

/** The graph of these links alone, and of what they join. */
function narrowGraph(graph: CausalGraph, arcOf: ReadonlyMap<LinkId, number>, links: readonly LinkId[]): CausalGraph {
  const arcs = [...new Set(links.flatMap((id) => arcOf.get(id) ?? []))]
  const ends = new Set(arcs.flatMap((arc) => [graph.from[arc] as number, graph.to[arc] as number]))
  const id = (at: number) => graph.variables[at] as CausalGraph['variables'][number]
  return buildCausalGraph(
    new Map([...ends].map((at) => [id(at), graph.labels[at] ?? ''])),
    arcs.map((arc) => ({
      id: (graph.links[arc] as readonly [LinkId])[0],
      from: id(graph.from[arc] as number),
      to: id(graph.to[arc] as number),
      sign: graph.sign[arc] as Sign,
      delayed: graph.delayed[arc] === 1,
    })),
  )
}
