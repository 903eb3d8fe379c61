import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { descriptionField, labelField } from './fields'

/**
 * What people said of a loop, kept under its canonical key. Which loops exist is computed, never stored.
 * With `archetype`, of a figure of several loops: its key names all their links, in order of their ids
 * when it was made.
 */
export const loopNoteSchema = z.looseObject({
  name: z.optional(labelField),
  note: z.optional(descriptionField),
  /** An archetype that people confirmed. A name that this version does not know is kept. */
  archetype: z.optional(z.string().check(z.maxLength(limits.tag))),
})
export type LoopNote = z.output<typeof loopNoteSchema>
