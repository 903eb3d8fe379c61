import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'
import { leverageField } from './leverage'

/** What people do when they contribute to a system: the verb of "we will …". */
export const contributionActs = ['connect', 'convene', 'educate', 'share', 'start', 'stop', 'measure'] as const
export type ContributionAct = (typeof contributionActs)[number]

/** How far a contribution has come; without a word it is offered. */
export const contributionStates = ['offered', 'under-way', 'done', 'let-go'] as const
export type ContributionState = (typeof contributionStates)[number]

/** Something that people do or intend to do to the system. */
export const actionSchema = z.object({
  kind: z.literal('action'),
  ...elementBaseShape,
  /** The place to intervene that people see in it: 12 to 1. */
  leverage: z.optional(leverageField),
  act: z.optional(z.enum(contributionActs)),
  state: z.optional(z.enum(contributionStates)),
  /** The day by which: `2026-03-01`. */
  due: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
})
