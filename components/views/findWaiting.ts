import type { Stakeholder } from '../../lib/model/element'
import { foldText } from '../panels/searchMap'

/** More are not drawn: they are found by their names. */
const mostShown = 60

/** By the reader's alphabet, "Ward 2" before "Ward 10". */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/**
 * Who is shown of those that wait, by a part of their names and in the order of these, and how many more there are.
 * Cost: n log n.
 */
export function findWaiting(
  waiting: readonly Stakeholder[],
  wanted: string,
): { readonly shown: readonly Stakeholder[]; readonly more: number } {
  const part = foldText(wanted)
  const found = part === '' ? waiting : waiting.filter(({ label }) => foldText(label).includes(part))
  const inOrder = found.toSorted((a, b) => collator.compare(a.label, b.label) || (a.id < b.id ? -1 : 1))
  return { shown: inOrder.slice(0, mostShown), more: Math.max(0, found.length - mostShown) }
}
