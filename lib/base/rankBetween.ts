/** Between two ranks that are given out anew. */
export const rankStep = 1000
const least = 0.2

/**
 * The ranks that put one in its place and leave the others where they are, so that two people may move two at once.
 * Those before it that have no rank get one too, since who has none stands behind; all get one where there is no room.
 * Cost: linear in `members`.
 * @param members in the order that is wanted, the one that is moved included
 */
export function rankBetween<Id>(
  members: readonly Id[],
  id: Id,
  rankOf: (one: Id) => number | undefined,
): ReadonlyMap<Id, number> {
  const place = members.indexOf(id)
  const ranks = new Map<Id, number>()
  let before: number | undefined
  for (const one of members.slice(0, place)) {
    const rank = rankOf(one) ?? (before ?? 0) + rankStep
    if (rankOf(one) === undefined) ranks.set(one, rank)
    if (before !== undefined && rank < before) return rankAnew(members)
    before = rank
  }
  const [next] = members.slice(place + 1)
  const after = next === undefined ? undefined : rankOf(next)
  const own = rankOf(id)
  if (own !== undefined && (before ?? -Infinity) < own && own < (after ?? Infinity)) return ranks
  if (after === undefined) return ranks.set(id, (before ?? 0) + rankStep)
  if (before === undefined) return ranks.set(id, after - rankStep)
  return after - before < least ? rankAnew(members) : ranks.set(id, (before + after) / 2)
}

function rankAnew<Id>(members: readonly Id[]): ReadonlyMap<Id, number> {
  return new Map(members.map((one, index) => [one, index * rankStep]))
}
