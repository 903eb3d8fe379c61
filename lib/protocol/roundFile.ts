import { isPersonalRound } from '../practice/personalRound'
import type { RoundOutcome } from '../practice/round'
import type { RoundHead } from './round'

/** A round as a file takes it along: with what it came to, as far as that has been shown to all. */
export interface FiledRound extends Pick<
  RoundHead,
  'setup' | 'labels' | 'state' | 'openedAt' | 'endedAt' | 'done' | 'asked'
> {
  readonly outcome?: RoundOutcome
}

/**
 * The rounds of a map for its file, oldest first. Before the reveal nothing is told of the answers, and without the tick
 * nothing of what is personal (`isPersonalRound`).
 */
export function fileRounds(
  rounds: readonly { readonly head: RoundHead; readonly outcome?: RoundOutcome | undefined }[],
  personal: boolean,
): readonly FiledRound[] {
  return rounds.map(({ head, outcome }) => {
    const { setup, labels, state, openedAt, endedAt, done, asked } = head
    return {
      ...{ setup, labels, state, openedAt, done, asked },
      ...(endedAt === undefined ? {} : { endedAt }),
      ...(outcome === undefined || state !== 'revealed' || (isPersonalRound(setup) && !personal) ? {} : { outcome }),
    }
  })
}
