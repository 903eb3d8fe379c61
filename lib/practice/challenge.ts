import * as z from 'zod/mini'
import { fail, succeed } from '../base/result'
import { clearMajority } from '../model/practice/clearMajority'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

/**
 * The kinds of challenge that Heifetz tells apart (Leadership Without Easy Answers, 1994): technical, where somebody
 * knows what works; adaptive, where what the problem is has to be learned by those who have it; mixed, in between.
 */
export const challengeTypes = ['technical', 'mixed', 'adaptive'] as const
export type ChallengeType = (typeof challengeTypes)[number]

const challengeSetupSchema = z.object({})
type ChallengeSetup = z.output<typeof challengeSetupSchema>

const judgementSchema = z.object({
  /** Whether it is clear what the problem is. */
  problem: z.boolean(),
  /** Whether somebody already knows what works; not asked where the problem is not clear. */
  solution: z.optional(z.boolean()),
})
export type Judgement = z.output<typeof judgementSchema>

const challengeAnswerSchema = z.object({
  /** Element → the two answers. Who skips one leaves it out. */
  judgements: z.record(z.string().check(z.maxLength(2_000)), judgementSchema),
})
export type ChallengeAnswer = z.output<typeof challengeAnswerSchema>

/** What a group as a whole says of one element: a type, that it is split, or nothing. */
export const challengeVerdicts = [...challengeTypes, 'split', 'none'] as const
export type ChallengeVerdict = (typeof challengeVerdicts)[number]

const challengeOutcomeSchema = z.object({
  /** In the order in which the elements were put. */
  rows: z.array(
    z.object({
      target: z.string(),
      /** How many gave the answers that each type follows from. */
      counts: z.object({ technical: z.int(), mixed: z.int(), adaptive: z.int() }),
      /** `split`: no type has two thirds of those who answered. */
      verdict: z.enum(challengeVerdicts),
      by: z.optional(z.array(z.object({ ...respondentField.shape, type: z.enum(challengeTypes) }))),
    }),
  ),
})
type ChallengeOutcome = z.output<typeof challengeOutcomeSchema>

/** Technical, adaptive or mixed: two plain questions about each element, from which the type follows. */
export const challenge = {
  targets: 'elements',
  isOneByOne: false,
  setup: challengeSetupSchema,
  answer: challengeAnswerSchema,
  outcome: challengeOutcomeSchema,

  check(_setup, targets, { judgements }) {
    const asked = new Set(targets)
    const kept: Record<string, Judgement> = {}
    for (const [target, { problem, solution }] of Object.entries(judgements)) {
      if (!asked.has(target)) return fail({ code: 'no-such-target', value: target })
      if (problem && solution === undefined) return fail({ code: 'incomplete', value: target })
      // What somebody pressed before they said that the problem is not clear says nothing any more.
      kept[target] = problem ? { problem, solution } : { problem }
    }
    return succeed({ judgements: kept })
  },

  isEmpty: ({ judgements }) => Object.keys(judgements).length === 0,

  summarise(_setup, targets, answers) {
    return {
      rows: targets.map((target) => {
        const here = answers.flatMap(({ by, answer: { judgements } }) => {
          const type = Object.hasOwn(judgements, target) ? typeOf(judgements[target]) : undefined
          return type === undefined ? [] : [{ by, type }]
        })
        const count = (type: ChallengeType): number => here.filter((given) => given.type === type).length
        const counts = { technical: count('technical'), mixed: count('mixed'), adaptive: count('adaptive') }
        const by = here.flatMap((given) => (given.by === undefined ? [] : [{ ...given.by, type: given.type }]))
        const verdict = here.length === 0 ? 'none' : (clearMajority(counts) ?? 'split')
        return { target, counts, verdict, ...(by.length === 0 ? {} : { by }) }
      }),
    }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: (_setup, { judgements }, { nameOf, say }) =>
    Object.entries(judgements).map(([target, { problem, solution }]) => {
      const said = [say('challenge.line.problem', { yes: String(problem) })]
      if (solution !== undefined) said.push(say('challenge.line.solution', { yes: String(solution) }))
      return `${nameOf(target)}: ${said.join(' ')}`
    }),
} satisfies RoundKind<ChallengeSetup, ChallengeAnswer, ChallengeOutcome>

/** The type that follows from both answers; undefined where one is missing that is needed. */
export function typeOf(judgement: Judgement | undefined): ChallengeType | undefined {
  if (judgement === undefined) return undefined
  if (!judgement.problem) return 'adaptive'
  if (judgement.solution === undefined) return undefined
  return judgement.solution ? 'technical' : 'mixed'
}
