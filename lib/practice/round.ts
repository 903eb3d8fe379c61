import * as z from 'zod/mini'
import { fail, type Result } from '../base/result'
import { limits } from '../base/limits'
import { cards } from './cards'
import { challenge } from './challenge'
import { choice } from './choice'
import { dots } from './dots'
import { point } from './point'
import { pulse } from './pulse'
import type { AnswerProblem, AnswerWords, Given, RoundKind } from './roundKind'
import { scale } from './scale'
import { shortText } from './shortText'
import { survey } from './survey'

/** Targets that one round may ask about. */
export const mostTargets = 500

/** Every kind there is: what is set up, answered and shown of a round is read, counted and drawn by what stands here. */
export const roundKinds = { dots, scale, choice, point, cards, text: shortText, challenge, pulse, survey } as const
type RoundKinds = typeof roundKinds
export type RoundKindName = keyof RoundKinds
export const roundKindNames = Object.keys(roundKinds) as readonly RoundKindName[]

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
  /** True: what is shown tells nobody who answered what. Chosen before, said to all, never changed. */
  anonymous: z._default(z.boolean(), true),
  /** Who is asked: those who may edit, or everyone who is there. */
  of: z._default(z.enum(['contributors', 'everyone']), 'contributors'),
  /**
   * Closes by itself: when the timer ends that runs or is started while it is open, or when the meeting goes on to
   * another step. Without it, it is closed by hand.
   */
  closesWith: z.optional(z.enum(['timer', 'step'])),
  /** The round that this one asks again, of the best of its targets. */
  again: z.optional(z.string().check(z.maxLength(64))),
  /** The step of the agenda that it was prepared with: of one step one round is open at a time. */
  step: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
} as const
/** A kind that never tells names is not asked with them: nobody is promised something else. */
const neverNamed = { anonymous: z._default(z.literal(true), true) } as const
type Common = z.output<z.ZodMiniObject<typeof commonShape>>

type OfEveryKind<Part extends 'setup' | 'outcome', More> = {
  [Name in RoundKindName]: { readonly kind: Name } & More & Fields<z.output<RoundKinds[Name][Part]>>
}[RoundKindName]
/** A kind that sets nothing up of its own adds no fields, where Zod would say that there may be none at all. */
type Fields<Of> = Of extends Record<string, never> ? unknown : Of

/** What a facilitator asks of a group: a question, answered alone, revealed together. */
export type RoundSetup = OfEveryKind<'setup', Common>
export const roundSetupSchema = uniteKinds('setup', commonShape) as unknown as z.ZodMiniType<RoundSetup>

/** What the answers to a round came to. */
export type RoundOutcome = OfEveryKind<'outcome', unknown>
export const roundOutcomeSchema = uniteKinds('outcome', {}) as unknown as z.ZodMiniType<RoundOutcome>

/** True for kinds that are asked about elements and nothing else. */
export function isOfElements(kind: RoundKindName): boolean {
  return roundKinds[kind].targets === 'elements'
}

/** True for kinds of which names may be shown. */
export function mayTellNames(kind: RoundKindName): boolean {
  return kindOf({ kind }).names !== 'never'
}

/** What answers to a kind of round are. */
export type AnswerOf<Name extends RoundKindName> = z.output<RoundKinds[Name]['answer']>

/** An answer as it is kept: of the round's kind, tidied. `undefined`: nothing, which takes an earlier one back. */
export type TakenAnswer = object | undefined

/** Takes an answer to a round, or says why not. `malformed`: it is not of this round's kind. */
export function takeAnswer(
  setup: RoundSetup,
  answer: unknown,
): Result<TakenAnswer, AnswerProblem | { readonly code: 'malformed'; readonly value: string }> {
  const kind = kindOf(setup)
  const read = kind.answer.safeParse(answer)
  if (!read.success) {
    const [issue] = read.error.issues
    return fail({ code: 'malformed', value: issue === undefined ? '' : issue.path.map(String).join('.') })
  }
  const taken = kind.check(setup, setup.targets, read.data)
  if (!taken.ok) return taken
  return { ok: true, value: kind.isEmpty(taken.value) ? undefined : taken.value }
}

/** An answer as it was given, whole or not; undefined if there is none, or it is not of this round's kind. */
export function readAnswer(setup: RoundSetup, answer: unknown): object | undefined {
  return kindOf(setup).answer.safeParse(answer).data
}

/**
 * What the answers come to. Those of another kind, which a store might hold after a change of ours,
 * are left out. Whatever the order of `answers`, nothing of it is seen in the outcome but among texts
 * and spellings: who must not tell when each was given shuffles them first.
 */
export function summariseRound(setup: RoundSetup, answers: readonly Given<unknown>[]): RoundOutcome {
  const kind = kindOf(setup)
  const read = answers.flatMap(({ by, answer }) => {
    const { success, data } = kind.answer.safeParse(answer)
    return success ? [{ answer: data, ...(by === undefined || setup.anonymous ? {} : { by }) }] : []
  })
  return roundOutcomeSchema.parse({ kind: setup.kind, ...kind.summarise(setup, setup.targets, read) })
}

/** How many items an outcome has: rows, cards, texts. */
export function countItems(outcome: RoundOutcome): number {
  return kindOf(outcome).countItems(outcome)
}

/** The outcome with its first items alone. */
export function firstItems(outcome: RoundOutcome, count: number): RoundOutcome {
  return { ...outcome, ...kindOf(outcome).firstItems(outcome, count) }
}

/** What an answer says, a line each; nothing if it is of another kind. */
export function listAnswerLines(setup: RoundSetup, answer: unknown, words: AnswerWords): readonly string[] {
  const read = readAnswer(setup, answer)
  return read === undefined
    ? []
    : kindOf(setup)
        .listLines(setup, read, words)
        .filter((line) => line.trim() !== '')
}

/**
 * What is the same for every kind works with the kind of this setup or outcome; that a kind is given its own setups
 * and outcomes alone follows from its name, which the types cannot.
 */
function kindOf({ kind }: { readonly kind: RoundKindName }): RoundKind<object, object, object> {
  return roundKinds[kind]
}

function uniteKinds(part: 'setup' | 'outcome', shape: z.core.$ZodShape): z.ZodMiniType {
  const [first, ...others] = roundKindNames.map((name) =>
    z.object({
      kind: z.literal(name),
      ...shape,
      ...(part === 'setup' && !mayTellNames(name) ? neverNamed : {}),
      ...roundKinds[name][part].shape,
    }),
  )
  if (first === undefined) throw new Error('There is no kind of round.')
  return z.discriminatedUnion('kind', [first, ...others])
}
