import { compareNames } from '../../../lib/model/similarNames'

/** Pairs are compared one by one: of more cards nobody would read the offers either. */
const mostCompared = 150

/**
 * Cards that might say the same in other words than those before them, each with the first that it is near to.
 * Cost: every pair of up to 150 cards; of more, nothing is offered.
 */
export function findNearCards(labels: readonly string[]): ReadonlyMap<string, string> {
  const near = new Map<string, string>()
  if (labels.length > mostCompared) return near
  for (const [index, label] of labels.entries()) {
    const other = labels.slice(0, index).find((one) => !near.has(one) && compareNames(one, label) !== undefined)
    if (other !== undefined) near.set(label, other)
  }
  return near
}
