import { joinCards, separateCards } from '../../lib/practice/joinCards'
import { countItems, firstItems, type RoundOutcome } from '../../lib/practice/round'
import type { RoundChanges, StoredRound } from '../store/roundStore'

/**
 * What joining a card to another changes of a round, or (without `into`) taking apart what was joined to it; undefined if
 * no such card is shown. Cards that wait to be shown stay where they are.
 */
export function changeCards(
  { itemsShown, done = 0 }: StoredRound,
  outcome: RoundOutcome,
  card: string,
  into: string | undefined,
): RoundChanges | undefined {
  if (outcome.kind !== 'cards') return undefined
  const shown = firstItems(outcome, itemsShown ?? countItems(outcome))
  if (shown.kind !== 'cards') return undefined
  const hidden = outcome.groups.slice(shown.groups.length)
  const changed = into === undefined ? separateCards(shown, card) : joinCards(shown, card, into, done)
  if (changed === undefined) return undefined
  const { groups } = changed
  return {
    outcome: JSON.stringify({ ...outcome, groups: [...groups, ...hidden] }),
    ...(itemsShown === undefined ? {} : { itemsShown: groups.length }),
  }
}
