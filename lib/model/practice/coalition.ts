import * as z from 'zod/mini'
import { isId } from '../../base/ids'
import { descriptionField, elementIdField, labelField, timeField } from '../fields'
import { dateField, noteField, wordsField } from './parts'
import type { PracticeKind } from './practiceKind'

/** How far somebody is in. */
export const memberStates = ['to-ask', 'asked', 'in', 'not-now'] as const
export type MemberState = (typeof memberStates)[number]

/** Roles that are offered; people may write any other in their own words. */
export const memberRoles = [
  'convener',
  'backbone',
  'speaker',
  'funder',
  'numbers',
  'lived',
  'connector',
  'doer',
] as const

/** Ways to decide that are offered; what else is to be said of it stands beside it in words. */
export const decisionRules = ['consent', 'consensus', 'majority', 'lead'] as const
export type DecisionRule = (typeof decisionRules)[number]

/** What somebody who could be asked would add, in the order in which it is told. */
export const candidateReasons = ['sector', 'tied', 'power', 'interest', 'holds'] as const
export type CandidateReason = (typeof candidateReasons)[number]

const memberSchema = z.looseObject({
  state: z.enum(memberStates),
  /** What they do in it: one of `memberRoles`, or people's own words. */
  role: z.optional(wordsField),
  /** What they said they will bring. */
  commitment: z.optional(noteField),
  /** Who of the map asks them. */
  askedBy: z.optional(elementIdField),
})

const shape = {
  kind: z.literal('coalition'),
  name: labelField,
  purpose: z.optional(descriptionField),
  /** How the coalition decides: by a rule that is offered, and in people's own words. */
  rule: z.optional(z.enum(decisionRules)),
  decides: z.optional(noteField),
  /** The day on which they look at their charter again. */
  lookAgain: z.optional(dateField),
  at: z.optional(timeField),
} as const

/** Who of the map works together on what, and how they decide. */
export const coalition = {
  shape,
  /** Stakeholder → how far they are in, and what they do. */
  tables: { members: { prefix: 'member:', entry: memberSchema, isKey: isId } },
} satisfies PracticeKind
