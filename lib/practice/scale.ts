import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { fail, succeed } from '../base/result'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'
import { spreadOf, spreadSchema } from './spread'

const endWords = z.string().check(z.maxLength(limits.tag))

const scaleSetupSchema = z.object({
  /** What 1 and what 5 mean. */
  low: z._default(endWords, ''),
  high: z._default(endWords, ''),
})
type ScaleSetup = z.output<typeof scaleSetupSchema>

/** The key under which a question that is about no target in particular is answered. */
export const wholeQuestion = ''

const scaleAnswerSchema = z.object({
  /** Target (or '' where the round is about none) → 1 to 5. Who skips one leaves it out. */
  values: z.record(z.string().check(z.maxLength(2_000)), z.int().check(z.gte(1), z.lte(5))),
})
export type ScaleAnswer = z.output<typeof scaleAnswerSchema>

const scaleOutcomeSchema = z.object({
  rows: z.array(
    z.object({
      target: z.string(),
      /** How many said 1, 2, 3, 4, 5. */
      counts: z.array(z.int()).check(z.length(5)),
      spread: spreadSchema,
      by: z.optional(z.array(z.object({ ...respondentField.shape, value: z.int() }))),
    }),
  ),
})
type ScaleOutcome = z.output<typeof scaleOutcomeSchema>

/** A number from 1 to 5, for the question as a whole or for each target; shown as a spread. */
export const scale = {
  targets: 'perhaps',
  isOneByOne: false,
  setup: scaleSetupSchema,
  answer: scaleAnswerSchema,
  outcome: scaleOutcomeSchema,

  check(_setup, targets, answer) {
    const asked = new Set(askedAbout(targets))
    const unknown = Object.keys(answer.values).find((target) => !asked.has(target))
    return unknown === undefined ? succeed(answer) : fail({ code: 'no-such-target', value: unknown })
  },

  isEmpty: ({ values }) => Object.keys(values).length === 0,

  summarise(_setup, targets, answers) {
    return {
      rows: askedAbout(targets).map((target) => {
        const here = answers.flatMap(({ by, answer }) => {
          const value = Object.hasOwn(answer.values, target) ? answer.values[target] : undefined
          return value === undefined ? [] : [{ by, value }]
        })
        const by = here.flatMap((given) => (given.by === undefined ? [] : [{ ...given.by, value: given.value }]))
        return {
          target,
          counts: [1, 2, 3, 4, 5].map((value) => here.filter((given) => given.value === value).length),
          spread: spreadOf(here.map(({ value }) => value)),
          ...(by.length === 0 ? {} : { by }),
        }
      }),
    }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: (_setup, { values }, { nameOf }) =>
    Object.entries(values).map(([target, value]) => `${nameOf(target)}: ${value}`),
} satisfies RoundKind<ScaleSetup, ScaleAnswer, ScaleOutcome>

/** What one is asked about: each target, or the question itself. */
export function askedAbout(targets: readonly string[]): readonly string[] {
  return targets.length === 0 ? [wholeQuestion] : targets
}
