import * as z from 'zod/mini'
import { linkBaseShape } from './linkBase'

/** What is to become of what an action is aimed at. */
export const contributionEffects = ['rise', 'fall', 'hold'] as const
export type ContributionEffect = (typeof contributionEffects)[number]

/** How an effect is written where there is no room for a word. */
export const effectMarks: Readonly<Record<ContributionEffect, string>> = { rise: '↑', fall: '↓', hold: '=' }

/** What an actor or an action does for an element of the map; from an actor to an action, that it is theirs. */
export const contributionSchema = z.object({
  kind: z.literal('contribution'),
  ...linkBaseShape,
  effect: z.optional(z.enum(contributionEffects)),
})
