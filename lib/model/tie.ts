import * as z from 'zod/mini'
import { linkBaseShape } from './linkBase'

/** The tie types with a drawing of their own; maps may use any other word. */
export const knownTieTypes = ['authority', 'money', 'information', 'collaboration', 'conflict', 'influence'] as const
export type KnownTieType = (typeof knownTieTypes)[number]

export const tieDirections = ['one-way', 'mutual', 'none'] as const

/** A relation between stakeholders. */
export const tieSchema = z.object({
  kind: z.literal('tie'),
  ...linkBaseShape,
  type: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  /** Absent: mutual for collaboration and conflict, one way for the rest. */
  direction: z.optional(z.enum(tieDirections)),
})
