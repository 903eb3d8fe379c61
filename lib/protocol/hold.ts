import * as z from 'zod/mini'

/** Everyone looks where one person who runs the meeting looks, and edits of those who do not run it pause. */
export const holdSchema = z.object({
  /** Another each time. */
  id: z.string(),
  /** Who holds, and what they were called when it began. */
  person: z.string(),
  name: z.string(),
})
export type Hold = z.output<typeof holdSchema>
