import type { RoundSetup } from '../../lib/practice/round'

/**
 * The one element that a round of kind challenge is about: several of them ask the same question, and are told apart by
 * it. Undefined for any other round.
 */
export function soleTarget({ kind, targets }: Pick<RoundSetup, 'kind' | 'targets'>): string | undefined {
  return kind === 'challenge' && targets.length === 1 ? targets[0] : undefined
}
