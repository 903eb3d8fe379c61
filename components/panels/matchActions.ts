import { foldText } from './searchMap'

type Findable = { readonly label: string; readonly words?: string }

/** How well an action meets what is sought: 0 by how words of its name begin, 1 by letters within them, 2 by other words. */
function rankAction({ label, words = '' }: Findable, sought: readonly string[]): number | undefined {
  const name = foldText(label)
  const begins = name.split(' ')
  if (sought.every((word) => begins.some((begin) => begin.startsWith(word)))) return 0
  if (sought.every((word) => name.includes(word))) return 1
  const all = `${name} ${foldText(words)}`
  return sought.every((word) => all.includes(word)) ? 2 : undefined
}

/**
 * Actions that have every word of the query: those in whose name words begin so, then those that have the letters
 * elsewhere in it ("hold" in "stakeholder"), then those that are also looked for by such words.
 */
export function matchActions<Action extends Findable>(actions: readonly Action[], query: string): readonly Action[] {
  const sought = foldText(query).split(' ')
  const ranked = actions.flatMap((action) => {
    const rank = rankAction(action, sought)
    return rank === undefined ? [] : [{ action, rank }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ action }) => action)
}

/**
 * Groups in the order in which the best of each matches, else as they always stand; those of which nothing matches are
 * left out.
 */
export function orderGroups<Group extends string>(
  matching: readonly (Findable & { readonly group: Group })[],
  groups: readonly Group[],
  query: string,
): readonly Group[] {
  const sought = foldText(query).split(' ')
  const best = (group: Group): number =>
    Math.min(...matching.filter((action) => action.group === group).map((action) => rankAction(action, sought) ?? 2))
  return groups.filter((group) => best(group) < Infinity).toSorted((one, other) => best(one) - best(other))
}
