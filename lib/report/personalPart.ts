import * as z from 'zod/mini'
import type { Stakeholder } from '../model/element'
import { stances } from '../model/stakeholder'

const share = z.optional(z.number())

/** What of a stakeholder is personal, in a report that was asked for it. */
export const personalSchema = z.object({
  stance: z.optional(z.enum(stances)),
  power: share,
  interest: share,
  legitimacy: share,
  urgency: share,
  influence: share,
  contact: z.optional(z.string()),
})
export type Personal = z.output<typeof personalSchema>

/** What was said of it; what nobody said is not there. */
export function describePersonal(one: Stakeholder): Personal {
  const { stance, power, interest, legitimacy, urgency, influence, contact } = one
  const said = { stance, power, interest, legitimacy, urgency, influence, contact }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
