import * as z from 'zod/mini'
import { roleSchema } from './role'

/** Server-owned state that changed, as pushed on the socket (message type 101). */
export const roomEventSchema = z.discriminatedUnion('kind', [
  /** First event of every socket: who the server takes this client for. */
  z.object({
    kind: z.literal('welcome'),
    role: roleSchema,
    participant: z.nullable(z.object({ id: z.string(), name: z.string(), colour: z.int() })),
    /** Process version, so that an old page can offer to reload. */
    version: z.string(),
  }),
  /** Someone's name, colour or role changed, or someone new came. */
  z.object({
    kind: z.literal('participants'),
    participants: z.array(
      z.object({ id: z.string(), name: z.string(), colour: z.int(), role: roleSchema, here: z.boolean() }),
    ),
  }),
  /** The room refused what this client sent, and why, in a stable word. */
  z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
])
export type RoomEvent = z.output<typeof roomEventSchema>
