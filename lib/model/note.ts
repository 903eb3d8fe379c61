import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

export const noteColours = ['yellow', 'blue', 'green', 'pink', 'purple', 'grey'] as const

/** A sticky note: a remark beside the model, not a part of it. */
export const noteSchema = z.object({
  kind: z.literal('note'),
  ...elementBaseShape,
  colour: z.optional(z.enum(noteColours)),
})
