import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** A quantity that can rise or fall: the word of a causal-loop diagram. */
export const variableSchema = z.object({ kind: z.literal('variable'), ...elementBaseShape })
