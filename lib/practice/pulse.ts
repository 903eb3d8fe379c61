import * as z from 'zod/mini'
import { fail, succeed } from '../base/result'
import { compareNames } from '../base/textOrder'
import { headlineOf, pulseHeadlines, pulseStates, type PulseState } from '../model/practice/pulseState'
import { countLetters } from './countLetters'
import { respondentField } from './respondent'
import type { RoundKind } from './roundKind'

/** Characters of a note. */
export const mostPulseNote = 280

const pulseSetupSchema = z.object({})
type PulseSetup = z.output<typeof pulseSetupSchema>

const pulseAnswerSchema = z.object({
  /** Element → how it is going, and perhaps why. Who skips one leaves it out. */
  states: z.record(
    z.string().check(z.maxLength(2_000)),
    z.object({
      says: z.enum(pulseStates),
      note: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  ),
})
export type PulseAnswer = z.output<typeof pulseAnswerSchema>

const pulseOutcomeSchema = z.object({
  /** In the order in which the elements were put. */
  rows: z.array(
    z.object({
      target: z.string(),
      counts: z.object({ improving: z.int(), steady: z.int(), worsening: z.int(), unknown: z.int() }),
      headline: z.enum(pulseHeadlines),
      /** By their letters; who wrote one, and how they see it, only where names are shown. */
      notes: z.array(
        z.object({ text: z.string(), says: z.optional(z.enum(pulseStates)), by: z.optional(respondentField) }),
      ),
      by: z.optional(z.array(z.object({ ...respondentField.shape, says: z.enum(pulseStates) }))),
    }),
  ),
})
type PulseOutcome = z.output<typeof pulseOutcomeSchema>

/** A dated check-in on elements: better, the same, worse, or not known, with a note. */
export const pulse = {
  targets: 'elements',
  isOneByOne: true,
  setup: pulseSetupSchema,
  answer: pulseAnswerSchema,
  outcome: pulseOutcomeSchema,

  check(_setup, targets, { states }) {
    const asked = new Set(targets)
    const kept: PulseAnswer['states'] = {}
    for (const [target, { says, note = '' }] of Object.entries(states)) {
      if (!asked.has(target)) return fail({ code: 'no-such-target', value: target })
      const text = note.trim()
      const length = countLetters(text)
      if (length > mostPulseNote) return fail({ code: 'too-long', value: String(length), most: mostPulseNote })
      kept[target] = text === '' ? { says } : { says, note: text }
    }
    return succeed({ states: kept })
  },

  isEmpty: ({ states }) => Object.keys(states).length === 0,

  summarise(_setup, targets, answers) {
    return {
      rows: targets.map((target) => {
        const here = answers.flatMap(({ by, answer: { states } }) => {
          const state = Object.hasOwn(states, target) ? states[target] : undefined
          return state === undefined ? [] : [{ by, ...state }]
        })
        const count = (state: PulseState): number => here.filter(({ says }) => says === state).length
        const counts = {
          improving: count('improving'),
          steady: count('steady'),
          worsening: count('worsening'),
          unknown: count('unknown'),
        }
        const notes = here
          .flatMap(({ by, says, note }) => {
            if (note === undefined) return []
            return [{ text: note, ...(by === undefined ? {} : { says, by }) }]
          })
          .toSorted((a, b) => compareNames(a.text, b.text))
        const by = here.flatMap((given) => (given.by === undefined ? [] : [{ ...given.by, says: given.says }]))
        return { target, counts, headline: headlineOf(counts), notes, ...(by.length === 0 ? {} : { by }) }
      }),
    }
  },

  countItems: ({ rows }) => rows.length,
  firstItems: (outcome, count) => ({ ...outcome, rows: outcome.rows.slice(0, count) }),
  listLines: (_setup, { states }, { nameOf, say }) =>
    Object.entries(states).map(([target, { says, note = '' }]) => {
      const line = `${nameOf(target)}: ${say('pulse.state', { state: says })}`
      return note.trim() === '' ? line : `${line}. ${note.trim()}`
    }),
} satisfies RoundKind<PulseSetup, PulseAnswer, PulseOutcome>
