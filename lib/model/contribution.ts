import * as z from 'zod/mini'
import { linkBaseShape } from './linkBase'

/** What an actor or an action does for an element of the map. */
export const contributionSchema = z.object({ kind: z.literal('contribution'), ...linkBaseShape })
