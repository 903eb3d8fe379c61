import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { Command } from '../commands/command'
import { nameStep, refuse } from '../commands/findRecords'

/** A text of an element that somebody was typing when another locked it. */
export interface TextPastLock {
  readonly id: ElementId
  readonly as: 'label' | 'description'
  readonly text: string
}

/**
 * Gives an element a text that was typed while somebody else locked it, and unlocks it, as one own step. Of an element
 * that is gone, `not-found`; where it says so already, `nothing-to-do`.
 *
 * @example
 * editor.run(bringPastLock, { id, as: 'label', text: 'Heavy rain' })
 */
export const bringPastLock: Command<TextPastLock> = (view, { id, as, text }) => {
  const now = view.elements.get(id)
  if (now === undefined) return refuse('not-found', id)
  const words = as === 'label' ? text.trim() : text
  if (now[as] === words) return refuse('nothing-to-do')
  const named = as === 'label' ? { ...now, label: words } : now
  return succeed({
    changes: [
      { kind: 'set', root: 'elements', id, fields: { [as]: words, ...(now.locked === true && { locked: undefined }) } },
    ],
    label: nameStep('edited', [named]),
  })
}
