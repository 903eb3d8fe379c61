import { succeed } from '../base/result'
import type { Command } from './command'
import { nameStep } from './findRecords'
import { findOverLimit, makeElement, type NewElement } from './newRecords'

/**
 * Adds one element, named or yet to be named.
 *
 * @example
 * editor.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'Workload' })
 */
export const addElement: Command<NewElement> = (view, input, context) => {
  const over = findOverLimit(view, { elements: 1 })
  if (over !== undefined) return over
  const made = makeElement(view, input, context)
  if (!made.ok) return made
  const { id, changes } = made.value
  return succeed({
    changes,
    label: nameStep('added', [{ label: input.label }]),
    select: { elements: [id], links: [] },
  })
}
