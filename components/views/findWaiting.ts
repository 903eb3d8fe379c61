import type { Stakeholder } from '../../lib/model/element'
import { foldText } from '../panels/searchMap'

/** More are not drawn: they are found by their names. */
const mostShown = 60

/** Who is shown of those that wait, by a part of their names, and how many more there are. Cost: linear. */
export function findWaiting(
  waiting: readonly Stakeholder[],
  wanted: string,
): { readonly shown: readonly Stakeholder[]; readonly more: number } {
  const part = foldText(wanted)
  const found = part === '' ? waiting : waiting.filter(({ label }) => foldText(label).includes(part))
  return { shown: found.slice(0, mostShown), more: Math.max(0, found.length - mostShown) }
}
