import * as z from 'zod/mini'
import { descriptionField, elementIdField, labelField } from './fields'

/** How a variable's next value comes from its causes (Kosko 1986, and two later forms). */
export const updateRules = ['kosko', 'modified-kosko', 'rescaled'] as const
export type UpdateRule = (typeof updateRules)[number]

/** What keeps values in bounds: 0 to 1 for sigmoid and bivalent, -1 to 1 for tanh and trivalent. */
export const transfers = ['tanh', 'sigmoid', 'bivalent', 'trivalent'] as const
export type Transfer = (typeof transfers)[number]

/** Which way people want a variable to go. */
export const wishes = ['up', 'down'] as const
export type Wish = (typeof wishes)[number]

export const scenarioShape = {
  name: labelField,
  /** Variable → the value it is held at, -1 to 1. Who is not in here is free; 0 is a value like any other. */
  clamps: z.optional(z.record(elementIdField, z.number().check(z.gte(-1), z.lte(1)))),
  preferred: z.optional(z.record(elementIdField, z.enum(wishes))),
  /** What is left out is as it is everywhere else. */
  settings: z.optional(
    z.looseObject({
      rule: z.optional(z.enum(updateRules)),
      transfer: z.optional(z.enum(transfers)),
      /** Steepness of the transfer. */
      lambda: z.optional(z.number().check(z.gt(0), z.lte(100))),
      /** Steps after which a run that does not settle is given up. */
      maxSteps: z.optional(z.int().check(z.gte(10), z.lte(100_000))),
    }),
  ),
  note: z.optional(descriptionField),
} as const

/** A saved what-if: which variables are held, and at what; which way people want others to go. */
export const scenarioSchema = z.looseObject(scenarioShape)
export type Scenario = z.output<typeof scenarioSchema>
