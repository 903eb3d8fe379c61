import type { ElementId } from '../base/ids'
import { compareByList, compareNames, compareValues } from '../base/textOrder'
import type { Stakeholder } from '../model/element'
import { readHolds } from '../model/hold'
import type { MapView } from '../model/mapView'
import { candidateReasons, type CandidateReason, type MemberState } from '../model/practice/coalition'
import type { Practice } from '../model/practice/practices'
import { gridCut } from '../model/powerInterest'
import { sectorsOf } from '../model/sector'
import { isStanding, readContributions, type Contribution } from './contributions'
import { findWayIn, readTies, type JoiningTies, type WayIn } from './introductions'

export type Coalition = Practice<'coalition'>
type Drawn = Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta'>>

/** A stakeholder of the map in a coalition. */
export interface CoalitionMember {
  readonly id: ElementId
  readonly state: MemberState
  readonly role: string
  readonly commitment: string
  /** Undefined where nobody was named, or who was is not on the map. */
  readonly askedBy: ElementId | undefined
  /** What of the map is theirs to do and was not let go: by the day by which, those without one last. */
  readonly contributions: readonly Contribution['action'][]
}

/** Who is in first, then who was asked, who is to be asked, and who said not now. */
const stateOrder: readonly MemberState[] = ['in', 'asked', 'to-ask', 'not-now']

/**
 * The members that are on the map, by how far they are in, by sector in the order of the map's list, and by name. Who was
 * deleted, or is kept from sight, is left out. Cost: linear in elements and links, but for sorting.
 */
export function readMembers(view: Drawn, { members }: Pick<Coalition, 'members'>): readonly CoalitionMember[] {
  const bySector = compareSectors(view)
  const own = readOwnContributions(view)
  const stakeholderOf = (id: string): Stakeholder | undefined => {
    const element = view.elements.get(id as ElementId)
    return element?.kind === 'stakeholder' ? element : undefined
  }
  return [...members]
    .flatMap(([id, { state, role = '', commitment = '', askedBy }]) => {
      const stakeholder = stakeholderOf(id)
      return stakeholder === undefined
        ? []
        : [
            {
              stakeholder,
              member: {
                ...{ id: stakeholder.id, state, role: role.trim(), commitment: commitment.trim() },
                askedBy: askedBy === undefined ? undefined : stakeholderOf(askedBy)?.id,
                contributions: own.get(stakeholder.id) ?? [],
              },
            },
          ]
    })
    .sort(
      ({ stakeholder: one, member: a }, { stakeholder: other, member: b }) =>
        stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
        bySector(one.sector, other.sector) ||
        compareNames(one.label, other.label) ||
        compareValues(one.id, other.id),
    )
    .map(({ member }) => member)
}

/** A sector of the map, and who of it is in. */
export interface SectorCover {
  readonly sector: string
  readonly in: readonly ElementId[]
  /** To be asked, or asked: they may close the gap. */
  readonly onTheWay: readonly ElementId[]
  /** Of these, those who were asked. */
  readonly asked: readonly ElementId[]
  /** On the map, and no part of the coalition, or not now. */
  readonly others: readonly ElementId[]
}

/** What a coalition lacks. */
export interface CoalitionGaps {
  /** Every sector of the map: of its stakeholders, and those that it defines; in the order of its list. */
  readonly sectors: readonly SectorCover[]
  /** Of `sectors`, those of which nobody is in. */
  readonly missing: readonly string[]
  /** Stakeholders of the map without a sector, who stand for none. */
  readonly withoutSector: readonly ElementId[]
  /** To be asked or asked, and nobody is named who does it. */
  readonly withoutAsker: readonly ElementId[]
  /** To be asked or asked by somebody who is not in. */
  readonly askedFromOutside: readonly ElementId[]
  /** In, and they have neither said what they bring nor contribute anything on the map. */
  readonly withoutCommitment: readonly ElementId[]
}

/** What a coalition lacks, members as `readMembers` gives them. Cost: linear in elements, but for sorting. */
export function findCoalitionGaps(view: Drawn, members: readonly CoalitionMember[]): CoalitionGaps {
  const states = new Map(members.map(({ id, state }) => [id, state]))
  const defined = [...sectorsOf(view.meta ?? {}).defined]
  const covers = new Map(defined.map((sector) => [sector, emptyCover(sector)]))
  const withoutSector: ElementId[] = []
  for (const { id, sector } of stakeholdersOf(view)) {
    if (sector === undefined) {
      withoutSector.push(id)
      continue
    }
    const cover = covers.get(sector) ?? emptyCover(sector)
    covers.set(sector, cover)
    const state = states.get(id)
    if (state === 'in') cover.in.push(id)
    else if (state === 'asked' || state === 'to-ask') {
      cover.onTheWay.push(id)
      if (state === 'asked') cover.asked.push(id)
    } else cover.others.push(id)
  }
  const bySector = compareSectors(view)
  const sectors = [...covers.values()].sort((a, b) => bySector(a.sector, b.sector))
  const open = members.filter(({ state }) => state === 'asked' || state === 'to-ask')
  const idsOf = (those: readonly CoalitionMember[]): ElementId[] => those.map(({ id }) => id)
  return {
    sectors,
    missing: sectors.filter((cover) => cover.in.length === 0).map(({ sector }) => sector),
    withoutSector,
    withoutAsker: idsOf(open.filter(({ askedBy }) => askedBy === undefined)),
    askedFromOutside: idsOf(open.filter(({ askedBy }) => askedBy !== undefined && states.get(askedBy) !== 'in')),
    withoutCommitment: idsOf(members.filter(({ state, ...member }) => state === 'in' && !bringsAnything(member))),
  }
}

