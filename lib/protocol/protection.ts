import * as z from 'zod/mini'
import { protectionSchema } from '../practice/protection'

/** `GET` and `POST /api/maps/:id/protection`, and what sockets are told. */
export const protectionAnswerSchema = z.object({
  /** Rises with every change: of two tellings the one that has more is newer. */
  version: z.int(),
  protection: protectionSchema,
})
export type ProtectionAnswer = z.output<typeof protectionAnswerSchema>
