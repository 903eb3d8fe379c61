import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { fail, succeed } from '../base/result'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

const choiceSetupSchema = z.object({
  options: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.label))).check(
    z.minLength(2),
    z.maxLength(20),
    z.refine((options) => new Set(options).size === options.length, 'must differ from each other'),
  ),
  /** How many options one person may pick. */
  most: z._default(z.int().check(z.gte(1), z.lte(20)), 1),
})
type ChoiceSetup = z.output<typeof choiceSetupSchema>

const choiceAnswerSchema = z.object({
  /** The options picked, in their own words. */
  picks: z.array(z.string().check(z.maxLength(limits.label))).check(z.maxLength(20)),
})
export type ChoiceAnswer = z.output<typeof choiceAnswerSchema>

const choiceOutcomeSchema = z.object({
  /** In the order in which the options were put. */
  rows: z.array(
    z.object({
      option: z.string(),
      people: z.int(),
      /** Share of those who answered, 0 to 1. */
      share: z.number(),
      by: z.optional(z.array(respondentField)),
    }),
  ),
})
type ChoiceOutcome = z.output<typeof choiceOutcomeSchema>

/** One of several options, or some of them. */
export const choice = {
  targets: 'never',
  isOneByOne: false,
  setup: choiceSetupSchema,
  answer: choiceAnswerSchema,
  outcome: choiceOutcomeSchema,

  check({ options, most }, _targets, answer) {
    const picks = [...new Set(answer.picks)]
    const unknown = picks.find((pick) => !options.includes(pick))
    if (unknown !== undefined) return fail({ code: 'no-such-option', value: unknown })
    return picks.length > most ? fail({ code: 'too-many', value: String(picks.length), most }) : succeed({ picks })
  },

  isEmpty: ({ picks }) => picks.length === 0,

  summarise({ options }, _targets, answers) {
    return {
      rows: options.map((option) => {
        const here = answers.filter(({ answer }) => answer.picks.includes(option))
        const by = here.flatMap((given) => (given.by === undefined ? [] : [given.by]))
        return {
          option,
          people: here.length,
          share: answers.length === 0 ? 0 : here.length / answers.length,
          ...(by.length === 0 ? {} : { by }),
        }
      }),
    }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: (_setup, { picks }) => picks,
} satisfies RoundKind<ChoiceSetup, ChoiceAnswer, ChoiceOutcome>
