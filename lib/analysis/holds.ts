import type { ElementId } from '../base/ids'
import type { Stakeholder, MapElement } from '../model/element'
import { holdWords, movingWords, readHolds, type Hold, type HoldWord } from '../model/hold'
import type { MapView } from '../model/mapView'
import { isKnownSector, sectorNames, sectorsOf } from '../model/sector'

type Elements = Pick<MapView, 'elements'>

/** Where the map of factors and the map of people meet. */
export interface HoldSummary {
  /** Whether there is any hold at all. */
  readonly isEmpty: boolean
  /** The variables that people chose, or called a place to intervene. Where there are none, every variable stands for them. */
  readonly marked: readonly ElementId[]
  /** Of `marked`, or of all variables, those that nobody can move and nobody decides. */
  readonly unheld: readonly ElementId[]
  /** Those who can move or decide several variables, most first. */
  readonly holders: readonly Holder[]
  /** Those whom something affects that they can neither move nor decide: with how many such variables, most first. */
  readonly exposed: readonly Holder[]
}

export interface Holder {
  readonly actor: ElementId
  readonly variables: readonly ElementId[]
}

/** What holds there are and are not. Cost: linear in elements and links, but for sorting. */
export function summariseHolds(view: Pick<MapView, 'elements' | 'links'>): HoldSummary {
  const holds = readHolds(view)
  const variables = [...view.elements.values()].filter((element) => element.kind === 'variable')
  const marked = variables.filter(({ chosen, leverage }) => chosen === true || leverage !== undefined)
  const moved = new Set(holds.filter(moves).map(({ variable }) => variable))
  const hands = byActor(holds.filter(moves))
  const affected = byActor(holds.filter(({ word }) => word === 'affected-by'))
  return {
    isEmpty: holds.length === 0,
    marked: marked.map(({ id }) => id),
    unheld: (marked.length > 0 ? marked : variables).map(({ id }) => id).filter((id) => !moved.has(id)),
    holders: rank(view, hands, 2),
    exposed: rank(
      view,
      new Map(
        [...affected].map(([actor, all]) => [actor, all.filter((id) => hands.get(actor)?.includes(id) !== true)]),
      ),
      1,
    ),
  }
}

/** Who has to do with some variables, such as those of a loop. */
export interface PeopleOf {
  /** Who has any hold on one of them. */
  readonly actors: readonly ElementId[]
  /** Their sectors, in the order in which the map's stakeholders came. */
  readonly sectors: readonly string[]
  /** Sectors of the map's stakeholders of which nobody has a hold there. */
  readonly missing: readonly string[]
  /** Of `actors`, those who are only affected. */
  readonly affected: readonly ElementId[]
  /** Of `sectors`, those of which nobody is more than affected. */
  readonly affectedSectors: readonly string[]
  /** Of the variables, those that somebody can move or decides. */
  readonly moved: readonly ElementId[]
}

/** Who has a hold on some variables, and which sectors have none. Cost: linear in links and elements. */
export function findPeopleOf(view: Pick<MapView, 'elements' | 'links'>, variables: readonly ElementId[]): PeopleOf {
  const wanted = new Set(variables)
  const holds = readHolds(view).filter(({ variable }) => wanted.has(variable))
  const actors = new Set(holds.map(({ actor }) => actor))
  const stakeholders = [...view.elements.values()].filter(isStakeholder)
  const sectorKeys = (those: readonly Stakeholder[]): readonly string[] => [
    ...new Set(those.flatMap(({ sector }) => sector ?? [])),
  ]
  const sectors = sectorKeys(stakeholders.filter(({ id }) => actors.has(id)))
  const moved = new Set(holds.filter(moves).map(({ variable }) => variable))
  const more = new Set(holds.filter(({ word }) => word !== 'affected-by').map(({ actor }) => actor))
  const sectorsOfMore = sectorKeys(stakeholders.filter(({ id }) => more.has(id)))
  return {
    affected: stakeholders.map(({ id }) => id).filter((id) => actors.has(id) && !more.has(id)),
    affectedSectors: sectors.filter((sector) => !sectorsOfMore.includes(sector)),
    actors: stakeholders.map(({ id }) => id).filter((id) => actors.has(id)),
    sectors,
    missing: sectorKeys(stakeholders).filter((sector) => !sectors.includes(sector)),
    moved: variables.filter((id) => moved.has(id)),
  }
}

