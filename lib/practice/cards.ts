import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { fail, succeed } from '../base/result'
import { compareNames } from '../base/textOrder'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

const cardsSetupSchema = z.object({
  /** What the cards become on the map. */
  become: z._default(z.enum(['variable', 'stakeholder', 'note']), 'variable'),
  /** The most that one person may write. */
  most: z._default(z.int().check(z.gte(1), z.lte(50)), 20),
})
type CardsSetup = z.output<typeof cardsSetupSchema>

const cardsAnswerSchema = z.object({
  cards: z.array(z.string().check(z.maxLength(limits.label))).check(z.maxLength(200)),
})
export type CardsAnswer = z.output<typeof cardsAnswerSchema>

const cardFields = {
  /** The way most people wrote it; of several, the one that was asked first. */
  label: z.string(),
  /** How many people wrote it; of cards that were joined without names, the fewest that it may be. */
  people: z.int(),
  /** Every spelling of it, the commonest first. */
  spellings: z.array(z.string()),
  by: z.optional(z.array(respondentField)),
} as const
const cardPartSchema = z.object(cardFields)
/** A card as it was at the reveal. */
export type CardPart = z.output<typeof cardPartSchema>

const cardGroupSchema = z.object({
  ...cardFields,
  /** The most people that it may be, where that is not known (`joinCards`). */
  upTo: z.optional(z.int()),
  /** The cards that were joined, the one that gives the name first. */
  parts: z.optional(z.array(cardPartSchema)),
})
export type CardGroup = z.output<typeof cardGroupSchema>

const cardsOutcomeSchema = z.object({
  /** One for each name, those written most often first: cards that say the same in other letters are one. */
  groups: z.array(cardGroupSchema),
})
export type CardsOutcome = z.output<typeof cardsOutcomeSchema>

/** Think alone: each person writes cards, which all are seen at the reveal and may become elements. */
export const cards = {
  targets: 'never',
  isOneByOne: true,
  setup: cardsSetupSchema,
  answer: cardsAnswerSchema,
  outcome: cardsOutcomeSchema,

  check({ most }, _targets, answer) {
    const kept = new Map<string, string>()
    for (const card of answer.cards) {
      const label = card.replaceAll(/\s+/gu, ' ').trim()
      if (label !== '' && !kept.has(sameness(label))) kept.set(sameness(label), label)
    }
    return kept.size > most
      ? fail({ code: 'too-many', value: String(kept.size), most })
      : succeed({ cards: [...kept.values()] })
  },

  isEmpty: ({ cards: labels }) => labels.length === 0,

  summarise(_setup, _targets, answers) {
    const groups = new Map<string, { spellings: Map<string, number>; by: z.output<typeof respondentField>[] }>()
    for (const { by, answer } of answers) {
      for (const label of answer.cards) {
        const group = groups.get(sameness(label)) ?? { spellings: new Map<string, number>(), by: [] }
        group.spellings.set(label, (group.spellings.get(label) ?? 0) + 1)
        if (by !== undefined) group.by.push(by)
        groups.set(sameness(label), group)
      }
    }
    const rows = [...groups.values()].map(({ spellings, by }) => {
      const sorted = [...spellings].toSorted(([, a], [, b]) => b - a)
      return {
        label: sorted[0]?.[0] ?? '',
        people: sorted.reduce((sum, [, count]) => sum + count, 0),
        spellings: sorted.map(([spelling]) => spelling),
        ...(by.length === 0 ? {} : { by }),
      }
    })
    // Of those that as many wrote, in the order of their letters: in that of the answers one person's would stand together.
    return { groups: rows.toSorted((a, b) => b.people - a.people || compareNames(a.label, b.label)) }
  },

  countItems: ({ groups }) => groups.length,
  firstItems: ({ groups }, count) => ({ groups: groups.slice(0, count) }),
  listLines: (_setup, answer) => answer.cards,
} satisfies RoundKind<CardsSetup, CardsAnswer, CardsOutcome>

/** The same for names that differ in letters' case, accents' encoding, spaces and a full stop alone. */
export function sameness(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.!]+$/u, '')
    .trim()
}
