import * as z from 'zod/mini'
import { protectionSchema } from '../practice/protection'

/** `GET` and `POST /api/maps/:id/protection`, and what sockets are told. */
export const protectionAnswerSchema = z.object({
  /** Rises with every change: of two tellings the one that has more is newer. */
  version: z.int(),
  protection: protectionSchema,
  /** Of whoever asks, by their name on this map: what they added, and when. Only where it makes a difference. */
  yours: z.optional(z.object({ elements: z.record(z.string(), z.int()), links: z.record(z.string(), z.int()) })),
})
export type ProtectionAnswer = z.output<typeof protectionAnswerSchema>
