import type { ElementId, LinkId } from '../base/ids'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { elementMarks, linkMarks, type ExperimentMark } from '../model/practice/experiment'
import { buildCausalGraph, readGraphLink, signOf, toCausalGraph, type CausalGraph, type GraphLink } from './causalGraph'
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

/** A map as it is and as it would be. Both have the same variables under the same numbers. */
export interface AppliedExperiment {
  readonly before: CausalGraph
  readonly after: CausalGraph
  /** Variables that would be pushed. */
  readonly pushed: ReadonlyMap<ElementId, ElementMark>
  /** Links that would count for something else. */
  readonly changed: ReadonlyMap<LinkId, LinkMark>
  readonly idle: readonly { readonly id: ElementId | LinkId; readonly mark: ExperimentMark; readonly why: IdleReason }[]
}

/**
 * What a map would be once the marks of an experiment have come true: a link that is `stronger` is half way to full, one
 * that is `weaker` half as strong (medium where nobody said how strong), one that is `turned` has the other sign, one
 * that is `cut` is not there. Marks on what is not on the map, and those that do not fit what they are on, are left out.
 * The map itself stays as it is. Cost: that of two causal graphs.
 */
export function applyExperiment(
  view: Pick<MapView, 'elements' | 'links'>,
  marks: ReadonlyMap<string, ExperimentMark>,
): AppliedExperiment {
  const before = toCausalGraph(view)
  const variables = new Set(before.variables)
  const pushed = new Map<ElementId, ElementMark>()
  const wanted = new Map<LinkId, LinkMark>()
  const idle: AppliedExperiment['idle'][number][] = []
  for (const [key, mark] of marks) {
    const element = view.elements.get(key as ElementId)
    const link = view.links.get(key as LinkId)
    if (element !== undefined && isElementMark(mark)) {
      if (variables.has(element.id)) pushed.set(element.id, mark)
      else idle.push({ id: element.id, mark, why: 'no-variable' })
    } else if (link !== undefined && isLinkMark(mark)) {
      if (link.kind === 'causal') wanted.set(link.id, mark)
      else idle.push({ id: link.id, mark, why: 'not-causal' })
    }
  }
  const links = [...view.links.values()].flatMap((one) => {
    const link = readGraphLink(one)
    return link === undefined ? [] : (changeLink(link, wanted.get(link.id)) ?? [])
  })
  const labels = new Map(before.variables.map((id, at) => [id, before.labels[at] ?? '']))
  const after = buildCausalGraph(labels, links)
  const wayBefore = wayFinder(view, before)
  const wayAfter = wayFinder(view, after)
  const changed = new Map<LinkId, LinkMark>()
  for (const [id, mark] of wanted) {
    const { weight, sign } = wayBefore(id)
    if (weight !== wayAfter(id).weight) changed.set(id, mark)
    else idle.push({ id, mark, why: sign !== 0 ? 'same' : hasSign(view.links.get(id)) ? 'opposed' : 'no-sign' })
  }
  return { before, after, pushed, changed, idle }
}

export function isElementMark(mark: ExperimentMark): mark is ElementMark {
  return elementMarks.some((one) => one === mark)
}

export function isLinkMark(mark: ExperimentMark): mark is LinkMark {
  return linkMarks.some((one) => one === mark)
}

function hasSign(link: MapLink | undefined): boolean {
  return link?.kind === 'causal' && signOf(link) !== 0
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

interface Way {
  readonly weight: number
  readonly sign: number
}
const noWay: Way = { weight: 0, sign: 0 }

/** What the way that a link is of comes to in one graph: all links from one variable to the other together. */
function wayFinder({ links }: Pick<MapView, 'links'>, graph: CausalGraph): (id: LinkId) => Way {
  const { weight } = weighArcs(graph)
  const numbers = new Map(graph.variables.map((id, at) => [id, at]))
  const size = graph.variables.length
  const byEnds = new Map<number, Way>()
  for (const [arc, from] of graph.from.entries()) {
    byEnds.set(from * size + (graph.to[arc] ?? 0), { weight: weight[arc] ?? 0, sign: graph.sign[arc] ?? 0 })
  }
  return (id) => {
    const link = links.get(id)
    const from = link === undefined ? undefined : numbers.get(link.from)
    const to = link === undefined ? undefined : numbers.get(link.to)
    return from === undefined || to === undefined ? noWay : (byEnds.get(from * size + to) ?? noWay)
  }
}
