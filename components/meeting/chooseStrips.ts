import type { RoundHead } from '../../lib/protocol/round'

/** Strips that there is room for. */
const mostStrips = 2

/**
 * The rounds that have a strip, the newest ones: those that are asked, and what was revealed while one is here until it has
 * been looked at, or a later result has: whoever reads on is done with what came before.
 * @param met rounds that were open while one is here
 * @param read results that one has looked at, or put away
 */
export function chooseStrips<Round extends Pick<RoundHead, 'id' | 'state'>>(
  rounds: readonly Round[],
  {
    met,
    read,
    isAsked,
  }: {
    readonly met: ReadonlySet<string>
    readonly read: ReadonlySet<string>
    readonly isAsked: (round: Round) => boolean
  },
): readonly Round[] {
  const lastRead = rounds.findLastIndex(({ id, state }) => state === 'revealed' && read.has(id))
  return rounds
    .filter((round, at) => (round.state === 'revealed' ? met.has(round.id) && at > lastRead : isAsked(round)))
    .slice(-mostStrips)
}
