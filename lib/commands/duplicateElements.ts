import type { ElementId } from '../base/ids'
import { fail, succeed } from '../base/result'
import type { Command } from './command'
import { describeLocked, nameStep, refuse } from './findRecords'
import { copyFragment, graftFragment } from './fragment'
import { findOverLimit } from './newRecords'

/**
 * Doubles elements and the links among them, moved by `offset`, and selects the doubles. Refused
 * whole if they do not fit the limits. Doubles of locked elements are not locked; what a facilitator's lock
 * keeps this person from is not doubled.
 *
 * @example
 * editor.run(duplicateElements, { elements: selection.elements, offset: { x: 24, y: 24 } })
 */
export const duplicateElements: Command<{
  readonly elements: readonly ElementId[]
  readonly offset: { readonly x: number; readonly y: number }
}> = (view, { elements, offset }, context) => {
  const fragment = copyFragment(view, { elements })
  if (fragment.elements.size === 0) {
    const held = elements.flatMap((id) => view.elements.get(id) ?? [])
    if (held.length > 0) return fail(describeLocked(held))
    return elements[0] === undefined ? refuse('nothing-to-do') : refuse('not-found', elements[0])
  }
  const over = findOverLimit(view, { elements: fragment.elements.size, links: fragment.links.size })
  if (over !== undefined) return over
  const grafted = graftFragment(fragment, offset, context)
  if (!grafted.ok) return grafted
  return succeed({
    changes: grafted.value.changes,
    label: nameStep('duplicated', [...fragment.elements.values()]),
    select: { elements: [...grafted.value.elements.values()], links: [] },
  })
}
