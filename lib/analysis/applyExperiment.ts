import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { elementMarks, linkMarks, type ExperimentMark } from '../model/practice/experiment'
import {
  mergeSigns,
  mergeStrengths,
  readGraphLink,
  toCausalGraph,
  type CausalGraph,
  type GraphLink,
} from './causalGraph'
import { mediumStrength, weighArcs } from './weights'

export type ElementMark = (typeof elementMarks)[number]
export type LinkMark = (typeof linkMarks)[number]

/** Why a mark changes nothing of a run. */
export type IdleReason =
  /** It is on an element that no causal link can touch. */
  | 'no-variable'
  /** It is on a link that says nothing of causes. */
  | 'not-causal'
  /** The link has no sign: it counts for nothing, marked or not. */
  | 'no-sign'
  /** Another link from the same one to the same other has another sign, or none: together they count for nothing. */
  | 'opposed'
  /** The link is as strong or as weak as it can be, or what is marked of it cancels out. */
  | 'same'

/** A mark that changes nothing. */
export interface IdleMark {
  readonly id: ElementId | LinkId
  readonly mark: ExperimentMark
  readonly why: IdleReason
}

/** What of a map experiments start from: worked out once for all of them. */
export interface ExperimentGround {
  readonly graph: CausalGraph
  /** Its causal links. */
  readonly links: ReadonlyMap<LinkId, GraphLink>
}

/** The marks of an experiment that fit what they are on, as plain data. */
export interface FittingMarks {
  readonly elements: readonly (readonly [ElementId, ElementMark])[]
  readonly links: readonly (readonly [LinkId, LinkMark])[]
  /** Of links that say nothing of causes. */
  readonly idle: readonly IdleMark[]
}

/** A map as it is and as it would be. */
export interface AppliedExperiment {
  readonly before: CausalGraph
  /** The same variables and arcs, as far as running it goes: a way that is cut has no strength. */
  readonly after: CausalGraph
  /** Variables that would be pushed. */
  readonly pushed: ReadonlyMap<ElementId, ElementMark>
  /** Links that would count for something else. */
  readonly changed: ReadonlyMap<LinkId, LinkMark>
  readonly idle: readonly IdleMark[]
}

/** What experiments on this map start from. Cost: linear in elements and links, but for sorting. */
export function readExperimentGround(view: Pick<MapView, 'elements' | 'links'>): ExperimentGround {
  const links = new Map<LinkId, GraphLink>()
  for (const one of view.links.values()) {
    const link = readGraphLink(one)
    if (link !== undefined) links.set(link.id, link)
  }
  return { graph: toCausalGraph(view), links }
}

/** The marks that fit; those on what is not on the map, and those that do not fit what they are on, are left out. */
export function fitMarks(
  view: Pick<MapView, 'elements' | 'links'>,
  marks: ReadonlyMap<string, ExperimentMark>,
): FittingMarks {
  const elements: [ElementId, ElementMark][] = []
  const links: [LinkId, LinkMark][] = []
  const idle: IdleMark[] = []
  for (const [key, mark] of marks) {
    const element = view.elements.get(key as ElementId)
    const link = view.links.get(key as LinkId)
    if (element !== undefined && isElementMark(mark)) elements.push([element.id, mark])
    else if (link !== undefined && isLinkMark(mark)) {
      if (link.kind === 'causal') links.push([link.id, mark])
      else idle.push({ id: link.id, mark, why: 'not-causal' })
    }
  }
  return { elements, links, idle }
}

/**
 * What a map would be once the marks of an experiment have come true: a link that is `stronger` is half way to full, one
 * that is `weaker` half as strong (medium where nobody said how strong), one that is `turned` has the other sign, one
 * that is `cut` is not there. The map itself stays as it is. Cost: the arcs, to copy what is said of them.
 */
export function applyMarks({ graph, links }: ExperimentGround, marks: FittingMarks): AppliedExperiment {
  const variables = new Set(graph.variables)
  const pushed = new Map<ElementId, ElementMark>()
  const idle: IdleMark[] = []
  for (const [id, mark] of marks.elements) {
    if (variables.has(id)) pushed.set(id, mark)
    else idle.push({ id, mark, why: 'no-variable' })
  }
  idle.push(...marks.idle)

  const wanted = new Map(marks.links)
  const arcs = findArcs(graph, wanted)
  const after = { ...graph, sign: Int8Array.from(graph.sign), strength: Float64Array.from(graph.strength) }
  for (const arc of new Set(arcs.values())) {
    const now = (graph.links[arc] ?? []).flatMap((id) => {
      const link = links.get(id)
      return link === undefined ? [] : (changeLink(link, wanted.get(id)) ?? [])
    })
    if (now.length > 0) after.sign[arc] = mergeSigns(now)
    after.strength[arc] = now.length > 0 ? mergeStrengths(now) : 0
  }
  const weight = { before: weighArcs(graph).weight, after: weighArcs(after).weight }
  const changed = new Map<LinkId, LinkMark>()
  for (const [id, mark] of wanted) {
    const arc = arcs.get(id)
    if (arc !== undefined && weight.before[arc] !== weight.after[arc]) changed.set(id, mark)
    else idle.push({ id, mark, why: whyIdle(arc === undefined ? 0 : graph.sign[arc], links.get(id)) })
  }
  return { before: graph, after: changed.size === 0 ? graph : after, pushed, changed, idle }
}

/** The same of a map and its marks. Cost: that of a causal graph. */
export function applyExperiment(
  view: Pick<MapView, 'elements' | 'links'>,
  marks: ReadonlyMap<string, ExperimentMark>,
): AppliedExperiment {
  return applyMarks(readExperimentGround(view), fitMarks(view, marks))
}

export function isElementMark(mark: ExperimentMark): mark is ElementMark {
  return elementMarks.some((one) => one === mark)
}

export function isLinkMark(mark: ExperimentMark): mark is LinkMark {
  return linkMarks.some((one) => one === mark)
}

function whyIdle(sign: number | undefined, link: GraphLink | undefined): IdleReason {
  if (sign !== 0) return 'same'
  return (link?.sign ?? 0) !== 0 ? 'opposed' : 'no-sign'
}

/** The arcs that these links are of. */
function findArcs(graph: CausalGraph, wanted: ReadonlyMap<LinkId, unknown>): ReadonlyMap<LinkId, number> {
  const found = new Map<LinkId, number>()
  if (wanted.size === 0) return found
  for (const [arc, ids] of graph.links.entries()) {
    for (const id of ids) if (wanted.has(id)) found.set(id, arc)
  }
  return found
}

function changeLink(link: GraphLink, mark: LinkMark | undefined): GraphLink | undefined {
  const { strength = mediumStrength, sign } = link
  switch (mark) {
    case 'stronger':
      return { ...link, strength: (1 + strength) / 2 }
    case 'weaker':
      return { ...link, strength: strength / 2 }
    case 'turned':
      return { ...link, sign: sign === 0 ? 0 : sign === 1 ? -1 : 1 }
    case 'cut':
      return undefined
    case undefined:
      return link
  }
}
