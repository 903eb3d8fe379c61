import * as z from 'zod/mini'
import { findCoalitionGaps, readMembers, type Coalition } from '../analysis/coalition'
import type { MapView } from '../model/mapView'
import { contributionStates } from '../model/action'
import { decisionRules, memberStates } from '../model/practice/coalition'
import { listPractices } from '../model/practice/practices'
import { sectorsOf } from '../model/sector'
import { describePersonal, personalSchema, type Personal } from './personalPart'

const memberSchema = z.object({
  label: z.string(),
  /** As the map calls it, or the key of one that every map has. */
  sector: z.optional(z.string()),
  state: z.enum(memberStates),
  /** The key of a role that is offered, or people's own words; '' where nobody said it, as in what follows. */
  role: z.string(),
  commitment: z.string(),
  /** What of the map is theirs to do and was not let go, by the day by which. */
  contributions: z.array(
    z.object({ label: z.string(), state: z.enum(contributionStates), due: z.optional(z.string()) }),
  ),
  /** Who of the map asks them. */
  askedBy: z.optional(z.string()),
  /** Only where somebody asked for what is personal. */
  personal: z.optional(personalSchema),
})

/** A coalition in a report, and in its charter. */
export const coalitionPartSchema = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  rule: z.optional(z.enum(decisionRules)),
  decides: z.string(),
  /** The day on which they look at it again. */
  lookAgain: z.optional(z.string()),
  /** By how far they are in, by sector and by name. */
  members: z.array(memberSchema),
  /** Sectors of the map of which nobody is in. */
  missing: z.array(z.string()),
  /** False where no sector is on the map, so that gaps cannot be told. */
  hasSectors: z.boolean(),
})
export type CoalitionPart = z.output<typeof coalitionPartSchema>

/** The map's coalitions, in the order in which they were written down. Cost: linear in elements for each, but for sorting. */
export function listCoalitions(view: MapView, personal = false): readonly CoalitionPart[] {
  return listPractices(view, 'coalition').map((coalition) => describeCoalition(view, coalition, personal))
}

/** What is told of one coalition; of its members what is personal only if it is asked for. */
export function describeCoalition(view: MapView, coalition: Coalition, personal: boolean): CoalitionPart {
  const { id, name, purpose = '', rule, decides = '', lookAgain } = coalition
  const members = readMembers(view, coalition)
  const sectors = sectorsOf(view.meta)
  const gaps = findCoalitionGaps(view, members)
  const nameOf = (sector: string): string => sectors.of(sector).name ?? sector
  return {
    ...{ id, name: name.trim(), purpose: purpose.trim(), decides: decides.trim() },
    ...(rule === undefined ? {} : { rule }),
    ...(lookAgain === undefined ? {} : { lookAgain }),
    members: members.map(({ id: member, state, role, commitment, askedBy, contributions }) => {
      const element = view.elements.get(member)
      const sector = element?.kind === 'stakeholder' ? element.sector : undefined
      const said: Personal = personal && element?.kind === 'stakeholder' ? describePersonal(element) : {}
      return {
        ...{ label: (element?.label ?? '').trim(), state, role, commitment },
        contributions: contributions.map(({ label, state: how = 'offered', due }) => ({
          ...{ label: label.trim(), state: how },
          ...(due === undefined ? {} : { due }),
        })),
        ...(sector === undefined ? {} : { sector: nameOf(sector) }),
        ...(askedBy === undefined ? {} : { askedBy: (view.elements.get(askedBy)?.label ?? '').trim() }),
        ...(personal ? { personal: said } : {}),
      }
    }),
    missing: gaps.missing.map(nameOf),
    hasSectors: gaps.sectors.length > 0,
  }
}
