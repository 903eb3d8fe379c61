import * as z from 'zod/mini'
import { linkBaseShape } from './linkBase'

/** Any other connection, such as an actor that can move a variable, or a note about an element. */
export const relationSchema = z.object({
  kind: z.literal('relation'),
  ...linkBaseShape,
  type: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  direction: z.optional(z.enum(['one-way', 'mutual', 'none'])),
})
