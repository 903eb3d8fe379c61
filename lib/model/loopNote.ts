import * as z from 'zod/mini'
import { descriptionField, labelField } from './fields'

/** What people said of a loop, kept under its canonical key. Which loops exist is computed, never stored. */
export const loopNoteSchema = z.looseObject({ name: z.optional(labelField), note: z.optional(descriptionField) })
export type LoopNote = z.output<typeof loopNoteSchema>
