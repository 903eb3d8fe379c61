import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'
import { leverageField } from './leverage'

/** What a variable is to the people of a map: a sign of trouble, what they want to reach, or what comes out of it all. */
export const variableMarks = ['symptom', 'goal', 'result'] as const
export type VariableMark = (typeof variableMarks)[number]

/** A quantity that can rise or fall: the word of a causal-loop diagram. */
export const variableSchema = z.object({
  kind: z.literal('variable'),
  ...elementBaseShape,
  mark: z.optional(z.enum(variableMarks)),
  /** The place to intervene that people see in it: 12 to 1. */
  leverage: z.optional(leverageField),
  /** The group chose it, say to act on it first. */
  chosen: z.optional(z.boolean()),
})
