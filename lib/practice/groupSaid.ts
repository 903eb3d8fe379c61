import { challengeTypes, type ChallengeVerdict } from './challenge'
import { pulseStates, type PulseHeadline } from '../model/practice/pulseState'
import type { RoundOutcome } from './round'

/** A round that was revealed: when it was asked, and what it came to as far as it is shown. */
export interface RevealedRound {
  readonly id: string
  /** Milliseconds since the Unix epoch. */
  readonly at: number
  readonly outcome: RoundOutcome
}

type RowOf<Kind extends 'challenge' | 'pulse'> = Extract<RoundOutcome, { kind: Kind }>['rows'][number]

/** What a group said of one element at one time. */
interface Dated {
  readonly round: string
  readonly at: number
  /** How many answered about this element: of one person alone it is no group's word. */
  readonly people: number
}
export interface DatedChallenge extends Dated {
  readonly counts: RowOf<'challenge'>['counts']
  readonly verdict: Exclude<ChallengeVerdict, 'none'>
}
export interface DatedPulse extends Dated {
  readonly counts: RowOf<'pulse'>['counts']
  readonly headline: Exclude<PulseHeadline, 'none'>
  readonly notes: RowOf<'pulse'>['notes']
}

/** What a group said of one element over time, oldest first. */
export interface GroupSaid {
  readonly challenges: readonly DatedChallenge[]
  readonly pulses: readonly DatedPulse[]
}

/**
 * What a group said of each element in its rounds, whatever their order: elements of which nobody said anything are
 * left out, and so are rounds in which nobody said anything of one. O(rounds × elements asked about).
 */
export function listGroupSaid(rounds: readonly RevealedRound[]): ReadonlyMap<string, GroupSaid> {
  const said = new Map<string, { challenges: DatedChallenge[]; pulses: DatedPulse[] }>()
  const of = (target: string): { challenges: DatedChallenge[]; pulses: DatedPulse[] } => {
    const known = said.get(target) ?? { challenges: [], pulses: [] }
    said.set(target, known)
    return known
  }
  for (const { id, at, outcome } of rounds.toSorted((a, b) => a.at - b.at)) {
    if (outcome.kind === 'challenge') {
      for (const { target, counts, verdict } of outcome.rows) {
        const people = challengeTypes.reduce((sum, type) => sum + counts[type], 0)
        if (verdict !== 'none') of(target).challenges.push({ round: id, at, people, counts, verdict })
      }
    }
    if (outcome.kind === 'pulse') {
      for (const { target, counts, headline, notes } of outcome.rows) {
        const people = pulseStates.reduce((sum, state) => sum + counts[state], 0)
        if (headline !== 'none') of(target).pulses.push({ round: id, at, people, counts, headline, notes })
      }
    }
  }
  return said
}

/** What a group said in one round of how one element is going. */
export interface PulseWord extends Pick<DatedPulse, 'round' | 'at' | 'people' | 'counts'> {
  /** The element. */
  readonly about: string
  readonly says: DatedPulse['headline']
}

/** What was said in rounds of how elements are going, one by one. */
export function listPulseWords(said: ReadonlyMap<string, GroupSaid>): readonly PulseWord[] {
  return [...said].flatMap(([about, { pulses }]) =>
    pulses.map(({ round, at, people, headline, counts }) => ({ about, round, at, people, says: headline, counts })),
  )
}

/** What kind of challenge each element is, as the group said last; those that were never judged are left out. */
export function latestVerdicts(said: ReadonlyMap<string, GroupSaid>): ReadonlyMap<string, DatedChallenge['verdict']> {
  return new Map(
    [...said].flatMap(([id, { challenges }]) => {
      const latest = challenges.at(-1)
      return latest === undefined ? [] : [[id, latest.verdict] as const]
    }),
  )
}
