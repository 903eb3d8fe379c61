import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** A named area. What lies in it is found by geometry (its centre inside), not by a stored list. */
export const frameSchema = z.object({ kind: z.literal('frame'), ...elementBaseShape })
