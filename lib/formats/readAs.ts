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
