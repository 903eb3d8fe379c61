import * as z from 'zod/mini'
import { timerSchema } from '../practice/timer'

/** `GET` and `POST /api/maps/:id/timer`, and what sockets are told. */
export const timerAnswerSchema = z.object({
  /** Rises with every change of this map's timer: of two tellings the one that has more is newer. */
  version: z.int(),
  /** Milliseconds since the Unix epoch when this was said, by the server's clock: others are counted from it. */
  now: z.int(),
  timer: z.nullable(timerSchema),
})
export type TimerAnswer = z.output<typeof timerAnswerSchema>
