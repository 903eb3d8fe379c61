import * as z from 'zod/mini'

const signatureSchema = z.object({
  /** Their first name as it is now; absent where it is not known. */
  by: z.optional(z.string()),
  /** Milliseconds since the Unix epoch, by the server's clock. */
  at: z.int(),
})

/** `GET /api/maps/:id/added/:root/:record`: who added an element or a link and who last changed it, by what the server wrote down of their sessions. */
export const additionAnswerSchema = z.object({
  /** Absent where what the record says of itself stands: nothing was written down, or somebody added it who may bring what others made. */
  addition: z.optional(signatureSchema),
  /** Whoever last changed words or properties of it; absent where nobody has. */
  change: z.optional(signatureSchema),
})
export type AdditionAnswer = z.output<typeof additionAnswerSchema>
