import * as z from 'zod/mini'
import { fail, succeed } from '../base/result'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

const dotsSetupSchema = z.object({
  /** Dots that each person has. */
  budget: z._default(z.int().check(z.gte(1), z.lte(50)), 3),
  /** The most dots that one person may put on one target; without it, all of them. */
  mostOnOne: z.optional(z.int().check(z.gte(1), z.lte(50))),
})
type DotsSetup = z.output<typeof dotsSetupSchema>

const dotsAnswerSchema = z.object({
  /** Target → how many dots. */
  dots: z.record(z.string().check(z.maxLength(2_000)), z.int().check(z.gte(0), z.lte(50))),
})
export type DotsAnswer = z.output<typeof dotsAnswerSchema>

const dotsOutcomeSchema = z.object({
  rows: z.array(
    z.object({
      target: z.string(),
      dots: z.int(),
      /** How many people put at least one here. */
      people: z.int(),
      /** 1 for the most; those with as many dots share a rank, and the next one is left out (1, 2, 2, 4). */
      rank: z.int(),
      /** Shares its rank with another that got dots too. */
      tied: z.boolean(),
      /** Who put how many, where names are shown. */
      by: z.optional(z.array(z.object({ ...respondentField.shape, dots: z.int() }))),
    }),
  ),
  /** Dots that were given, and those that nobody used. */
  given: z.int(),
  unused: z.int(),
})
type DotsOutcome = z.output<typeof dotsOutcomeSchema>

/** Dot voting: each person spreads a budget of dots over the targets, as many on one as is allowed. */
export const dots = {
  targets: 'always',
  isOneByOne: false,
  setup: dotsSetupSchema,
  answer: dotsAnswerSchema,
  outcome: dotsOutcomeSchema,

  check({ budget, mostOnOne = budget }, targets, answer) {
    const asked = new Set(targets)
    const kept: Record<string, number> = {}
    let spent = 0
    for (const [target, count] of Object.entries(answer.dots)) {
      if (!asked.has(target)) return fail({ code: 'no-such-target', value: target })
      if (count === 0) continue
      if (count > mostOnOne) return fail({ code: 'over-the-most-on-one', value: String(count), most: mostOnOne })
      kept[target] = count
      spent += count
    }
    return spent > budget ? fail({ code: 'over-budget', value: String(spent), most: budget }) : succeed({ dots: kept })
  },

  isEmpty: (answer) => Object.values(answer.dots).every((count) => count === 0),

  summarise({ budget }, targets, answers) {
    const counted = targets.map((target) => {
      const here = answers.filter(({ answer }) => dotsOn(answer, target) > 0)
      const by = here.flatMap((given) =>
        given.by === undefined ? [] : [{ ...given.by, dots: dotsOn(given.answer, target) }],
      )
      const total = here.reduce((sum, { answer }) => sum + dotsOn(answer, target), 0)
      return { target, dots: total, people: here.length, ...(by.length === 0 ? {} : { by }) }
    })
    // A stable sort: those with as many dots stay in the order in which they were asked about.
    const sorted = counted.toSorted((a, b) => b.dots - a.dots)
    const rows = sorted.map((row) => ({
      ...row,
      rank: 1 + sorted.findIndex((other) => other.dots === row.dots),
      tied: row.dots > 0 && sorted.filter((other) => other.dots === row.dots).length > 1,
    }))
    const given = rows.reduce((sum, row) => sum + row.dots, 0)
    return { rows, given, unused: budget * answers.length - given }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: (_setup, answer, { nameOf }) =>
    Object.entries(answer.dots).flatMap(([target, count]) => (count === 0 ? [] : [`${nameOf(target)}: ${count}`])),
} satisfies RoundKind<DotsSetup, DotsAnswer, DotsOutcome>

function dotsOn({ dots: counts }: DotsAnswer, target: string): number {
  return Object.hasOwn(counts, target) ? (counts[target] ?? 0) : 0
}
