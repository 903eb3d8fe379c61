import type { ElementId, LinkId } from '../base/ids'
import type { CausalGraph, Sign } from './causalGraph'
import { findNeighbourhood, type Reach } from './neighbourhood'
import { findPaths, type PathBounds, type PathVerdict } from './paths'
import type { SignedPath } from './signedPath'

/** What people ask of the ways through a map, by ids, so that it can be asked of a worker. */
export type PathQuestion =
  | {
      readonly kind: 'around'
      readonly variable: ElementId
      readonly reach: Reach | 'both'
      /** Links away at most; any number unless given. */
      readonly steps?: number | undefined
    }
  | { readonly kind: 'between'; readonly from: ElementId; readonly to: ElementId }

/** A way that can be shown and told. */
export interface MapPath {
  /** In order of travel, one more than links. */
  readonly variables: readonly ElementId[]
  /** The first of each arc's links: the one that loops are named after. */
  readonly links: readonly LinkId[]
  readonly sign: Sign
  /** Delayed links on the way. */
  readonly delays: number
}

export interface Neighbour {
  readonly variable: ElementId
  /** Links on the shortest way. */
  readonly distance: number
}

/** Two links of the same two variables that contradict each other, on a way that was looked for. */
export interface Disagreement {
  readonly from: ElementId
  readonly to: ElementId
  /** One says plus, the other minus. */
  readonly links: readonly [LinkId, LinkId]
}

export type PathReply =
  | {
      readonly kind: 'around'
      /** Nearest first, then by label. */
      readonly nearby: readonly Neighbour[]
      /** Links among the variable and those near it that lie on a way between them. */
      readonly links: readonly LinkId[]
    }
  | {
      readonly kind: 'between'
      readonly verdict: PathVerdict
      /** False where more paths could change the verdict. */
      readonly isCertain: boolean
      readonly positive: number
      readonly negative: number
      readonly undecided: number
      /** What contradicts itself on the ways listed; absent where nothing does. */
      readonly contested?: {
        /** Of the undecided ways, those on which no sign is missing. */
        readonly ways: number
        readonly links: readonly Disagreement[]
      }
      /** Counts are of all paths; else there are at least so many. */
      readonly isComplete: boolean
      /** Shortest first; the shortest of each sign is among them, wherever it is known. */
      readonly paths: readonly MapPath[]
    }
  /** A variable of the question is not on the map any more. */
  | { readonly kind: 'gone' }

/**
 * Answers a question about ways through the map.
 * @param bounds as in `findPaths`; only for `between`
 * Cost: `around` is linear; `between` is that of `findPaths`.
 */
export function answerPathQuestion(graph: CausalGraph, question: PathQuestion, bounds: PathBounds = {}): PathReply {
  const numberOf = (id: ElementId): number => graph.variables.indexOf(id)
  if (question.kind === 'around') {
    const centre = numberOf(question.variable)
    return centre === -1 ? { kind: 'gone' } : listAround(graph, centre, question)
  }
  const from = numberOf(question.from)
  const to = numberOf(question.to)
  return from === -1 || to === -1 ? { kind: 'gone' } : listBetween(graph, from, to, bounds)
}

function listAround(
  graph: CausalGraph,
  centre: number,
  { reach, steps = Infinity }: Extract<PathQuestion, { readonly kind: 'around' }>,
): PathReply {
  const near = findNeighbourhood(graph, centre, { reach, steps })
  const links = new Set<LinkId>()
  // A link lies on a way out if it begins inside and less than `steps` away; on a way in, the other way round.
  for (const way of reach === 'both' ? (['down', 'up'] as const) : [reach]) {
    const inside = reach === 'both' ? findNeighbourhood(graph, centre, { reach: way, steps }) : near
    const away = (variable: number): number => (variable === centre ? 0 : (inside.get(variable) ?? Infinity))
    for (const [arc, from] of graph.from.entries()) {
      const begin = way === 'down' ? from : (graph.to[arc] ?? 0)
      if (away(begin) < steps && away(begin) !== Infinity) for (const id of graph.links[arc] ?? []) links.add(id)
    }
  }
  const nearby = [...near]
    .map(([variable, distance]) => ({ variable, distance }))
    .sort((a, b) => a.distance - b.distance || compare(graph.labels[a.variable], graph.labels[b.variable]))
    .map(({ variable, distance }) => ({ variable: graph.variables[variable] as ElementId, distance }))
  return { kind: 'around', nearby, links: [...links] }
}

function listBetween(graph: CausalGraph, from: number, to: number, bounds: PathBounds): PathReply {
  const found = findPaths(graph, from, to, bounds)
  const shortest = [found.shortestPositive, found.shortestNegative, found.shortestUndecided].flatMap((search) =>
    search.kind === 'found' ? [search.path] : [],
  )
  const known = new Set(found.listed.map((path) => path.arcs.join()))
  const all = [...found.listed, ...shortest.filter((path) => !known.has(path.arcs.join()))]
  all.sort((a, b) => a.arcs.length - b.arcs.length)
  const { verdict, isCertain, positive, negative, undecided, isComplete } = found
  const paths = all.map((path) => toMapPath(graph, path))
  const links = listDisagreements(
    graph,
    all.flatMap(({ arcs }) => arcs),
  )
  const contested = links.length === 0 ? {} : { contested: { ways: found.contested, links } }
  return { kind: 'between', verdict, isCertain, positive, negative, undecided, ...contested, isComplete, paths }
}

function listDisagreements(graph: CausalGraph, arcs: readonly number[]): readonly Disagreement[] {
  return [...new Set(arcs)].flatMap((arc) => {
    const { link, against } = graph.open.get(arc) ?? {}
    if (link === undefined || against === undefined) return []
    const end = (variable: number | undefined): ElementId => graph.variables[variable ?? 0] as ElementId
    return { from: end(graph.from[arc]), to: end(graph.to[arc]), links: [link, against] as const }
  })
}

function toMapPath(graph: CausalGraph, { arcs, sign, delays }: SignedPath): MapPath {
  const variableAt = (variable: number | undefined): ElementId => graph.variables[variable ?? 0] as ElementId
  return {
    variables: [
      ...arcs.map((arc) => variableAt(graph.from[arc])),
      ...arcs.slice(-1).map((arc) => variableAt(graph.to[arc])),
    ],
    links: arcs.flatMap((arc) => graph.links[arc]?.[0] ?? []),
    sign,
    delays,
  }
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
