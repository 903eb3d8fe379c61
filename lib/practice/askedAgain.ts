import type { RoundSetup } from './round'

/** What tells whether one round asks another again. */
interface Asked {
  readonly id: string
  readonly state: string
  readonly openedAt: number
  readonly setup: Pick<RoundSetup, 'again' | 'step'>
}

/**
 * The newest round that takes answers and asks `id` again: about what was tied in it, over as many rounds as that took,
 * or of the same step of the agenda, opened later. Undefined if there is none.
 */
export function findAskedAgain<Round extends Asked>(rounds: readonly Round[], id: string): Round | undefined {
  const all = new Map(rounds.map((round) => [round.id, round]))
  const first = all.get(id)
  const leadsBack = (round: Round): boolean => {
    const seen = new Set<string>()
    let { again } = round.setup
    while (again !== undefined && again !== id && !seen.has(again)) {
      seen.add(again)
      again = all.get(again)?.setup.again
    }
    return again === id
  }
  const isOfStep = ({ setup, openedAt }: Round): boolean =>
    first?.setup.step !== undefined && setup.step === first.setup.step && openedAt > first.openedAt
  return rounds
    .filter((round) => round.id !== id && round.state === 'open' && (leadsBack(round) || isOfStep(round)))
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .at(-1)
}