function bringsAnything({ commitment, contributions }: Pick<CoalitionMember, 'commitment' | 'contributions'>): boolean {
  return commitment !== '' || contributions.length > 0
}

/** What stands to be done on the map, by whose it is. */
function readOwnContributions(view: Drawn): ReadonlyMap<ElementId, readonly Contribution['action'][]> {
  const own = new Map<ElementId, Contribution['action'][]>()
  for (const contribution of readContributions(view).filter(isStanding)) {
    for (const id of contribution.by) own.set(id, [...(own.get(id) ?? []), contribution.action])
  }
  // Days are written so that they stand in order as text; after all of them who has none.
  const dayOf = ({ due = '~' }: Contribution['action']): string => due
  for (const list of own.values()) list.sort((a, b) => compareValues(dayOf(a), dayOf(b)))
  return own
}

/** The points that it counts that somebody would add this. */
const candidatePoints: Readonly<Record<CandidateReason, number>> = {
  sector: 2,
  tied: 1,
  power: 1,
  interest: 1,
  holds: 1,
}

/** Somebody who could be asked. */
export interface Candidate extends WayIn {
  readonly id: ElementId
  /** Why, in the order of `candidateReasons`. */
  readonly reasons: readonly CandidateReason[]
  /** What `reasons` count together. */
  readonly points: number
  /** Variables that people chose on which they have a hold, in the order of the map. */
  readonly holds: readonly ElementId[]
}

/**
 * Stakeholders who are no part of the coalition yet, by what they would add: two points where nobody of their sector is in,
 * and one each for a tie to somebody who is in, power of half the way or more, interest likewise, and a hold on a variable
 * that people chose. Equal ones by how strongly they are tied to those who are in, then by name. Who was asked, is to be
 * asked, or said not now is none. Cost: linear in elements and links, but for sorting, and that of `findWayIn` for each.
 */
export function findCandidates(view: Drawn, members: readonly CoalitionMember[]): readonly Candidate[] {
  const known = new Set(members.map(({ id }) => id))
  const covered = new Set(
    findCoalitionGaps(view, members).sectors.flatMap(({ in: those, sector }) => (those.length > 0 ? sector : [])),
  )
  const ties = readTies(view)
  const wayTo = findWayIn(ties, insiders(members))
  const holds = readChosenHolds(view)
  return stakeholdersOf(view)
    .filter(({ id }) => !known.has(id))
    .map(({ id, label, sector, power = 0, interest = 0 }) => {
      const way = wayTo(id)
      const held = holds.get(id) ?? []
      const says: Readonly<Record<CandidateReason, boolean>> = {
        sector: sector !== undefined && !covered.has(sector),
        tied: way.askers.length > 0,
        power: power >= gridCut,
        interest: interest >= gridCut,
        holds: held.length > 0,
      }
      const reasons = candidateReasons.filter((reason) => says[reason])
      const points = reasons.reduce((sum, reason) => sum + candidatePoints[reason], 0)
      const tied = way.askers.reduce((sum, { strength }) => sum + strength, 0)
      return { label, tied, candidate: { id, reasons, points, holds: held, ...way } }
    })
    .sort(
      (one, other) =>
        other.candidate.points - one.candidate.points ||
        other.tied - one.tied ||
        compareNames(one.label, other.label) ||
        compareValues(one.candidate.id, other.candidate.id),
    )
    .map(({ candidate }) => candidate)
}

/** Who of a coalition could ask somebody, as `findCandidates` tells it. Cost: linear in links. */
export function findAskers(view: Drawn, members: readonly CoalitionMember[], id: ElementId): WayIn {
  const ties: JoiningTies = readTies(view)
  return findWayIn(ties, insiders(members.filter((member) => member.id !== id)))(id)
}

function insiders(members: readonly CoalitionMember[]): readonly ElementId[] {
  return members.filter(({ state }) => state === 'in').map(({ id }) => id)
}

function readChosenHolds(view: Drawn): ReadonlyMap<ElementId, readonly ElementId[]> {
  const held = new Map<ElementId, ElementId[]>()
  for (const { actor, variable } of readHolds(view)) {
    const element = view.elements.get(variable)
    if (element?.kind !== 'variable' || element.chosen !== true) continue
    const list = held.get(actor) ?? []
    held.set(actor, list)
    if (!list.includes(variable)) list.push(variable)
  }
  return held
}

function stakeholdersOf({ elements }: Pick<MapView, 'elements'>): readonly Stakeholder[] {
  return [...elements.values()].filter((element) => element.kind === 'stakeholder')
}

function compareSectors({ meta }: Drawn): ReturnType<typeof compareByList> {
  return compareByList(sectorsOf(meta ?? {}).offered.map(({ key }) => key))
}

type Cover = { sector: string } & Record<'in' | 'onTheWay' | 'asked' | 'others', ElementId[]>

function emptyCover(sector: string): Cover {
  return { sector, in: [], onTheWay: [], asked: [], others: [] }
}
