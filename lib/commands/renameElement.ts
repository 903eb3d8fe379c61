import type { ElementId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed } from '../base/result'
import type { Command } from './command'
import { findUnlocked, refuse } from './findRecords'

/**
 * Gives an element another label; spaces around it are dropped.
 *
 * @example
 * editor.run(renameElement, { id, label: 'Staff turnover' })
 */
export const renameElement: Command<{ readonly id: ElementId; readonly label: string }> = (view, { id, label }) => {
  const found = findUnlocked(view, [id])
  if (!found.ok) return found
  const wanted = label.trim()
  if (wanted.length > limits.label) return refuse('label-too-long', String(wanted.length))
  if (wanted === found.value[0].label) return refuse('nothing-to-do')
  return succeed({
    changes: [{ kind: 'set', root: 'elements', id, fields: { label: wanted } }],
    label: wanted === '' ? { step: 'renamed' } : { step: 'renamed', name: wanted },
  })
}
