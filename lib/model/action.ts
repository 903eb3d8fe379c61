import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'
import { leverageField } from './leverage'

/** Something that people do or intend to do to the system. */
export const actionSchema = z.object({
  kind: z.literal('action'),
  ...elementBaseShape,
  /** The place to intervene that people see in it: 12 to 1. */
  leverage: z.optional(leverageField),
})
