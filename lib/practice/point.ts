import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { fail, succeed } from '../base/result'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'
import { askedAbout } from './scale'
import { spreadOf, spreadSchema } from './spread'

const words = z.string().check(z.maxLength(limits.tag))
const axis = z.object({ name: words, low: z._default(words, ''), high: z._default(words, '') })

const pointSetupSchema = z.object({
  across: axis,
  up: axis,
  /** The fields of a stakeholder that the two axes stand for, where the group's middle may be taken over. */
  fields: z.optional(z.enum(['power-interest'])),
})
type PointSetup = z.output<typeof pointSetupSchema>

/** As people read a share of the field. */
const toPercent = (part: number): string => `${Math.round(part * 100)}%`

const share = z.number().check(z.gte(0), z.lte(1))

const pointAnswerSchema = z.object({
  /** Target (or '' where the round is about none) → [across, up], each from 0 to 1. */
  points: z.record(z.string().check(z.maxLength(2_000)), z.tuple([share, share])),
})
export type PointAnswer = z.output<typeof pointAnswerSchema>

const pointOutcomeSchema = z.object({
  rows: z.array(
    z.object({
      target: z.string(),
      across: spreadSchema,
      up: spreadSchema,
      points: z.array(z.object({ at: z.tuple([share, share]), by: z.optional(respondentField) })),
    }),
  ),
})
type PointOutcome = z.output<typeof pointOutcomeSchema>

/** A place on a field with two axes, for the question as a whole or for each target. */
export const point = {
  targets: 'perhaps',
  isOneByOne: false,
  setup: pointSetupSchema,
  answer: pointAnswerSchema,
  outcome: pointOutcomeSchema,

  check(_setup, targets, answer) {
    const asked = new Set(askedAbout(targets))
    const unknown = Object.keys(answer.points).find((target) => !asked.has(target))
    return unknown === undefined ? succeed(answer) : fail({ code: 'no-such-target', value: unknown })
  },

  isEmpty: ({ points }) => Object.keys(points).length === 0,

  summarise(_setup, targets, answers) {
    return {
      rows: askedAbout(targets).map((target) => {
        const points = answers
          .flatMap(({ by, answer }) => {
            const at = Object.hasOwn(answer.points, target) ? answer.points[target] : undefined
            return at === undefined ? [] : [{ at, ...(by === undefined ? {} : { by }) }]
          })
          .toSorted(byPlace)
        return {
          target,
          across: spreadOf(points.map(({ at }) => at[0])),
          up: spreadOf(points.map(({ at }) => at[1])),
          points,
        }
      }),
    }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: ({ across, up }, { points }, { nameOf }) =>
    Object.entries(points).map(
      ([target, [right, above]]) =>
        `${nameOf(target)}: ${across.name} ${toPercent(right)}, ${up.name} ${toPercent(above)}`,
    ),
} satisfies RoundKind<PointSetup, PointAnswer, PointOutcome>

/**
 * From left to right, then upwards: were they in the order of the answers, the first of every target would be one
 * person's, and with them all of what that person said.
 */
function byPlace(a: { readonly at: readonly [number, number] }, b: { readonly at: readonly [number, number] }): number {
  return a.at[0] - b.at[0] || a.at[1] - b.at[1]
}
