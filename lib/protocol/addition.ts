import * as z from 'zod/mini'

/** `GET /api/maps/:id/added/:root/:record`: who added an element or a link, by what the server wrote down of the session. */
export const additionAnswerSchema = z.object({
  /** Absent where what the record says of itself stands: nothing was written down, or somebody added it who may bring what others made. */
  addition: z.optional(
    z.object({
      /** Their first name as it is now; absent where it is not known. */
      by: z.optional(z.string()),
      /** Milliseconds since the Unix epoch, by the server's clock. */
      at: z.int(),
    }),
  ),
})
export type AdditionAnswer = z.output<typeof additionAnswerSchema>
