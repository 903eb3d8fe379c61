import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** A pen stroke, in coordinates relative to its position. */
export const inkSchema = z.object({
  kind: z.literal('ink'),
  ...elementBaseShape,
  points: z.array(z.tuple([z.number(), z.number()])).check(z.maxLength(5_000)),
})
