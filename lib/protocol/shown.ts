import * as z from 'zod/mini'

/** What a facilitator shows everyone, as long as it lasts. */
export const shownSchema = z.object({
  /** Another each time. */
  id: z.string(),
  /** Who shows it: participant and first name; empty for a script. */
  by: z.string(),
  byName: z.string(),
  name: z.string(),
  view: z.string(),
  /** Fields of a look: checked by whoever reads it. */
  look: z.record(z.string(), z.unknown()),
})
export type Shown = z.output<typeof shownSchema>
