import type { ElementId, LinkId } from '../base/ids'
import type { CausalLink, MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { indexArcs, type WeightedDigraph } from './digraph'

/** +1 same direction, -1 opposite direction, 0 not known, or said both ways. */
export type Sign = 1 | -1 | 0

/**
 * What a map claims about causes, ready for computing: variables and arcs as numbers, so that it
 * crosses to a worker in one copy and the algorithms run on flat arrays.
 *
 * Causal links between the same two variables in the same direction are one arc; where their signs
 * differ, its sign is 0. A link from a variable to itself is an arc like any other. Variables and
 * arcs are in an order that depends on ids alone, never on who drew first.
 */
export interface CausalGraph extends WeightedDigraph {
  /** Every variable, and whatever else a causal link touches; the index is its number. */
  readonly variables: readonly ElementId[]
  readonly labels: readonly string[]
  /** Arc → `Sign`. */
  readonly sign: Int8Array
  /** Arc → 1 if any of its links is delayed. */
  readonly delayed: Uint8Array
  /** Arc → mean of the stated strengths, 0 to 1; NaN where nobody stated one. */
  readonly strength: Float64Array
  /**
   * Arc without a sign → what would give it one: its one link without a sign, or the two of its links that
   * contradict each other. Arcs that more is missing of are not in it.
   */
  readonly open: ReadonlyMap<number, OpenArc>
  /** Arc → its links; the first is the one that loops are named after. */
  readonly links: readonly (readonly [LinkId, ...LinkId[]])[]
}

/** A link to give a sign to; with `against`, one that says plus and one that says minus of the same two variables. */
export interface OpenArc {
  readonly link: LinkId
  readonly against?: LinkId
}

export interface GraphLink {
  readonly id: LinkId
  readonly from: ElementId
  readonly to: ElementId
  readonly sign: Sign
  readonly delayed?: boolean
  readonly strength?: number
}

const signs: Readonly<Record<'+' | '-' | '?', Sign>> = { '+': 1, '-': -1, '?': 0 }

/** The sign of a causal link; 0 where nobody said one. */
export function signOf(link: CausalLink): Sign {
  return signs[link.polarity ?? '?']
}

/** The causal graph of a map. Cost: linear in elements and links, but for sorting. */
export function toCausalGraph(view: Pick<MapView, 'elements' | 'links'>): CausalGraph {
  const labels = new Map<ElementId, string>()
  for (const [id, element] of view.elements) if (element.kind === 'variable') labels.set(id, element.label)
  const links: GraphLink[] = []
  for (const one of view.links.values()) {
    const link = readGraphLink(one)
    if (link === undefined) continue
    for (const end of [link.from, link.to]) {
      const element = view.elements.get(end)
      if (element !== undefined) labels.set(end, 'label' in element ? (element.label ?? '') : '')
    }
    links.push(link)
  }
  return buildCausalGraph(labels, links)
}

/** What of a link a causal graph wants to know; undefined for a link that is not causal. */
export function readGraphLink(link: MapLink): GraphLink | undefined {
  if (link.kind !== 'causal') return undefined
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    sign: signOf(link),
    ...(link.delay === true ? { delayed: true } : {}),
    ...(link.strength === undefined ? {} : { strength: link.strength }),
  }
}

/** The same from plain parts; links whose ends are not in `labels` are left out. */
export function buildCausalGraph(labels: ReadonlyMap<ElementId, string>, links: readonly GraphLink[]): CausalGraph {
  const variables = [...labels.keys()].sort(compare)
  const numbers = new Map(variables.map((id, index) => [id, index]))
  const arcs = new Map<number, GraphLink[]>()
  for (const link of links) {
    const from = numbers.get(link.from)
    const to = numbers.get(link.to)
    if (from === undefined || to === undefined) continue
    const place = from * variables.length + to
    const parallel = arcs.get(place)
    if (parallel === undefined) arcs.set(place, [link])
    else parallel.push(link)
  }
  const places = [...arcs.keys()].sort((a, b) => a - b)
  const groups = places.map((place) => (arcs.get(place) ?? []).sort((a, b) => compare(a.id, b.id)))
  const from = Int32Array.from(places, (place) => Math.floor(place / variables.length))
  const to = Int32Array.from(places, (place) => place % variables.length)
  return {
    ...indexArcs(variables.length, from, to),
    variables,
    labels: variables.map((id) => labels.get(id) ?? ''),
    sign: Int8Array.from(groups, mergeSigns),
    delayed: Uint8Array.from(groups, (group) => (group.some((link) => link.delayed === true) ? 1 : 0)),
    open: new Map(groups.flatMap((group, arc) => (mergeSigns(group) === 0 ? findOpen(group, arc) : []))),
    strength: Float64Array.from(groups, mergeStrengths),
    links: groups.map((group) => group.map((link) => link.id) as [LinkId, ...LinkId[]]),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What several links from one variable to another say together; 0 where they differ, or one says nothing. */
export function mergeSigns(group: readonly Pick<GraphLink, 'sign'>[]): Sign {
  const [first] = group
  return first !== undefined && group.every((link) => link.sign === first.sign) ? first.sign : 0
}

function findOpen(group: readonly GraphLink[], arc: number): readonly (readonly [number, OpenArc])[] {
  const [unsigned, another] = group.filter(({ sign }) => sign === 0)
  const plus = group.find(({ sign }) => sign > 0)
  const minus = group.find(({ sign }) => sign < 0)
  const disagree = plus !== undefined && minus !== undefined
  if (unsigned === undefined) return disagree ? [[arc, { link: plus.id, against: minus.id }]] : []
  return another === undefined && !disagree ? [[arc, { link: unsigned.id }]] : []
}

/** The mean of the strengths that were stated; NaN where none was. */
export function mergeStrengths(group: readonly Pick<GraphLink, 'strength'>[]): number {
  const stated = group.flatMap((link) => link.strength ?? [])
  return stated.reduce((sum, strength) => sum + strength, 0) / stated.length
}
