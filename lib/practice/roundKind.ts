import type * as z from 'zod/mini'
import type { Result } from '../base/result'

/** Who gave an answer: an id that stands for one person, and the name that is shown. */
export interface Respondent {
  readonly id: string
  readonly name: string
}

/** One person's answer. `by` is missing where names are not kept. */
export interface Given<Answer> {
  readonly by?: Respondent
  readonly answer: Answer
}

/** Why an answer is not taken: a stable word, and the values that a sentence needs. */
export interface AnswerProblem {
  readonly code:
    | 'no-such-target'
    | 'no-such-option'
    | 'over-budget'
    | 'over-the-most-on-one'
    | 'too-many'
    | 'too-long'
    | 'incomplete'
  /** What was given. */
  readonly value: string
  /** The most that is allowed, where there is such a bound. */
  readonly most?: number
}

/** What is needed to tell an answer in words. */
export interface AnswerWords {
  /** What a target is called. */
  nameOf(target: string): string
  /** A text of the catalogue `rounds`, with its values put in. */
  say(key: string, values?: Readonly<Record<string, string>>): string
}

/**
 * One kind of question that a facilitator may ask of a group: how it is set up, what an answer is,
 * when an answer is taken, and what many answers come to. Adding a kind is adding a file with one of
 * these, naming it in `roundKinds`; where its form, its result and its set-up are missing in `components/meeting`
 * (`kindLooks`, `askKinds`, `askFields`), the types say so.
 */
export interface RoundKind<Setup, Answer, Outcome> {
  /**
   * Whether it is asked about parts of the map: `elements` where about elements and nothing else, `perhaps` where a
   * question as a whole will do as well.
   */
  readonly targets: 'always' | 'elements' | 'perhaps' | 'never'
  /** Where no outcome of it ever tells who answered what, whatever is set up. */
  readonly names?: 'never'
  /** True if its outcome may be shown one item after another: one that people read, and not a count. */
  readonly isOneByOne: boolean
  /** What is set up beside the question, its targets and whether names are shown. */
  readonly setup: z.ZodMiniType<Setup>
  readonly answer: z.ZodMiniType<Answer>
  /** What the answers come to. */
  readonly outcome: z.ZodMiniType<Outcome>
  /** Takes an answer, tidied; or says what is wrong with it. Targets are those that the round asks about. */
  check(setup: Setup, targets: readonly string[], answer: Answer): Result<Answer, AnswerProblem>
  /** True if the answer says nothing: giving it takes one's answer back. */
  isEmpty(answer: Answer): boolean
  /** Answers come in no order that tells when they were given. O(answers × what is in one). */
  summarise(setup: Setup, targets: readonly string[], answers: readonly Given<Answer>[]): Outcome
  /** How many items an outcome has. */
  countItems(outcome: Outcome): number
  /** The outcome with its first items alone. */
  firstItems(outcome: Outcome, count: number): Outcome
  /** What somebody's answer says, a line each, as they would copy it elsewhere. */
  listLines(setup: Setup, answer: Answer, words: AnswerWords): readonly string[]
}
