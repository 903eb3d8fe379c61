import * as z from 'zod/mini'
import { agendaSchema } from '../practice/agenda'

/** `GET /api/maps/:id/agenda`, and what sockets are told. */
export const agendaAnswerSchema = z.object({
  /** Rises with every change, also of where the meeting is. 0: nobody has made one. */
  version: z.int(),
  agenda: agendaSchema,
  /** Id of the step that the meeting is at; null before it begins and after it has ended. */
  at: z.nullable(z.string()),
  /** Milliseconds since the Unix epoch, by the server's clock, when it went there. */
  since: z.nullable(z.int()),
  /** Ids of the steps that this meeting has been at before the one it is at, in no order. */
  been: z._default(z.array(z.string()), []),
  /**
   * Milliseconds for which the meeting has been at each step, by its id, before `since`; also once it has ended. Null where
   * it was left standing, and nobody knows for how long.
   */
  spent: z.optional(z.record(z.string(), z.nullable(z.int()))),
})
export type AgendaAnswer = z.output<typeof agendaAnswerSchema>

/** `PUT /api/maps/:id/agenda`: in place of the agenda of this version. */
export const agendaRequestSchema = z.object({ version: z.int(), agenda: agendaSchema })

/** `POST /api/maps/:id/agenda/step`: everyone goes to this step; null ends the meeting's agenda. */
export const stepRequestSchema = z.object({ to: z.nullable(z.string().check(z.maxLength(64))) })
