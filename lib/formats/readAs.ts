import type { TieDirection } from '../model/tie'

/** What the elements of a file are that do not say so themselves. */
export const elementReadings = ['variables', 'stakeholders'] as const
export type ElementReading = (typeof elementReadings)[number]

/** What such an element becomes. */
export type ReadKind = 'variable' | 'stakeholder'

const kinds = { variables: 'variable', stakeholders: 'stakeholder' } as const

/** The kind that somebody wants them read as; undefined where the file as a whole is to decide. */
export function kindOfReading(as: ElementReading | undefined): ReadKind | undefined {
  return as === undefined ? undefined : kinds[as]
}

/** The way of ties of which neither the file nor their kind says one. */
export const tieReadings = ['one-way', 'both-ways', 'no-direction'] as const
export type TieReading = (typeof tieReadings)[number]

const ways = { 'one-way': 'one-way', 'both-ways': 'mutual', 'no-direction': 'none' } as const

/** What somebody says of a file where it does not say it itself. */
export interface ReadingChoices {
  /** What its elements are; left out, the file as a whole decides. */
  readonly as?: ElementReading | undefined
  /** Which way its ties go; left out, from the first to the second, and told. */
  readonly ties?: TieReading | undefined
}

/** The way that such ties go. */
export function wayOfReading(ties: TieReading = 'one-way'): TieDirection {
  return ways[ties]
}