/** What the API says of holds: labels, in the order of the map. */
export interface HoldsAnalysis {
  readonly list: readonly { readonly stakeholder: string; readonly variable: string; readonly hold: HoldWord | null }[]
  /** Leverage points, or variables where none is marked, that nobody can move and nobody decides. */
  readonly unheld: readonly string[]
  readonly several: readonly { readonly stakeholder: string; readonly variables: readonly string[] }[]
  /** Who is affected by what they can neither move nor decide. */
  readonly exposed: readonly { readonly stakeholder: string; readonly variables: readonly string[] }[]
  /** Of the loops that are listed, the first hundred: who has a hold in it, and which sectors of the map have none, by the names that it gives them, Weft's own by theirs. */
  readonly loops: readonly {
    readonly key: string
    readonly tag: string
    readonly stakeholders: readonly string[]
    /** Of `stakeholders`, those who are only affected. */
    readonly onlyAffected: readonly string[]
    readonly missingSectors: readonly string[]
    /** Sectors of which nobody is more than affected by it. */
    readonly affectedSectors: readonly string[]
  }[]
}

/** Loops that are told of; each asks all holds. */
const mostLoops = 100

/**
 * The same as plain JSON. Undefined for a map without holds. Cost: that of `findPeopleOf` for each loop, up to a hundred.
 * @param loops those of the map, with their tags
 */
export function describeHolds(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta'>>,
  loops: readonly {
    readonly key: string
    readonly tag: string
    readonly variables: readonly ElementId[]
  }[] = [],
): HoldsAnalysis | undefined {
  const holds = readHolds(view)
  if (holds.length === 0) return undefined
  const { unheld, holders, exposed } = summariseHolds(view)
  const sectors = sectorsOf(view.meta ?? {})
  const nameOf = (key: string): string => sectors.of(key).name ?? (isKnownSector(key) ? sectorNames[key] : key)
  const labelOf = (id: ElementId): string => view.elements.get(id)?.label ?? ''
  return {
    list: holds.map(({ actor, variable, word }) => ({
      stakeholder: labelOf(actor),
      variable: labelOf(variable),
      hold: word ?? null,
    })),
    unheld: unheld.map(labelOf),
    several: holders.map(({ actor, variables }) => ({
      stakeholder: labelOf(actor),
      variables: variables.map(labelOf),
    })),
    exposed: exposed.map(({ actor, variables }) => ({
      stakeholder: labelOf(actor),
      variables: variables.map(labelOf),
    })),
    loops: loops.slice(0, mostLoops).map(({ key, tag, variables }) => {
      const { actors, affected, missing, affectedSectors } = findPeopleOf(view, variables)
      return {
        ...{ key, tag },
        stakeholders: actors.map(labelOf),
        onlyAffected: affected.map(labelOf),
        missingSectors: missing.map(nameOf),
        affectedSectors: affectedSectors.map(nameOf),
      }
    }),
  }
}

/** A stakeholder's or a variable's holds, in the order of the words; those of no word last. */
export function holdsAt(view: Pick<MapView, 'elements' | 'links'>, id: ElementId): readonly Hold[] {
  const place = ({ word }: Hold): number => (word === undefined ? holdWords.length : holdWords.indexOf(word))
  return readHolds(view)
    .filter(({ actor, variable }) => actor === id || variable === id)
    .toSorted((a, b) => place(a) - place(b))
}

function moves({ word }: Hold): boolean {
  return word !== undefined && movingWords.includes(word)
}

function byActor(holds: readonly Hold[]): ReadonlyMap<ElementId, readonly ElementId[]> {
  const found = new Map<ElementId, Set<ElementId>>()
  for (const { actor, variable } of holds) found.set(actor, (found.get(actor) ?? new Set()).add(variable))
  return new Map([...found].map(([actor, variables]) => [actor, [...variables]]))
}

function rank(
  { elements }: Elements,
  found: ReadonlyMap<ElementId, readonly ElementId[]>,
  least: number,
): readonly Holder[] {
  const labelOf = (id: ElementId): string => elements.get(id)?.label ?? ''
  return [...found]
    .filter(([, variables]) => variables.length >= least)
    .map(([actor, variables]) => ({ actor, variables }))
    .sort((a, b) => b.variables.length - a.variables.length || labelOf(a.actor).localeCompare(labelOf(b.actor)))
}

function isStakeholder(element: MapElement): element is Stakeholder {
  return element.kind === 'stakeholder'
}
