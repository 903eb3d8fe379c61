import type { RoundOutcome, RoundSetup } from './round'

/** A survey that was revealed: what was asked and what it came to. */
export interface RevealedSurvey {
  readonly setup: Extract<RoundSetup, { kind: 'survey' }>
  readonly outcome: Extract<RoundOutcome, { kind: 'survey' }>
}

/** How a condition moved from one round to another. */
export interface SurveyMove {
  readonly group: string
  readonly name: string
  /** Means from 1 to 5; undefined where nobody answered. */
  readonly before: number | undefined
  readonly after: number | undefined
  /** How many answered about it each time. */
  readonly people: { readonly before: number; readonly after: number }
  /** By half a point or more, to tenths; `unknown` where either is missing. */
  readonly moved: 'up' | 'down' | 'same' | 'unknown'
}

/** Of this much a mean has to change to count as moved. In tenths, so that what is read as half a point is one. */
const leastMove = 5

/**
 * What moved between two rounds of one set, by the groups that both have, in the later one's order and words; nothing
 * where they are of different sets or of none.
 */
export function compareSurveys(before: RevealedSurvey, after: RevealedSurvey): readonly SurveyMove[] {
  if (after.setup.set === undefined || before.setup.set !== after.setup.set) return []
  const meanOf = ({ outcome }: RevealedSurvey, id: string): number | undefined =>
    outcome.groups.find((group) => group.id === id)?.spread.mean
  const peopleOf = ({ outcome }: RevealedSurvey, id: string): number =>
    outcome.groups.find((group) => group.id === id)?.people ?? 0
  const earlier = new Set(before.setup.groups.map(({ id }) => id))
  return after.setup.groups
    .filter(({ id }) => earlier.has(id))
    .map(({ id, name }) => {
      const means = { before: meanOf(before, id), after: meanOf(after, id) }
      const people = { before: peopleOf(before, id), after: peopleOf(after, id) }
      return { group: id, name, ...means, people, moved: tellMove(means) }
    })
}

function tellMove({ before, after }: Pick<SurveyMove, 'before' | 'after'>): SurveyMove['moved'] {
  if (before === undefined || after === undefined) return 'unknown'
  const tenths = Math.round(after * 10) - Math.round(before * 10)
  if (Math.abs(tenths) < leastMove) return 'same'
  return tenths > 0 ? 'up' : 'down'
}
