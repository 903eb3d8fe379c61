import * as z from 'zod/mini'
import { isId } from '../../base/ids'
import { descriptionField, labelField, timeField } from '../fields'
import { dateField, noteField, recordField } from './parts'
import type { PracticeKind } from './practiceKind'

export const experimentStates = ['planned', 'running', 'over'] as const

/** What would become of an element, and of a link, that is marked. */
export const elementMarks = ['up', 'down'] as const
export const linkMarks = ['stronger', 'weaker', 'turned', 'cut'] as const
export const experimentMarks = [...elementMarks, ...linkMarks] as const
/** What the map may say would become of a variable. */
export const saidWays = ['rises', 'falls'] as const
export type SaidWay = (typeof saidWays)[number]
export type ExperimentMark = (typeof experimentMarks)[number]

const shape = {
  kind: z.literal('experiment'),
  name: labelField,
  state: z.optional(z.enum(experimentStates)),
  /** What people expect to see, and why. */
  expectation: z.optional(noteField),
  /** Scenario of which it is the try. */
  scenario: z.optional(recordField),
  /** Result by whose readings it is told. */
  result: z.optional(recordField),
  /** By what people tell, in words, where no result says it. */
  indicator: z.optional(labelField),
  begun: z.optional(dateField),
  /** When people look again. */
  lookAgain: z.optional(dateField),
  learned: z.optional(descriptionField),
  /** The day on which what the map said then was kept: the `said` of this record. */
  saidOn: z.optional(dateField),
  at: z.optional(timeField),
} as const

/** A small try of an intervention: what it would change, what is expected, and what was learned. */
export const experiment = {
  shape,
  tables: {
    /** Element or link → what would become of it. */
    marks: { prefix: 'mark:', entry: z.enum(experimentMarks), isKey: isId },
    /** Variable → what the map said would become of it when the experiment began. */
    said: { prefix: 'said:', entry: z.enum(saidWays), isKey: isId },
  },
} satisfies PracticeKind
