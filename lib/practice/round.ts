import * as z from 'zod/mini'
import { fail, type Result } from '../base/result'
import { limits } from '../base/limits'
import { cards } from './cards'
import { choice } from './choice'
import { dots } from './dots'
import { point } from './point'
import type { AnswerProblem, Given, RoundKind } from './roundKind'
import { scale } from './scale'
import { shortText } from './shortText'

/** Targets that one round may ask about. */
const mostTargets = 500

const commonShape = {
  question: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.label)),
  /** Ids of elements or links, or keys of loops; none where the question is about no part in particular. */
  targets: z._default(
    z.array(z.string().check(z.minLength(1), z.maxLength(2_000))).check(
      z.maxLength(mostTargets),
      z.refine((targets) => new Set(targets).size === targets.length, 'must differ from each other'),
    ),
    [],
  ),
  /** True: nobody ever learns who answered what. Chosen before, said to all, never changed. */
  anonymous: z._default(z.boolean(), true),
  /** Who is asked: those who may edit, or everyone who is there. */
  of: z._default(z.enum(['contributors', 'everyone']), 'contributors'),
  /** The round that this one asks again, of the best of its targets. */
  again: z.optional(z.string().check(z.maxLength(64))),
} as const

/** What a facilitator asks of a group: a question, answered alone, revealed together. */
export const roundSetupSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), ...commonShape, ...dots.setup.shape }),
  z.object({ kind: z.literal('choice'), ...commonShape, ...choice.setup.shape }),
  z.object({ kind: z.literal('scale'), ...commonShape, ...scale.setup.shape }),
  z.object({ kind: z.literal('point'), ...commonShape, ...point.setup.shape }),
  z.object({ kind: z.literal('cards'), ...commonShape, ...cards.setup.shape }),
  z.object({ kind: z.literal('text'), ...commonShape, ...shortText.setup.shape }),
])
export type RoundSetup = z.output<typeof roundSetupSchema>
export type RoundKindName = RoundSetup['kind']

/** What the answers to a round came to. */
export const roundOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), ...dots.outcome.shape }),
  z.object({ kind: z.literal('choice'), ...choice.outcome.shape }),
  z.object({ kind: z.literal('scale'), ...scale.outcome.shape }),
  z.object({ kind: z.literal('point'), ...point.outcome.shape }),
  z.object({ kind: z.literal('cards'), ...cards.outcome.shape }),
  z.object({ kind: z.literal('text'), ...shortText.outcome.shape }),
])
export type RoundOutcome = z.output<typeof roundOutcomeSchema>

/** An answer as it is kept: of the round's kind, tidied. `undefined`: nothing, which takes an earlier one back. */
export type TakenAnswer = object | undefined

/** Takes an answer to a round, or says why not. `malformed`: it is not of this round's kind. */
export function takeAnswer(
  setup: RoundSetup,
  answer: unknown,
): Result<TakenAnswer, AnswerProblem | { readonly code: 'malformed'; readonly value: string }> {
  return forKind(setup, (kind, own) => {
    const read = kind.answer.safeParse(answer)
    if (!read.success) {
      const [issue] = read.error.issues
      return fail({ code: 'malformed', value: issue === undefined ? '' : issue.path.map(String).join('.') })
    }
    const taken = kind.check(own, setup.targets, read.data)
    if (!taken.ok) return taken
    return { ok: true, value: kind.isEmpty(taken.value) ? undefined : taken.value }
  })
}

/**
 * What the answers come to. Those of another kind, which a store might hold after a change of ours,
 * are left out. Whatever the order of `answers`, nothing of it is seen in the outcome but among
 * equals: who must not tell when each was given shuffles them first.
 */
export function summariseRound(setup: RoundSetup, answers: readonly Given<unknown>[]): RoundOutcome {
  const outcome = forKind(setup, (kind, own) => {
    const read = answers.flatMap(({ by, answer }) => {
      const { success, data } = kind.answer.safeParse(answer)
      return success ? [{ answer: data, ...(by === undefined || setup.anonymous ? {} : { by }) }] : []
    })
    return { kind: setup.kind, ...kind.summarise(own, setup.targets, read) }
  })
  return roundOutcomeSchema.parse(outcome)
}

/** Runs what is the same for every kind with the kind of this setup. */
function forKind<Value>(
  setup: RoundSetup,
  run: <Setup, Answer extends object, Outcome extends object>(
    kind: RoundKind<Setup, Answer, Outcome>,
    setup: Setup,
  ) => Value,
): Value {
  switch (setup.kind) {
    case 'dots':
      return run(dots, setup)
    case 'choice':
      return run(choice, setup)
    case 'scale':
      return run(scale, setup)
    case 'point':
      return run(point, setup)
    case 'cards':
      return run(cards, setup)
    case 'text':
      return run(shortText, setup)
  }
}
