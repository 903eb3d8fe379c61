import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { fail, succeed } from '../base/result'
import { compareNames } from '../base/textOrder'
import { countLetters } from './countLetters'
import type { Given, RoundKind } from './roundKind'
import { listShownSectors } from './shownSectors'
import { spreadOf, spreadSchema } from './spread'

/** Characters of what makes somebody say something. */
export const mostReason = 280
/** Groups of a set, and questions of a group. */
export const mostGroups = 12
export const mostQuestions = 10

const key = z.string().check(z.minLength(1), z.maxLength(60))
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.label))
const endWords = z.string().check(z.maxLength(limits.tag))
const counts = z.array(z.int()).check(z.length(5))

const surveySetupSchema = z.object({
  /** The set that the questions are of: rounds of one set can be compared. */
  set: z.optional(key),
  groups: z
    .array(
      z.object({
        id: key,
        name: words,
        questions: z.array(z.object({ id: key, text: words })).check(z.minLength(1), z.maxLength(mostQuestions)),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(mostGroups),
      z.refine((groups) => areDifferent(groups), 'must differ from each other'),
      z.refine((groups) => areDifferent(groups.flatMap(({ questions }) => questions)), 'must have ids of their own'),
    ),
  /** What 1 and what 5 mean. */
  low: z._default(endWords, ''),
  high: z._default(endWords, ''),
  /** The sectors of the map that people may say they come from, with their names; none: it is not asked. */
  sectors: z._default(
    z
      .array(z.object({ id: key, name: z.string().check(z.minLength(1), z.maxLength(limits.name * 3)) }))
      .check(z.maxLength(60), z.refine(areDifferent, 'must differ from each other')),
    [],
  ),
})
export type SurveySetup = z.output<typeof surveySetupSchema>

/** The id of an element that somebody's reason is tied to. Its name is the map's to tell: it may be kept from people later. */
const aboutField = z.optional(key)

const surveyAnswerSchema = z.object({
  /** Question → 1 to 5. Who skips one leaves it out. */
  values: z.record(key, z.int().check(z.gte(1), z.lte(5))),
  /** Question → what makes one say so. */
  reasons: z.optional(z.record(key, z.object({ text: z.string().check(z.maxLength(10_000)), about: aboutField }))),
  /** The sector that one comes from, by choice. */
  sector: z.optional(key),
})
export type SurveyAnswer = z.output<typeof surveyAnswerSchema>
export type Reason = NonNullable<SurveyAnswer['reasons']>[string]

const surveyOutcomeSchema = z.object({
  /** In the order of the set. */
  questions: z.array(z.object({ id: z.string(), group: z.string(), counts, spread: spreadSchema })),
  /** All answers to the questions of a group together. */
  groups: z.array(z.object({ id: z.string(), people: z.int(), counts, spread: spreadSchema })),
  /** Those that somebody said they come from; without a mean where too few did to tell of them (ROUND-78). */
  sectors: z.array(
    z.object({
      id: z.string(),
      people: z.int(),
      groups: z.array(z.object({ id: z.string(), mean: z.optional(z.number()) })),
    }),
  ),
  /** By their letters, so that their order joins nothing that one person wrote. */
  said: z.array(z.object({ question: z.string(), text: z.string(), about: aboutField })),
})
type SurveyOutcome = z.output<typeof surveyOutcomeSchema>

/** A set of questions in groups, each answered from 1 to 5, with what makes one say so. It never tells who said what. */
export const survey = {
  targets: 'never',
  names: 'never',
  isOneByOne: false,
  setup: surveySetupSchema,
  answer: surveyAnswerSchema,
  outcome: surveyOutcomeSchema,

  check({ groups, sectors }, _targets, { values, reasons = {}, sector }) {
    const asked = new Set(groups.flatMap(({ questions }) => questions.map(({ id }) => id)))
    const unknown = [...Object.keys(values), ...Object.keys(reasons)].find((id) => !asked.has(id))
    if (unknown !== undefined) return fail({ code: 'no-such-target', value: unknown })
    if (sector !== undefined && !sectors.some(({ id }) => id === sector)) {
      return fail({ code: 'no-such-option', value: sector })
    }
    const kept: Record<string, Reason> = {}
    for (const [question, { text, about }] of Object.entries(reasons)) {
      const tidy = text.trim()
      const length = countLetters(tidy)
      if (length > mostReason) return fail({ code: 'too-long', value: String(length), most: mostReason })
      if (tidy !== '' || about !== undefined) kept[question] = { text: tidy, ...(about === undefined ? {} : { about }) }
    }
    return succeed({
      values,
      ...(Object.keys(kept).length === 0 ? {} : { reasons: kept }),
      ...(sector === undefined ? {} : { sector }),
    })
  },

  // Where somebody comes from is no answer of its own.
  isEmpty: ({ values, reasons = {} }) => Object.keys(values).length === 0 && Object.keys(reasons).length === 0,

  summarise({ groups, sectors }, _targets, given) {
    const answers = given.map(({ answer }) => answer)
    const questions = groups.flatMap((group) =>
      group.questions.map(({ id }) => ({ id, group: group.id, ...countValues(valuesOf(answers, [id])) })),
    )
    return {
      questions,
      groups: groups.map(({ id, questions: own }) => {
        const ids = own.map((question) => question.id)
        return { id, people: peopleOf(answers, ids).length, ...countValues(valuesOf(answers, ids)) }
      }),
      sectors: summariseSectors(groups, sectors, answers),
      said: questions.flatMap(({ id }) => listReasons(given, id)),
    }
  },

  // An item is a group with all that belongs to it.
  countItems: ({ groups }) => groups.length,
  firstItems(outcome, count) {
    const shown = new Set(outcome.groups.slice(0, count).map(({ id }) => id))
    const questions = outcome.questions.filter(({ group }) => shown.has(group))
    const ids = new Set(questions.map(({ id }) => id))
    return {
      questions,
      groups: outcome.groups.filter(({ id }) => shown.has(id)),
      sectors: outcome.sectors.map((sector) => ({
        ...sector,
        groups: sector.groups.filter(({ id }) => shown.has(id)),
      })),
      said: outcome.said.filter(({ question }) => ids.has(question)),
    }
  },

  listLines({ groups, sectors }, { values, reasons = {}, sector }, { nameOf, say }) {
    const lines = groups.flatMap(({ questions }) =>
      questions.flatMap(({ id, text }) => {
        const reason = Object.hasOwn(reasons, id) ? reasons[id] : undefined
        const about = reason?.about === undefined ? '' : `(${nameOf(reason.about)})`
        const said = [Object.hasOwn(values, id) ? String(values[id]) : '', reason?.text.trim() ?? '', about]
        const told = said.filter((part) => part !== '')
        return told.length === 0 ? [] : [`${text} ${told.join(' ')}`]
      }),
    )
    const from = sectors.find(({ id }) => id === sector)
    return from === undefined || lines.length === 0 ? lines : [...lines, say('survey.from', { sector: from.name })]
  },
} satisfies RoundKind<SurveySetup, SurveyAnswer, SurveyOutcome>

function areDifferent(all: readonly { readonly id: string }[]): boolean {
  return new Set(all.map(({ id }) => id)).size === all.length
}

/** Every number that was given to any of these questions. */
function valuesOf(answers: readonly SurveyAnswer[], questions: readonly string[]): readonly number[] {
  return answers.flatMap(({ values }) =>
    questions.flatMap((id) => (Object.hasOwn(values, id) ? (values[id] ?? []) : [])),
  )
}

/** Those who gave a number to any of these questions. */
function peopleOf(answers: readonly SurveyAnswer[], questions: readonly string[]): readonly SurveyAnswer[] {
  return answers.filter((answer) => valuesOf([answer], questions).length > 0)
}

function countValues(values: readonly number[]): Pick<SurveyOutcome['groups'][number], 'counts' | 'spread'> {
  return {
    counts: [1, 2, 3, 4, 5].map((value) => values.filter((given) => given === value).length),
    spread: spreadOf(values),
  }
}

function summariseSectors(
  groups: SurveySetup['groups'],
  sectors: SurveySetup['sectors'],
  answers: readonly SurveyAnswer[],
): SurveyOutcome['sectors'] {
  const byGroup = groups.map(({ id, questions }) => {
    const ids = questions.map((question) => question.id)
    const people = peopleOf(answers, ids)
    return { id, ids, people, shown: listShownSectors(people.map(({ sector }) => sector)) }
  })
  return sectors.flatMap((sector) => {
    const isFrom = (answer: SurveyAnswer): boolean => answer.sector === sector.id
    const people = answers.filter(isFrom).length
    if (people === 0) return []
    const own = byGroup.map(({ id, ids, people: all, shown }) => {
      const { mean } = spreadOf(valuesOf(all.filter(isFrom), ids))
      return shown.has(sector.id) && mean !== undefined ? { id, mean } : { id }
    })
    return [{ id: sector.id, people, groups: own }]
  })
}

function listReasons(given: readonly Given<SurveyAnswer>[], question: string): SurveyOutcome['said'] {
  return given
    .flatMap(({ answer: { reasons = {} } }) => {
      const reason = Object.hasOwn(reasons, question) ? reasons[question] : undefined
      return reason === undefined ? [] : [{ question, ...reason }]
    })
    .toSorted((a, b) => compareNames(a.text, b.text) || compareNames(a.about ?? '', b.about ?? ''))
}
