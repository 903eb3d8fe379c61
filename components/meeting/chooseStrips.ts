import type { RoundHead } from '../../lib/protocol/round'

/** Strips that there is room for. */
const mostStrips = 2

/**
 * The rounds that have a strip, the newest ones: those that are asked, and what was revealed while one is here until it has
 * been looked at, or a later result has: whoever reads on is done with what came before.
 * @param met rounds that were open while one is here, or was in this meeting
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
  const behind = countBehind(rounds, read)
  return rounds
    .filter((round, at) => (round.state === 'revealed' ? met.has(round.id) && at >= behind : isAsked(round)))
    .slice(-mostStrips)
}

/** Of the rounds that one met those whose result is still to be looked at, or may come; one that is not known yet, too. */
export function findUnread(
  rounds: readonly Pick<RoundHead, 'id' | 'state'>[],
  met: ReadonlySet<string>,
  read: ReadonlySet<string>,
): readonly string[] {
  const done = rounds.slice(0, countBehind(rounds, read)).filter(({ state }) => state === 'revealed')
  const doneIds = new Set(done.map(({ id }) => id))
  return [...met].filter((id) => !doneIds.has(id))
}

/** Milliseconds after which a result of an earlier visit is one of another meeting. */
const freshFor = 24 * 60 * 60_000

/** Of the rounds kept on the device those whose result, if it is in, is of this meeting. */
export function findFresh(
  rounds: readonly Pick<RoundHead, 'id' | 'openedAt' | 'endedAt'>[],
  kept: ReadonlySet<string>,
  now: number,
): readonly string[] {
  return rounds.flatMap(({ id, openedAt, endedAt }) =>
    kept.has(id) && now - (endedAt ?? openedAt) < freshFor ? [id] : [],
  )
}

/** How many of the rounds one is done with: up to the last result that one has looked at, or put away. */
function countBehind(rounds: readonly Pick<RoundHead, 'id' | 'state'>[], read: ReadonlySet<string>): number {
  return rounds.findLastIndex(({ id, state }) => state === 'revealed' && read.has(id)) + 1
}
