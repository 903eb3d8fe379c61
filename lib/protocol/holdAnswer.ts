import * as z from 'zod/mini'
import { holdSchema } from './hold'

/** `GET`, `POST` and `DELETE /api/maps/:id/hold`. */
export const holdAnswerSchema = z.object({ hold: z.nullable(holdSchema) })
