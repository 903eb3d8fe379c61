import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'
import { shareField } from './fields'
import { sectorField } from './sector'

export const stakeholderForms = ['person', 'organisation', 'group'] as const
/** Discs of the tallest tower of influence. */
export const mostInfluence = 5
export const stances = ['supports', 'neutral', 'opposes', 'mixed'] as const

/** A person or body with an interest in the system. */
export const stakeholderSchema = z.object({
  kind: z.literal('stakeholder'),
  ...elementBaseShape,
  form: z.optional(z.enum(stakeholderForms)),
  sector: z.optional(sectorField),
  role: z.optional(z.string().check(z.maxLength(120))),
  stance: z.optional(z.enum(stances)),
  power: z.optional(shareField),
  interest: z.optional(shareField),
  legitimacy: z.optional(shareField),
  urgency: z.optional(shareField),
  /** Discs beside the card (Net-Map): 0 to 5. */
  influence: z.optional(z.int().check(z.gte(0), z.lte(mostInfluence))),
  /** Holds a formal office of leadership. */
  leader: z.optional(z.boolean()),
  /** How to reach them. Personal: leaves the map only where someone asks for it. */
  contact: z.optional(z.string().check(z.maxLength(300))),
})
