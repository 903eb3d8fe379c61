import * as z from 'zod/mini'
import { authorField, elementIdField, participantField, timeField } from '../fields'
import { noteField } from './parts'
import type { PracticeKind } from './practiceKind'
import { pulseStates } from './pulseState'

const shape = {
  kind: z.literal('check-in'),
  /** The element that is looked at. */
  about: elementIdField,
  /** When; it stays, whenever it is written. */
  at: timeField,
  state: z.enum(pulseStates),
  note: z.optional(noteField),
  by: z.optional(authorField),
  /** Who that is; none in check-ins that were made where this was not kept. */
  participant: z.optional(participantField),
} as const

/** One dated look at how an element of the map is going. */
export const checkIn = { shape, tables: {} } satisfies PracticeKind
