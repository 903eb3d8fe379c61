import * as z from 'zod/mini'
import { limits } from '../base/limits'

/** Who gave an answer, as it stands in outcomes of rounds with names. */
export const respondentField = z.object({
  id: z.string(),
  name: z.string().check(z.maxLength(limits.name)),
})
