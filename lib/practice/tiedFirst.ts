import type { RoundOutcome, RoundSetup } from './round'

/**
 * Those that share the first place of what a round came to, in its order: targets by dots, options by people. Empty where one alone
 * is first, nobody answered, or such a round has no first place.
 */
export function listTiedFirst(outcome: RoundOutcome): readonly string[] {
  const counted =
    outcome.kind === 'dots'
      ? outcome.rows.map(({ target, dots }) => ({ name: target, count: dots }))
      : outcome.kind === 'choice'
        ? outcome.rows.map(({ option, people }) => ({ name: option, count: people }))
        : []
  const most = Math.max(1, ...counted.map(({ count }) => count))
  const first = counted.filter(({ count }) => count === most).map(({ name }) => name)
  return first.length > 1 ? first : []
}

/**
 * The round asked again about these that shared its first place, and nothing else: dots about the targets; a choice among
 * the options, of which one may pick fewer than there are.
 */
export function askAgain(setup: RoundSetup, round: string, tied: readonly string[]): RoundSetup {
  return setup.kind === 'choice'
    ? { ...setup, options: [...tied], most: Math.max(1, Math.min(setup.most, tied.length - 1)), again: round }
    : { ...setup, targets: [...tied], again: round }
}
