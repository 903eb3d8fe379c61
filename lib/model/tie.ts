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
  /** Absent: `wayOfTie` says. */
  direction: z.optional(z.enum(tieDirections)),
})

export type TieDirection = (typeof tieDirections)[number]

/** The tie types that go both ways unless someone says otherwise. */
const mutualTypes: readonly (string | undefined)[] = ['collaboration', 'conflict'] satisfies KnownTieType[]

/**
 * Which way a tie goes: as someone said, or else as its type usually does. A tie of no known type, of which
 * nobody said it, is a plain line without direction.
 */
export function wayOfTie({
  type,
  direction,
}: {
  type?: string | undefined
  direction?: TieDirection | undefined
}): TieDirection {
  if (direction !== undefined) return direction
  if (mutualTypes.includes(type)) return 'mutual'
  return isKnownTieType(type) ? 'one-way' : 'none'
}

export function isKnownTieType(type: string | undefined): type is KnownTieType {
  return knownTieTypes.some((known) => known === type)
}
