import type { GoingMove, Move } from '../../../lib/analysis/compareGoing'
import type { ElementId } from '../../../lib/base/ids'
import type { ElementOverlay } from '../../hooks/workspace'

/** What stands for each move, beside its word and its colour. */
export const moveSigns: Readonly<Record<Move, string>> = {
  better: '▲',
  worse: '▼',
  same: '=',
  unclear: '?',
  new: '+',
  unsaid: '–',
}

export const moveInks: Readonly<Record<Move, string>> = {
  better: 'text-ok',
  worse: 'text-danger',
  same: 'text-accent',
  unclear: 'text-warn',
  new: 'text-muted',
  unsaid: 'text-muted',
}

const tones: Readonly<Partial<Record<Move, number>>> = { better: 1, worse: -1 }

/** What has become of elements, at them: a rim for better and worse, and a chip with a sign and a word. */
export function overlayOfMoves(
  moves: readonly GoingMove[],
  say: (move: Move) => string,
): ReadonlyMap<ElementId, ElementOverlay> {
  return new Map(
    moves.map(({ about, move }) => {
      const tone = tones[move]
      return [about as ElementId, { text: say(move), ...(tone === undefined ? {} : { tone }) }] as const
    }),
  )
}
