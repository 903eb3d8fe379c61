import type { ElementId, LinkId } from '../../base/ids'
import type { MapView } from '../../model/mapView'
import { compareByList } from '../../base/textOrder'
import { sectorsOf } from '../../model/sector'
import { tieTypesOf, wayOfTie } from '../../model/tie'
import { indexArcs, type WeightedDigraph } from '../digraph'

/**
 * Who is tied to whom, ready for computing: actors and arcs as numbers, so that it crosses to a worker in
 * one copy. A tie that goes one way is one arc, any other two opposite ones. Ties of several kinds
 * between the same two are one arc. A tie of an actor to itself is left out and counted. The order depends on ids alone.
 */
export interface TieNetwork extends WeightedDigraph {
  /** Node → the stakeholder that it is. */
  readonly actors: readonly ElementId[]
  readonly labels: readonly string[]
  /** Node → number of its sector in `sectors`; -1 where nobody gave one. */
  readonly sector: Int32Array
  /** In the order of the map's list. */
  readonly sectors: readonly string[]
  /** Arc → its ties, by id. */
  readonly links: readonly (readonly [LinkId, ...LinkId[]])[]
  /** Ties of an actor to itself, which are in no arc. */
  readonly selfTies: number
}

/** What of an actor and of a tie a network wants to know. */
export interface NetworkActor {
  readonly id: ElementId
  readonly label: string
  readonly sector?: string | undefined
}
export interface NetworkTie {
  readonly id: LinkId
  readonly from: ElementId
  readonly to: ElementId
  readonly isOneWay: boolean
  readonly strength?: number | undefined
}

/**
 * Ties that join people for the purpose of a measure, unless they ask for others: all but conflict, which
 * is a relation but carries nothing across.
 */
export function isJoiningType(type: string): boolean {
  return type !== 'conflict'
}

/**
 * The network of a map's stakeholders.
 * @param isWanted which types of tie count, '' for those without one; all but conflict unless told
 * Cost: linear in elements and links, but for sorting.
 */
export function toTieNetwork(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta'>>,
  isWanted: (type: string) => boolean = isJoiningType,
): TieNetwork {
  const actors: NetworkActor[] = []
  for (const element of view.elements.values()) {
    if (element.kind === 'stakeholder') actors.push({ id: element.id, label: element.label, sector: element.sector })
  }
  const types = tieTypesOf(view.meta ?? {})
  const ties: NetworkTie[] = []
  for (const link of view.links.values()) {
    if (link.kind !== 'tie' || !isWanted(link.type ?? '')) continue
    const { id, from, to, strength } = link
    ties.push({ id, from, to, strength, isOneWay: wayOfTie(link, types) === 'one-way' })
  }
  return buildTieNetwork(actors, ties, compareByList(sectorsOf(view.meta ?? {}).offered.map(({ key }) => key)))
}

/**
 * The same from plain parts; ties whose ends are not among the actors are left out.
 * Sectors are put in order by `bySector`, by alphabet unless told.
 * The strength of an arc is the sum of what was said of its ties: who is tied in two ways is tied more.
 */
export function buildTieNetwork(
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
  bySector: (a: string, b: string) => number = compare,
): TieNetwork {
  const sorted = [...actors].sort((a, b) => compare(a.id, b.id))
  const numbers = new Map(sorted.map(({ id }, node) => [id, node]))
  const sectors = [...new Set(sorted.flatMap(({ sector }) => sector ?? []))].sort(bySector)
  const sectorNumbers = new Map(sectors.map((sector, index) => [sector, index]))
  const size = sorted.length
  const arcs = new Map<number, NetworkTie[]>()
  const add = (from: number, to: number, tie: NetworkTie): void => {
    const place = from * size + to
    const parallel = arcs.get(place)
    if (parallel === undefined) arcs.set(place, [tie])
    else parallel.push(tie)
  }
  let selfTies = 0
  for (const tie of ties) {
    const from = numbers.get(tie.from)
    const to = numbers.get(tie.to)
    if (from === undefined || to === undefined) continue
    if (from === to) {
      selfTies += 1
      continue
    }
    add(from, to, tie)
    if (!tie.isOneWay) add(to, from, tie)
  }
  const places = [...arcs.keys()].sort((a, b) => a - b)
  const groups = places.map((place) => (arcs.get(place) ?? []).sort((a, b) => compare(a.id, b.id)))
  const from = Int32Array.from(places, (place) => Math.floor(place / size))
  const to = Int32Array.from(places, (place) => place % size)
  return {
    ...indexArcs(size, from, to),
    strength: Float64Array.from(groups, addStrengths),
    actors: sorted.map(({ id }) => id),
    labels: sorted.map(({ label }) => label),
    sector: Int32Array.from(sorted, ({ sector }) => (sector === undefined ? -1 : (sectorNumbers.get(sector) ?? -1))),
    sectors,
    links: groups.map((group) => group.map(({ id }) => id) as [LinkId, ...LinkId[]]),
    selfTies,
  }
}

function addStrengths(group: readonly NetworkTie[]): number {
  const stated = group.flatMap(({ strength }) => strength ?? [])
  return stated.length === 0 ? NaN : stated.reduce((sum, strength) => sum + strength, 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
