import * as z from 'zod/mini'
import { linkBaseShape } from './linkBase'

/** `+` same direction, `-` opposite direction, `?` not known yet. */
export const polarities = ['+', '-', '?'] as const
export type Polarity = (typeof polarities)[number]

/** A directed causal claim: when the source changes, the target changes. */
export const causalLinkSchema = z.object({
  kind: z.literal('causal'),
  ...linkBaseShape,
  polarity: z.optional(z.enum(polarities)),
  /** The effect comes late. */
  delay: z.optional(z.boolean()),
})
