import * as z from 'zod/mini'
import { roleSchema } from './role'

/** `GET /api/maps`: the maps this browser has joined, newest first. */
export const recentMapsAnswerSchema = z.object({
  maps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: roleSchema,
      /** Milliseconds since the epoch of the last change. */
      changedAt: z.int(),
      people: z.array(z.object({ name: z.string(), colour: z.int() })),
      peopleCount: z.int(),
      /** Address of a small SVG picture, changing with the map. */
      thumbnail: z.string(),
    }),
  ),
})
export type RecentMapsAnswer = z.output<typeof recentMapsAnswerSchema>
