import * as z from 'zod/mini'
import { roundOutcomeSchema, roundSetupSchema } from '../practice/round'

/**
 * `open`: answers are taken. `closed`: none are taken any more, and nobody has seen them.
 * `revealed`: everyone sees what they came to.
 */
export const roundStates = ['open', 'closed', 'revealed'] as const
export type RoundState = (typeof roundStates)[number]

/** What everyone may know of a round: nothing of its answers. */
const headShape = {
  id: z.string(),
  setup: roundSetupSchema,
  /** Target → what it was called when the round was opened. */
  labels: z.record(z.string(), z.string()),
  state: z.enum(roundStates),
  /** Milliseconds since the Unix epoch, by the server's clock. */
  openedAt: z.int(),
  openedBy: z.string(),
  endedAt: z.optional(z.int()),
  /** When it came with the file that the map was made of; left out: it was asked on this map. */
  importedAt: z.optional(z.int()),
  /** How many have answered, of how many who are asked. */
  done: z.int(),
  asked: z.int(),
} as const
export const roundHeadSchema = z.object(headShape)
export type RoundHead = z.output<typeof roundHeadSchema>

/** `GET /api/maps/:id/rounds`: all of a map's rounds, oldest first. */
export const listRoundsAnswerSchema = z.object({ rounds: z.array(roundHeadSchema) })

/** `GET /api/maps/:id/rounds/:round`. */
export const roundAnswerSchema = z.object({
  ...headShape,
  /** The caller's own answer, while it can still be changed. */
  mine: z.optional(z.unknown()),
  /** From the reveal on. Where items are shown one by one, those that have been shown so far. */
  result: z.optional(roundOutcomeSchema),
  /** Items of the result that wait to be shown. */
  waiting: z.optional(z.int()),
})
export type RoundAnswer = z.output<typeof roundAnswerSchema>

/** `PUT …/answer`: it is stored. */
export const answerAnswerSchema = z.object({ done: z.int(), asked: z.int() })

/** `POST …/reveal`: everything at once, or the next item only. */
export const revealRequestSchema = z.object({ next: z._default(z.boolean(), false) })

/** `POST …/join`: the card is taken for another; without `into`, what was joined to it is taken apart again. */
export const joinCardsRequestSchema = z.object({ card: z.string(), into: z.optional(z.string()) })
