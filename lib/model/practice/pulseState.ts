import { clearMajority } from './clearMajority'

/** How one thing is going, as a person sees it: alone (`checkIn`), or asked with others (a round of kind `pulse`). */
export const pulseStates = ['improving', 'steady', 'worsening', 'unknown'] as const
export type PulseState = (typeof pulseStates)[number]

/** What a group as a whole says of one element: how it is going, that people differ, or nothing. */
export const pulseHeadlines = [...pulseStates, 'differ', 'none'] as const
export type PulseHeadline = (typeof pulseHeadlines)[number]

/**
 * What a group says: nothing where nobody did; that it does not know where at least half do not; else what two thirds
 * of those who know say, and that people differ where there is no such thing.
 */
export function headlineOf({ unknown, ...known }: Readonly<Record<PulseState, number>>): PulseHeadline {
  const knowing = known.improving + known.steady + known.worsening
  if (knowing + unknown === 0) return 'none'
  if (unknown >= knowing) return 'unknown'
  return clearMajority(known) ?? 'differ'
}
