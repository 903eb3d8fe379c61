import * as z from 'zod/mini'
import { authorField, elementIdField, labelField, timeField } from '../fields'
import { amountField, dateField, noteField, wordsField } from './parts'
import type { PracticeKind } from './practiceKind'

/** Where a result shows: with one person, in an organisation, between organisations, where people live, in the system as a whole. */
export const resultLevels = ['individual', 'organisation', 'network', 'community', 'system'] as const
export type ResultLevel = (typeof resultLevels)[number]

/** Which way people want an indicator to go. */
export const aims = ['rise', 'fall', 'hold'] as const
export type Aim = (typeof aims)[number]

/** How a result stands to what people want of it. */
export const resultStandings = [
  'reached',
  'on-the-way',
  'same',
  'against',
  'first-reading',
  'no-reading',
  'no-aim',
  'disagree',
] as const
export type ResultStanding = (typeof resultStandings)[number]

/** What an indicator was on one day. */
export const readingSchema = z.looseObject({
  value: amountField,
  on: dateField,
  note: z.optional(noteField),
  by: z.optional(authorField),
  /** When it was written down: of several of one day the last counts. */
  at: z.optional(timeField),
})

/** What it was before, or is to be by a day. */
const markField = z.looseObject({ value: amountField, on: z.optional(dateField) })

/** Variables that one result is a measure of. */
export const mostMeasures = 50

const shape = {
  kind: z.literal('result'),
  /** What is to be seen, such as "Fewer families sleep in cars". */
  name: labelField,
  /** What is counted for it, such as "Families in shelters". */
  indicator: z.optional(labelField),
  unit: z.optional(wordsField),
  level: z.optional(z.enum(resultLevels)),
  who: z.optional(wordsField),
  where: z.optional(wordsField),
  aim: z.optional(z.enum(aims)),
  baseline: z.optional(markField),
  target: z.optional(markField),
  /** Variables of the map that it is a measure of. */
  measures: z.optional(z.array(elementIdField).check(z.maxLength(mostMeasures))),
  /** When it was written down: the order of the list. */
  at: z.optional(timeField),
} as const

/** What people want to see change, by what it is counted, and what was read. */
export const result = {
  shape,
  tables: { readings: { prefix: 'reading:', entry: readingSchema } },
} satisfies PracticeKind
