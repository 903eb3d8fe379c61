import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** Free text on the canvas, without a box. */
export const textSchema = z.object({ kind: z.literal('text'), ...elementBaseShape })
