import * as z from 'zod/mini'
import { fail, succeed } from '../base/result'
import { countLetters } from './countLetters'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

const shortTextSetupSchema = z.object({
  /** Characters that an answer may have. */
  most: z._default(z.int().check(z.gte(20), z.lte(2_000)), 280),
})
type ShortTextSetup = z.output<typeof shortTextSetupSchema>

const shortTextAnswerSchema = z.object({ text: z.string().check(z.maxLength(10_000)) })
export type ShortTextAnswer = z.output<typeof shortTextAnswerSchema>

const shortTextOutcomeSchema = z.object({
  texts: z.array(z.object({ text: z.string(), by: z.optional(respondentField) })),
})
type ShortTextOutcome = z.output<typeof shortTextOutcomeSchema>

/** A sentence or two. */
export const shortText = {
  targets: 'never',
  isOneByOne: true,
  setup: shortTextSetupSchema,
  answer: shortTextAnswerSchema,
  outcome: shortTextOutcomeSchema,

  check({ most }, _targets, answer) {
    const text = answer.text.trim()
    const length = countLetters(text)
    return length > most ? fail({ code: 'too-long', value: String(length), most }) : succeed({ text })
  },

  isEmpty: ({ text }) => text.trim() === '',

  summarise(_setup, _targets, answers) {
    return {
      texts: answers.map(({ by, answer }) => ({ text: answer.text, ...(by === undefined ? {} : { by }) })),
    }
  },

  countItems: ({ texts }) => texts.length,
  firstItems: ({ texts }, count) => ({ texts: texts.slice(0, count) }),
  listLines: (_setup, { text }) => [text],
} satisfies RoundKind<ShortTextSetup, ShortTextAnswer, ShortTextOutcome>
