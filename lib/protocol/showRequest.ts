import * as z from 'zod/mini'
import { limits } from '../base/limits'

/** Longest look that is shown to everyone, as JSON text. */
const shownLookLength = 16_000

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** The values that fields of a look have. No deeper, since each level costs whoever reads it. */
const lookField = z
  .record(z.string(), z.union([plainValue, z.array(plainValue), z.record(z.string(), plainValue)]))
  .check(z.refine((look) => JSON.stringify(look).length <= shownLookLength, 'is too long'))

/** `POST /api/maps/:id/shown`: a look, as the fields of a saved one, and the view it is for. */
export const showRequestSchema = z.object({
  /** What it is called; empty for one without a name. */
  name: z._default(z.string().check(z.maxLength(limits.label)), ''),
  view: z.string().check(z.minLength(1), z.maxLength(40)),
  look: z._default(lookField, {}),
})
export type ShowRequest = z.output<typeof showRequestSchema>

/** How many connections were told. */
export const showAnswerSchema = z.object({ told: z.int() })
