import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** Something that people do or intend to do to the system. */
export const actionSchema = z.object({ kind: z.literal('action'), ...elementBaseShape })
