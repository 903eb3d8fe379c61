import type { ElementId, LinkId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed } from '../base/result'
import type { Command } from './command'
import { findLink, findUnlocked, nameStep, refuse } from './findRecords'

export type SetDescriptionInput =
  | { readonly root: 'elements'; readonly id: ElementId; readonly text: string }
  | { readonly root: 'links'; readonly id: LinkId; readonly text: string }

/**
 * Writes the description of an element or a link. What another person types into it at the same
 * time is merged, not overwritten.
 *
 * @example
 * editor.run(setDescription, { root: 'elements', id, text: 'Shifts beyond eight hours.' })
 */
export const setDescription: Command<SetDescriptionInput> = (view, input) => {
  const found = input.root === 'elements' ? findUnlocked(view, [input.id]) : findLink(view, input.id)
  if (!found.ok) return found
  if (input.text.length > limits.description) return refuse('label-too-long', String(input.text.length))
  const record = 'kind' in found.value ? found.value : found.value[0]
  if (record.description === input.text) return refuse('nothing-to-do')
  return succeed({
    changes: [{ kind: 'set', root: input.root, id: input.id, fields: { description: input.text } }],
    label: nameStep('edited', [record]),
  })
}
