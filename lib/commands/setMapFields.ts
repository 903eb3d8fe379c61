import { succeed } from '../base/result'
import { metaShape } from '../model/meta'
import type { Command } from './command'
import { checkFields, findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Fields that have a command of their own, or that nothing may change. */
const notHere: readonly string[] = ['schemaVersion', 'createdAt', 'title']

/**
 * Sets what the map says of itself, such as its description and how signs are written; null removes
 * a field.
 *
 * @example
 * editor.run(setMapFields, { fields: { signStyle: 's-o' } })
 */
export const setMapFields: Command<{ readonly fields: FieldsInput }> = (view, { fields }) => {
  const refused = Object.keys(fields).find((field) => notHere.includes(field))
  if (refused !== undefined) return refuse('bad-input', refused)
  const checked = checkFields(metaShape, fields)
  if (!checked.ok) return checked
  const different = findChanges(view.meta, checked.value)
  if (different === undefined) return refuse('nothing-to-do')
  return succeed({ changes: [{ kind: 'meta', fields: different }], label: { step: 'edited' } })
}
