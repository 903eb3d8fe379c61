import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { leavePersonalOut } from '../model/personal'
import type { CandidateReason, DecisionRule, MemberState } from '../model/practice/coalition'
import { listPractices } from '../model/practice/practices'
import { isKnownSector, sectorNames, sectorsOf } from '../model/sector'
import { findCandidates, findCoalitionGaps, readMembers } from './coalition'

/** What the API says of one coalition: labels; null where nobody said it. */
export interface CoalitionAnalysis {
  readonly id: string
  readonly name: string
  readonly purpose: string | null
  readonly rule: DecisionRule | null
  readonly decides: string | null
  /** The day on which they look at it again: `2026-12-01`. */
  readonly lookAgain: string | null
  /** By how far they are in, by sector and by name. */
  readonly members: readonly {
    readonly id: ElementId
    readonly label: string
    readonly sector: string | null
    readonly state: MemberState
    /** The key of a role that is offered, or people's own words. */
    readonly role: string | null
    readonly commitment: string | null
    /** What of the map is theirs to do and was not let go. */
    readonly contributions: readonly { readonly id: ElementId; readonly label: string; readonly due: string | null }[]
    readonly askedBy: string | null
  }[]
  /** Of which nobody is in: by the names that the map gives them, Weft's own by theirs. */
  readonly missingSectors: readonly string[]
  readonly withoutAsker: readonly string[]
  readonly askedFromOutside: readonly string[]
  readonly withoutCommitment: readonly string[]
  /** The first twenty who could be asked. Power and interest are personal, and count for nothing here. */
  readonly candidates: readonly {
    readonly id: ElementId
    readonly label: string
    readonly points: number
    readonly reasons: readonly CandidateReason[]
    /** Who is in and tied to them. */
    readonly askers: readonly string[]
    /** Else by whom they can be introduced. */
    readonly chain: readonly string[]
  }[]
}

const mostCandidates = 20

/** The map's coalitions as plain JSON. Undefined for a map without any. Cost: that of `findCandidates` for each. */
export function describeCoalitions(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'meta' | 'practices'>>,
): readonly CoalitionAnalysis[] | undefined {
  const list = listPractices({ practices: view.practices ?? new Map() }, 'coalition')
  if (list.length === 0) return undefined
  const meta = view.meta ?? { schemaVersion: 1, title: '', description: '' }
  const open = leavePersonalOut({ elements: view.elements, links: view.links, meta })
  const sectors = sectorsOf(meta)
  const nameOf = (key: string): string => sectors.of(key).name ?? (isKnownSector(key) ? sectorNames[key] : key)
  const labelOf = (id: ElementId): string => view.elements.get(id)?.label ?? ''
  const sectorOf = (id: ElementId): string | null => {
    const element = view.elements.get(id)
    return element?.kind === 'stakeholder' && element.sector !== undefined ? nameOf(element.sector) : null
  }
  return list.map((coalition) => {
    const members = readMembers(open, coalition)
    const gaps = findCoalitionGaps(open, members)
    return {
      ...{ id: coalition.id, name: coalition.name, purpose: coalition.purpose ?? null },
      ...{ rule: coalition.rule ?? null, decides: coalition.decides ?? null },
      lookAgain: coalition.lookAgain ?? null,
      members: members.map(({ id, state, role, commitment, contributions, askedBy }) => ({
        ...{ id, label: labelOf(id), sector: sectorOf(id), state },
        ...{ role: role === '' ? null : role, commitment: commitment === '' ? null : commitment },
        contributions: contributions.map(({ id: action, label, due = null }) => ({ id: action, label, due })),
        askedBy: askedBy === undefined ? null : labelOf(askedBy),
      })),
      missingSectors: gaps.missing.map(nameOf),
      withoutAsker: gaps.withoutAsker.map(labelOf),
      askedFromOutside: gaps.askedFromOutside.map(labelOf),
      withoutCommitment: gaps.withoutCommitment.map(labelOf),
      candidates: findCandidates(open, members)
        .slice(0, mostCandidates)
        .map(({ id, points, reasons, askers, chain }) => ({
          ...{ id, label: labelOf(id), points, reasons },
          ...{ askers: askers.map((asker) => labelOf(asker.id)), chain: chain.map(labelOf) },
        })),
    }
  })
}
